/**
 * A prepared schema set as one run of bytes, so that it can be kept and read back in one go. The bytes say themselves
 * whether they are whole: a damaged or half-written package is never unpacked.
 */
import { createHash } from 'node:crypto';
import type { PreparationNote } from './schema-closure.js';
import type { PreparedSchema } from './schema-preparation.js';

/** Goes up with every change in what preparation makes of the same set; part of every key. */
export const PREPARATION_VERSION = 2;

interface Header {
  readonly version: number;
  /** sha256 of everything after the header. */
  readonly digest: string;
  readonly entry: string;
  readonly roots: readonly string[];
  readonly binary: readonly string[];
  readonly notes: readonly PreparationNote[];
  readonly files: readonly (readonly [name: string, bytes: number, origin: string | null])[];
}

/** One line of JSON, then the files one after another. */
export function packPrepared(prepared: PreparedSchema): Uint8Array {
  const content = Buffer.concat([...prepared.files.values()]);
  const header: Header = {
    version: PREPARATION_VERSION,
    digest: sha256(content),
    entry: prepared.entry,
    roots: prepared.roots,
    binary: prepared.binary,
    notes: prepared.notes,
    files: [...prepared.files].map(([name, bytes]) => [name, bytes.length, prepared.origins.get(name) ?? null]),
  };
  const line = JSON.stringify(header);
  return Buffer.concat([Buffer.from(`${sha256(Buffer.from(line))} ${line}\n`), content]);
}

/** @returns undefined when the bytes are not a whole package of this version */
export function unpackPrepared(bytes: Uint8Array): PreparedSchema | undefined {
  const end = bytes.indexOf(0x0a);
  const [digest, line] = split(Buffer.from(bytes.subarray(0, Math.max(end, 0))).toString('utf8'));
  if (sha256(Buffer.from(line)) !== digest) return undefined;
  const header = JSON.parse(line) as Header;
  const content = bytes.subarray(end + 1);
  if (header.version !== PREPARATION_VERSION || sha256(content) !== header.digest) return undefined;
  const files = new Map<string, Uint8Array>();
  const origins = new Map<string, string>();
  let at = 0;
  for (const [name, length, origin] of header.files) {
    files.set(name, content.subarray(at, at + length));
    if (origin !== null) origins.set(name, origin);
    at += length;
  }
  return { entry: header.entry, files, origins, roots: header.roots, binary: header.binary, notes: header.notes };
}

function split(text: string): [digest: string, line: string] {
  return [text.slice(0, 64), text.slice(65)];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
