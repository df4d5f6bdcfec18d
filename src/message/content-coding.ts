/**
 * Makes a recorded body readable. A body is kept as it went over the wire, so whoever wants to read it undoes its
 * Content-Encoding here, under a cap: a small body may hold a very large one.
 */
import type { Buffer } from 'node:buffer';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { type Body, type HeaderList, headerOf, headersOf } from '../model/body.js';
import { HarnessError } from '../model/harness-error.js';
import { recodedByHeader } from './charset.js';
import { joined } from './mtom.js';
import { isMultipart } from './multipart.js';

/** Decoded bodies are refused above this size, in bytes. */
export const DECODED_CAP_BYTES = 256 * 1024 * 1024;

type Decode = (bytes: Uint8Array, maxOutputLength: number) => Promise<Uint8Array>;

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: promised(gunzip),
  'x-gzip': promised(gunzip),
  br: promised(brotliDecompress),
  deflate: decodeDeflate,
  identity: async (bytes) => bytes,
};

/**
 * The bytes of a body as a parser should get them: every content coding that its headers name is undone, parts are put
 * together, and when only the header names the charset they are recoded to UTF-8.
 *
 * @param capBytes - largest result, in bytes
 * @throws {HarnessError} `MESSAGE_MALFORMED` for an unknown coding or bytes that do not follow it,
 *   `MESSAGE_TOO_LARGE` when the result would exceed the cap
 * @see RFC 9110, section 8.4
 */
export async function decoded(body: Body, headers: HeaderList, capBytes: number = DECODED_CAP_BYTES): Promise<Uint8Array> {
  const bytes = await unpacked(body, headers, capBytes);
  const contentType = headerOf(headers, 'content-type');
  return isMultipart(contentType) ? joined(bytes, contentType ?? '', capBytes) : recodedByHeader(bytes, contentType);
}

/**
 * The bytes of a body with every content coding undone, and nothing else: parts are parts.
 * @throws {HarnessError} as `decoded` does
 */
export async function unpacked(body: Body, headers: HeaderList, capBytes: number = DECODED_CAP_BYTES): Promise<Uint8Array> {
  let bytes = await body.bytes();
  for (const coding of contentCodings(headers).toReversed()) {
    const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
    if (decode === undefined) throw new HarnessError('MESSAGE_MALFORMED', `unknown Content-Encoding "${coding}"`);
    bytes = await decodeWith(decode, coding, bytes, capBytes);
  }
  return bytes;
}

/** The codings that headers name, in the order in which they were applied; empty for plain bytes. */
export function contentCodings(headers: HeaderList): readonly string[] {
  return headersOf(headers, 'content-encoding')
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

async function decodeWith(decode: Decode, coding: string, bytes: Uint8Array, capBytes: number): Promise<Uint8Array> {
  try {
    return await decode(bytes, capBytes);
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') {
      throw new HarnessError('MESSAGE_TOO_LARGE', `more than ${capBytes} bytes after undoing ${coding}`, { cause });
    }
    throw new HarnessError('MESSAGE_MALFORMED', `the body is not what Content-Encoding "${coding}" says`, { cause });
  }
}

/** Deflate means zlib format (RFC 9110, section 8.4.1.2); servers that send it raw exist, and both are read. */
async function decodeDeflate(bytes: Uint8Array, maxOutputLength: number): Promise<Uint8Array> {
  const isZlib = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
  return promised(isZlib ? inflate : inflateRaw)(bytes, maxOutputLength);
}

type Zlib = (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
  done: (error: Error | null, result: Buffer<ArrayBuffer>) => void,
) => void;

function promised(method: Zlib): Decode {
  return (bytes, maxOutputLength) =>
    new Promise((resolve, reject) => {
      method(bytes, { maxOutputLength }, (error, result) => (error === null ? resolve(result) : reject(error)));
    });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
