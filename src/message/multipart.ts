/**
 * Takes a multipart body apart. What comes is a stranger's: everything has a limit, and what does not follow the rules is
 * refused rather than guessed at.
 *
 * @see RFC 2046 §5.1, RFC 2387
 */
import { type HeaderList, headerOf } from '../model/body.js';
import { HarnessError } from '../model/harness-error.js';

export interface Part {
  readonly headers: HeaderList;
  /** With its Content-Transfer-Encoding undone. */
  readonly bytes: Uint8Array;
}

/** More than anybody sends with one message. */
const MAX_PARTS = 1000;
/** Of the headers of one part, in bytes. */
const MAX_HEAD = 16 * 1024;

/** True for a body of related parts, by its Content-Type. */
export function isMultipart(contentType: string | undefined): boolean {
  return /^\s*multipart\/related\s*(?:;|$)/i.test(contentType ?? '');
}

/** A parameter of a Content-Type, without quotes. */
export function parameterOf(contentType: string, name: string): string | undefined {
  for (const [, key, quoted, bare] of contentType.matchAll(/;\s*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/g))
    if (key?.toLowerCase() === name) return quoted?.replaceAll(/\\(.)/g, '$1') ?? bare;
  return undefined;
}

/**
 * The parts, in order.
 * @throws {HarnessError} `MESSAGE_MALFORMED` when they cannot be told apart, `MESSAGE_TOO_LARGE` when there are too many
 */
export function partsOf(bytes: Uint8Array, contentType: string): readonly Part[] {
  const boundary = parameterOf(contentType, 'boundary') ?? '';
  if (boundary === '' || boundary.length > 200) throw malformed('the Content-Type names no boundary');
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Part[] = [];
  let line = delimiter(body, boundary, 0);
  while (line && !line.isLast) {
    const next = delimiter(body, boundary, line.end);
    if (!next) throw malformed('the last part has no end');
    if (parts.length >= MAX_PARTS) throw new HarnessError('MESSAGE_TOO_LARGE', `more than ${MAX_PARTS} parts in one message`);
    parts.push(part(body.subarray(line.end, next.start)));
    line = next;
  }
  if (parts.length === 0) throw malformed('there are no parts between the boundaries');
  return parts;
}

interface Delimiter {
  /** Where the content before it ends. */
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
}

/** The next line that is a boundary and nothing else. */
function delimiter(body: Buffer, boundary: string, from: number): Delimiter | undefined {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  // The line end before a boundary belongs to it; a part that is empty ends where its headers do.
  for (let at = body.indexOf(mark, from); at >= 0; at = body.indexOf(mark, at + 1)) {
    if (at > 0 && body[at - 1] !== LF) continue;
    const rest = /^(--)?[ \t]*(\r?\n|$)/.exec(body.toString('latin1', at + mark.length, at + mark.length + 200));
    if (!rest) continue;
    const start = at === 0 ? 0 : at - (body[at - 2] === CR ? 2 : 1);
    return { start: Math.max(start, from), end: at + mark.length + rest[0].length, isLast: rest[1] !== undefined };
  }
  return undefined;
}

const CR = 13;
const LF = 10;

function part(content: Buffer): Part {
  const head = content.toString('latin1', 0, MAX_HEAD);
  const end = /^\r?\n|\r?\n\r?\n/.exec(head);
  if (!end) throw malformed('the headers of a part do not end');
  const headers = head
    .slice(0, end.index)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line): readonly [string, string] => {
      const [, name, value] = /^([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined) throw malformed('a part has a line among its headers that is none');
      return [name, value ?? ''];
    });
  return { headers, bytes: transferred(content.subarray(end.index + end[0].length), headers) };
}

function transferred(bytes: Buffer, headers: HeaderList): Uint8Array {
  const encoding = (headerOf(headers, 'content-transfer-encoding') ?? 'binary').toLowerCase();
  if (['binary', '8bit', '7bit'].includes(encoding)) return bytes;
  if (encoding === 'base64') return Buffer.from(bytes.toString('latin1'), 'base64');
  throw malformed(`a part has Content-Transfer-Encoding "${encoding}", which we do not read`);
}

function malformed(what: string): HarnessError {
  return new HarnessError('MESSAGE_MALFORMED', `the parts of the message cannot be read: ${what}`);
}
