/** Looks through every public file of a package, its name included, for numbers that may be the BSN of a real person. */

import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { headerOf } from '../../model/body.js';
import { MANIFEST, type Manifest, type ManifestMessage } from '../manifest.js';
import type { PackageSource } from '../package-source.js';
import { isSealName } from '../seal/seal-names.js';
import { type SeenNumber, scanNumbers } from './number-scan.js';
import { type FoundIn, isRendition, type RawFind } from './privacy-check.js';

export interface BsnScanOptions {
  readonly manifest: Manifest;
  /** The number that everything random was made with; it stands in the report. */
  readonly seed: number;
  /** Local names of elements that number messages. */
  readonly references: readonly string[];
}

/** So many places of one number in one file are told. */
const PLACES = 5;

/** @returns one find for each number, in the order of the names of the files */
export async function scanPackage(source: PackageSource, options: BsnScanOptions): Promise<readonly RawFind[]> {
  const { manifest, seed } = options;
  const messages = manifest.uitwisselingen.flatMap(({ vraag, antwoord }) => [vraag, ...(antwoord ? [antwoord] : [])]);
  const codings = new Map(messages.flatMap((each) => (each.bestand === undefined ? [] : [[each.bestand, codingOf(each)]])));
  const own = new Set([String(seed), ...messages.map(({ grootte }) => String(grootte))]);
  const isReference = referenceTest(options.references);
  const found = new Map<string, Map<string, FoundIn>>();
  const inReferences = new Set<string>();
  const files = (await source.list()).filter(({ kind, name }) => kind === 'file' && !isSealName(name));
  // Messages first: a number that names one there is no person's where the report speaks of it.
  const names = files.map(({ name }) => name).toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  for (const name of names) {
    const keep = ({ number, place, isInBase64, before }: SeenNumber, hoe: FoundIn['hoe'] = isInBase64 ? 'base64' : 'tekst') => {
      const isMessage = rank(name) === 0;
      if (isMessage && isReference(before)) inReferences.add(number);
      else if (isMessage || !(own.has(number) || inReferences.has(number))) note(found, number, { name, place, hoe });
    };
    const nameScan = scanNumbers((seen) => keep({ ...seen, place: '' }, 'naam'));
    nameScan.add(Buffer.from(name));
    nameScan.end();
    const scan = scanNumbers(keep);
    for await (const chunk of unpacked(source.open(name), codings.get(name))) scan.add(chunk);
    scan.end();
  }
  return [...found].map(([number, files], index) => ({ id: `V${index + 1}`, bestanden: [...files.values()], number }));
}

function note(
  found: Map<string, Map<string, FoundIn>>,
  number: string,
  { name, place, hoe }: { readonly name: string; readonly place: string; readonly hoe: FoundIn['hoe'] },
): void {
  const files = found.get(number) ?? new Map<string, FoundIn>();
  const key = `${name} ${hoe}`;
  const { aantal = 0, plaatsen = [] } = files.get(key) ?? {};
  const told = place === '' || plaatsen.length >= PLACES || isRendition(name) ? plaatsen : [...plaatsen, place];
  files.set(key, { bestand: name, aantal: aantal + 1, plaatsen: told, hoe });
  found.set(number, files);
}

function rank(name: string): number {
  return name.startsWith('bewijs/') && name !== MANIFEST ? 0 : 1;
}

/** Whether what stands before a number is the start of an element that numbers messages. */
function referenceTest(names: readonly string[]): (before: string) => boolean {
  if (names.length === 0) return () => false;
  const start = new RegExp(
    `<(?:[\\w.-]+:)?(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?:\\s[^<>]*)?>\\s*$`,
  );
  return (before) => start.test(before);
}

function codingOf({ koppen }: ManifestMessage): string {
  return headerOf(koppen, 'content-encoding')?.trim().toLowerCase() ?? '';
}

const UNPACKERS = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress } as const;

async function* unpacked(packed: AsyncIterable<Uint8Array>, coding = ''): AsyncGenerator<Uint8Array> {
  const unpacker = Object.entries(UNPACKERS).find(([name]) => name === coding)?.[1];
  if (!unpacker) return yield* packed;
  const target = unpacker();
  const source = Readable.from(packed, { objectMode: false });
  source.on('error', (error) => target.destroy(error));
  yield* source.pipe(target) as AsyncIterable<Uint8Array>;
}
