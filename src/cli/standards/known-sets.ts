/**
 * The shipped table of published schema sets, `suites/_sets/*.json`: what a set is, which documents it can be entered at,
 * and the sha256 of each of its files. Digests are facts; the files themselves are not part of this package.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';

export interface KnownSet {
  /** Folder name under which it is installed. */
  readonly set: string;
  readonly naam: string;
  /** Which patch of which layers; '' when the publication does not say. */
  readonly patch: string;
  /** Only `officieel` makes an official schema basis; the others are a proposal, or official files put together by others. */
  readonly status: 'officieel' | 'voorstel' | 'samengesteld';
  /** Groups of entry documents; within a group the first goes first where documents share a namespace. */
  readonly entries: readonly (readonly string[])[];
  /** Namespaces whose messages this set decides where no standard of ours does: it is their latest publication. */
  readonly authority?: readonly string[];
  /** path → lower-case hex sha256 */
  readonly files: Readonly<Record<string, string>>;
}

/** What counts as part of a set; specifications and spreadsheets that travel with it do not. */
export function isPartOfSet(path: string): boolean {
  return /\.(xsd|wsdl)$/i.test(path);
}

/**
 * @param suites - the suites folder of this package
 * @throws {HarnessError} `INTERNAL` when the table cannot be read
 */
export async function readKnownSets(suites: string): Promise<readonly KnownSet[]> {
  const folder = join(suites, '_sets');
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    return await Promise.all(names.map((name) => readOne(join(folder, name))));
  } catch (cause) {
    throw new HarnessError('INTERNAL', `the table of published schema sets cannot be read: ${folder}`, { cause });
  }
}

/** The row of one set, or undefined for a set that the table does not know. */
export async function readKnownSet(suites: string, set: string): Promise<KnownSet | undefined> {
  if (!/^[\w.-]+$/.test(set)) return undefined;
  return readOne(join(suites, '_sets', `${set}.json`)).catch(() => undefined);
}

async function readOne(file: string): Promise<KnownSet> {
  return JSON.parse(await readFile(file, 'utf8')) as KnownSet;
}
