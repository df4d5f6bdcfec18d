/**
 * Masks a recorded message as it went: unpacked and packed again when it was packed, part by part when it went in parts.
 */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Body, type HeaderList, headerOf } from '../model/body.js';
import { HarnessError } from '../model/harness-error.js';
import { contentCodings, unpacked } from './content-coding.js';
import { type Masking, maskDocument } from './mask-document.js';
import type { MaskedDocument } from './mask-elements.js';
import { isMultipart, parameterOf, partsOf } from './multipart.js';

const PACKERS: Readonly<Record<string, (bytes: Uint8Array) => Buffer>> = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
};

/** @returns undefined for what cannot be read to its end, and may therefore hold anything anywhere */
export async function maskMessage(body: Body, headers: HeaderList, masking: Masking): Promise<MaskedDocument | undefined> {
  if (body.size === 0) return { bytes: Buffer.of(), paths: [] };
  const codings = contentCodings(headers);
  const packer = PACKERS[codings[0] ?? ''];
  if (codings.length > 1 || (codings.length === 1 && !packer)) return undefined;
  try {
    const contentType = headerOf(headers, 'content-type');
    const bytes = await unpacked(body, headers);
    const masked = isMultipart(contentType)
      ? maskParts(bytes, contentType ?? '', masking)
      : maskDocument(bytes, contentType, masking);
    return masked && packer && masked.paths.length > 0 ? { ...masked, bytes: packer(masked.bytes) } : masked;
  } catch (error) {
    if (error instanceof HarnessError && ['MESSAGE_MALFORMED', 'MESSAGE_TOO_LARGE'].includes(error.code)) return undefined;
    throw error;
  }
}

/** Every part but the first is a document of somebody. */
function maskParts(bytes: Uint8Array, contentType: string, masking: Masking): MaskedDocument | undefined {
  // Of its own, so that what was made of it can be told from what is a part of it.
  const whole = Buffer.alloc(bytes.length);
  whole.set(bytes);
  const parts = partsOf(whole, contentType);
  const start = parameterOf(contentType, 'start');
  const root = start === undefined ? parts[0] : parts.find(({ headers }) => idOf(headers) === bare(start));
  // Written in another way than it stands for, a part cannot be written over in its place.
  if (!root || parts.some((part) => part.bytes.buffer !== whole.buffer && part.bytes.length > 0)) return undefined;
  const masked = maskDocument(root.bytes, headerOf(root.headers, 'content-type'), masking);
  if (!masked || masked.bytes.length !== root.bytes.length) return undefined;
  const edges = parts.map((part) => [part.bytes.byteOffset, part.bytes.byteOffset + part.bytes.length] as const);
  const between = [...edges, [whole.length, whole.length] as const].map(
    ([from], index) => [edges[index - 1]?.[1] ?? 0, from] as const,
  );
  for (const [from, to] of between) nameNoFiles(whole, from, to, masking);
  root.bytes.set(masked.bytes);
  const others = parts.filter((part) => part !== root && part.bytes.length > 0);
  for (const part of others) part.bytes.set(masking.tokens.content(part.bytes));
  return { bytes: whole, paths: others.length > 0 ? [...masked.paths, 'part()'].sort() : masked.paths };
}

const FILE_NAME = /(name\*?\s*=\s*"?)([^";\r\n]+)/gi;

/** The headers of a part may say what the file was called. */
function nameNoFiles(bytes: Buffer, from: number, to: number, { tokens }: Masking): void {
  const text = bytes.toString('latin1', from, to);
  bytes.write(
    text.replaceAll(FILE_NAME, (_, name: string, value: string) => name + tokens.text(value)),
    from,
    'latin1',
  );
}

function idOf(headers: HeaderList): string {
  return bare(headerOf(headers, 'content-id') ?? '');
}

function bare(id: string): string {
  return id.trim().replace(/^<(.*)>$/, '$1');
}
