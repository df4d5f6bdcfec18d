/**
 * Names what is wrong with bytes that are no readable message, from the bytes and from what the parser said.
 */
import type { ErrorDetail, XmlDocument } from 'libxml2-wasm';
import type { OpenedMessage } from '../model/record.js';
import { afterPreamble } from './xml-preamble.js';

/** Why a document cannot be read as a message. */
export type XmlProblem = NonNullable<OpenedMessage['problem']>;

/** As much of the beginning as decides what kind of thing this is. */
const HEAD_BYTES = 4096;

/**
 * Why the parser gave up.
 * @param bytes - the whole input
 * @param complaints - the parser's, in its order
 */
export function nameProblem(bytes: Uint8Array, complaints: readonly ErrorDetail[]): XmlProblem {
  const head = headOf(bytes);
  const first = complaints.find((each) => each.level > 1) ?? complaints[0];
  const said = cleaned(first?.message ?? 'not well-formed');
  const line = first?.line ?? 1;
  if (head === '') return { kind: 'empty', detail: 'nothing but white space' };
  if (!head.startsWith('<')) return { kind: 'not-xml', detail: looks(head) };
  if (/^<(!doctype\s+html|html)\b/i.test(afterPreamble(head))) return { kind: 'not-xml', detail: 'looks like an HTML page' };
  if (complaints.some((each) => /^Excessive depth/.test(each.message))) return { kind: 'too-deep', detail: said, line };
  if (/^<!DOCTYPE\b/.test(afterPreamble(head))) return { kind: 'doctype', detail: said, line };
  if (complaints.some((each) => /encoding/i.test(each.message)) || claimsWideCharacters(bytes, head)) {
    return { kind: 'encoding', detail: said, line };
  }
  return { kind: 'malformed', detail: said, line };
}

/** Why a well-formed document is refused all the same. */
export function refusedDocument(document: XmlDocument): XmlProblem | undefined {
  if (document.root.name.toLowerCase() === 'html') return { kind: 'not-xml', detail: 'looks like an HTML page' };
  if (document.dtd) return { kind: 'doctype', detail: 'the document has a DOCTYPE' };
  return undefined;
}

/** The first text there is, whatever the encoding: byte order mark, zero bytes and white space before it taken off. */
function headOf(bytes: Uint8Array): string {
  for (let at = 0; at < bytes.length; at += HEAD_BYTES) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(bytes.length - at, HEAD_BYTES)).toString('latin1');
    const narrow = /^(\xff\xfe|\xfe\xff|<\0|\0<)/.test(text) ? text.replaceAll('\0', '') : text;
    const head = narrow.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
    if (head !== '') return head;
  }
  return '';
}

function looks(head: string): string {
  if (/^[[{]/.test(head)) return 'looks like JSON';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(head) ? 'looks like binary data' : 'looks like plain text';
}

/** A declaration that says UTF-16 in bytes that are not. */
function claimsWideCharacters(bytes: Uint8Array, head: string): boolean {
  return bytes[0] === 0x3c && bytes[1] !== 0 && /^<\?xml[^>]*encoding\s*=\s*["']utf-?16/i.test(head);
}

function cleaned(message: string): string {
  return message.replace(/, use XML_PARSE_HUGE option|, see xmlCtxtSetMaxAmplification\./g, '').trim();
}
