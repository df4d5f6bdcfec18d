/**
 * Bytes become a document of the parser, for as long as a function looks at it.
 * I was bytes a moment ago. I never fetch, and I give my memory back.
 *
 * No file or network provider is ever registered with the parser, and entities are never substituted: a DOCTYPE can
 * name what it likes, nothing is loaded. HUGE lifts the limit of 10 MB a text node (documents travel as base64) and
 * keeps the limits on depth and on entity amplification; BIG_LINES counts lines beyond 65,535 in complaints.
 */
import { ParseOption, XmlDocument, XmlParseError } from 'libxml2-wasm';
import { HarnessError } from '../model/harness-error.js';
import { nameProblem, refusedDocument, type XmlProblem } from './xml-problem.js';

/** Either what the function made of the document, or why there is no document. */
export type Looked<T> = { readonly value: T } | { readonly problem: XmlProblem };

/** The parser copies the bytes into a 32-bit memory and builds a tree beside them; beyond this that cannot succeed. */
const MAX_BYTES = 700 * 1024 * 1024;

const OPTIONS = { option: ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_BIG_LINES | ParseOption.XML_PARSE_NONET };

/**
 * Parses bytes and lets a function look at the document, which is closed when the function returns.
 * A document with a DOCTYPE is not shown: SOAP 1.1 forbids it.
 *
 * @param bytes - an XML document in any encoding that it declares
 * @param look - must not keep the document or anything in it
 * @throws {HarnessError} `MESSAGE_TOO_LARGE` above 700 MB
 * @see SOAP 1.1, chapter 3 "Relation to XML"
 */
export function withDocument<T>(bytes: Uint8Array, look: (document: XmlDocument) => T): Looked<T> {
  if (bytes.length > MAX_BYTES) {
    throw new HarnessError('MESSAGE_TOO_LARGE', `a document of ${bytes.length} bytes cannot be opened`, {
      hint: 'Lower --max-body, so that such a message is refused while it arrives.',
    });
  }
  const opened = parse(bytes);
  if (!(opened instanceof XmlDocument)) return { problem: opened };
  try {
    const problem = refusedDocument(opened);
    if (problem) return { problem };
    // The parser's binding cannot step over a processing instruction: all that stands after one would stay unseen.
    if (mayHoldInstructions(bytes)) for (const each of opened.find('//processing-instruction()')) each.remove();
    return { value: look(opened) };
  } finally {
    opened.dispose();
  }
}

/**
 * A document that is parsed when it is asked for, and given back with this.
 * @param bytes - a document that is known to be well-formed, without a DOCTYPE and without processing instructions
 */
export function parsedLater(bytes: Uint8Array): { readonly document: () => XmlDocument } & Disposable {
  let opened: XmlDocument | undefined;
  let isOver = false;
  return {
    document() {
      if (isOver) throw new HarnessError('INTERNAL', 'the message was closed before the parser looked at it');
      if (opened) return opened;
      const parsed = parse(bytes);
      if (!(parsed instanceof XmlDocument))
        throw new HarnessError('INTERNAL', `the parser refuses a plain document: ${parsed.detail}`);
      opened = parsed;
      return opened;
    },
    [Symbol.dispose]() {
      isOver = true;
      opened?.dispose();
    },
  };
}

/** `<?` after the XML declaration; in an encoding of several bytes a character that cannot be known from here. */
function mayHoldInstructions(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isNarrow = text[0] === 0x3c && text[1] !== 0;
  return !isNarrow || text.indexOf('<?', 2, 'latin1') >= 0;
}

function parse(bytes: Uint8Array): XmlDocument | XmlProblem {
  if (bytes.length === 0) return { kind: 'empty', detail: 'no bytes at all' };
  try {
    return XmlDocument.fromBuffer(bytes, OPTIONS);
  } catch (cause) {
    if (cause instanceof XmlParseError) return nameProblem(bytes, cause.details);
    throw new HarnessError('INTERNAL', 'the XML parser broke', { cause });
  }
}
