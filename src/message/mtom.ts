/**
 * A message in parts (MTOM) as the one document that it stands for: each `xop:Include` gives way to the base64 of the part
 * that it names, so that whoever reads, judges or stores it need not know how it travelled.
 *
 * @see XOP 1.0 §3.2, SOAP Message Transmission Optimization Mechanism
 */
import { headerOf } from '../model/body.js';
import { HarnessError } from '../model/harness-error.js';
import type { XmlElement } from '../model/xml-element.js';
import { recodedByHeader } from './charset.js';
import { type Part, parameterOf, partsOf } from './multipart.js';
import { readXml } from './xml-reader.js';

const XOP = 'http://www.w3.org/2004/08/xop/include';

/**
 * The document that a multipart body stands for.
 * @param capBytes - largest result
 * @throws {HarnessError} `MESSAGE_MALFORMED` when a part is not there or cannot be read, `MESSAGE_TOO_LARGE` above the cap
 */
export function joined(bytes: Uint8Array, contentType: string, capBytes: number): Uint8Array {
  const parts = partsOf(bytes, contentType);
  const start = parameterOf(contentType, 'start');
  const root = start === undefined ? parts[0] : parts.find((part) => idOf(part) === bare(start));
  if (!root) throw malformed(`no part has the Content-ID "${start}" of the start parameter`);
  const document = recodedByHeader(root.bytes, headerOf(root.headers, 'content-type'));
  const text = Buffer.from(document).toString('latin1');
  return text.includes(XOP) ? withIncluded(document, text, parts, capBytes) : document;
}

const INCLUDE =
  /<(?:[\w.-]+:)?Include\b[^<>]*?\shref\s*=\s*(?:"cid:([^"<]*)"|'cid:([^'<]*)')[^<>]*?(?:\/>|>\s*<\/(?:[\w.-]+:)?Include\s*>)/g;

/** Byte for byte: what is looked for and what is put in is ASCII. */
function withIncluded(document: Uint8Array, text: string, parts: readonly Part[], capBytes: number): Uint8Array {
  const byId = new Map(parts.map((part) => [idOf(part), part]));
  const pieces: Buffer[] = [];
  let size = 0;
  let at = 0;
  let found = 0;
  const add = (piece: string): void => {
    size += piece.length;
    if (size > capBytes) throw new HarnessError('MESSAGE_TOO_LARGE', `more than ${capBytes} bytes with its parts put in`);
    pieces.push(Buffer.from(piece, 'latin1'));
  };
  for (const include of text.matchAll(INCLUDE)) {
    const id = unescaped(include[1] ?? include[2] ?? '');
    const part = byId.get(id);
    if (!part) throw malformed(`there is no part with the Content-ID "${id}"`);
    add(text.slice(at, include.index));
    add(Buffer.from(part.bytes).toString('base64'));
    at = include.index + include[0].length;
    found += 1;
  }
  add(text.slice(at));
  // What only looks like an Include (in a comment, in text), or is one that we did not see, is not to be guessed at.
  const { root } = readXml(document);
  if (root && includesIn(root) !== found) throw malformed('an xop:Include does not say which part it stands for');
  return Buffer.concat(pieces);
}

function includesIn(element: XmlElement): number {
  const own = element.name === 'Include' && element.namespace === XOP ? 1 : 0;
  return element.children.reduce((sum, child) => sum + includesIn(child), own);
}

function idOf({ headers }: Part): string {
  return bare(headerOf(headers, 'content-id') ?? '');
}

function bare(id: string): string {
  return id.trim().replace(/^<(.*)>$/, '$1');
}

/** In a URL some characters of a Content-ID are escaped. */
function unescaped(id: string): string {
  try {
    return decodeURIComponent(id.replaceAll('&amp;', '&'));
  } catch {
    return id;
  }
}

function malformed(what: string): HarnessError {
  return new HarnessError('MESSAGE_MALFORMED', `the parts of the message cannot be put together: ${what}`);
}
