/** Reads files of a package that may be hostile: by digest without keeping them, or whole up to a limit. */
import { createHash } from 'node:crypto';
import type { PackageSource } from './package-source.js';

/** SHA-256 in hexadecimal. */
export async function digestOf(source: PackageSource, name: string): Promise<string> {
  const known = source.digest?.(name);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for await (const chunk of source.open(name)) hash.update(chunk);
  return hash.digest('hex');
}

/** @returns undefined when there are more than `maxBytes`, of which no more is read */
export async function bytesOf(source: PackageSource, name: string, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.open(name)) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
