/**
 * `prive/maskering.json`: the key of one report, by which tokens are made and messages salted, with the salt of each message
 * and the token of each value. Whoever has it can undo what was masked; so it stays in the private part.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Body } from '../../model/body.js';
import { HarnessError } from '../../model/harness-error.js';

const NAME = 'maskering.json';
const KEY_BYTES = 32;

/** How one report was masked. */
export interface MaskingRecord {
  readonly key: Uint8Array;
  /** By message, `<exchange id>/vraag` or `<exchange id>/antwoord`. */
  readonly salts: Readonly<Record<string, string>>;
  /** What was masked, and by what. */
  readonly made: ReadonlyMap<string, string>;
}

/** @returns undefined when there is none @param folder - of the package */
export function maskingRecordOf(folder: string): MaskingRecord | undefined {
  try {
    const { sleutel, zouten, waarden } = JSON.parse(readFileSync(join(folder, 'prive', NAME), 'utf8')) as Written;
    return { key: Buffer.from(sleutel, 'hex'), salts: zouten, made: new Map(waarden) };
  } catch {
    return undefined;
  }
}

interface Written {
  readonly sleutel: string;
  readonly zouten: Readonly<Record<string, string>>;
  readonly waarden: readonly (readonly [string, string])[];
}

export function freshMaskingKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** The salt of a message: of 16 bytes, in hexadecimal. @param message - `<exchange id>/vraag` or `<exchange id>/antwoord` */
export function saltOf(key: Uint8Array, message: string): string {
  return createHmac('sha256', key).update(`zout:${message}`).digest('hex').slice(0, 32);
}

/** The salt of the leaf of a message in the tree over the run: another one, so that showing it gives nothing else away. */
export function leafSaltOf(key: Uint8Array, message: string): string {
  return createHmac('sha256', key).update(`blad:${message}`).digest('hex').slice(0, 32);
}

/** SHA-256 over the salt and the bytes. */
export async function digestWith(salt: string, body: Body): Promise<string> {
  const hash = createHash('sha256').update(Buffer.from(salt, 'hex'));
  for await (const chunk of body.open()) hash.update(chunk);
  return hash.digest('hex');
}

/** Written at the end: for who computes the report again, and for who is shown one message and nothing else. */
export async function writeMaskingRecord(folder: string, { key, salts, made }: MaskingRecord): Promise<void> {
  const file = join(folder, 'prive', NAME);
  const written: Written = { sleutel: Buffer.from(key).toString('hex'), zouten: salts, waarden: [...made] };
  try {
    await mkdir(join(folder, 'prive'), { recursive: true, mode: 0o700 });
    await writeFile(file, `${JSON.stringify(written)}\n`, { mode: 0o600 });
  } catch (cause) {
    const text = { nl: `${file} is niet te schrijven`, en: `cannot write ${file}` };
    throw new HarnessError('OUTPUT_FAILED', text, { cause, place: { file } });
  }
}
