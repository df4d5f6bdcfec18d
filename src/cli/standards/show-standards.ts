/**
 * Looks at what is installed: every set under every root, and one set closely.
 */
import { digestOf } from '../../message/schema-basis.js';
import { HarnessError } from '../../model/harness-error.js';
import { type Comparison, compareSet } from './compare-set.js';
import { type KnownSet, readKnownSet, readKnownSets } from './known-sets.js';
import { folderOfSet, type SetState, stateOf } from './official-basis.js';
import { readSetFolder, setsUnder } from './set-files.js';

export interface ListedStandard {
  readonly set: string;
  readonly naam: string;
  readonly patch: string;
  /** `niet_geinstalleerd` for a set that the table knows and no root has. */
  readonly state: SetState | 'niet_geinstalleerd';
  readonly folder?: string;
}

export interface ShownStandard {
  readonly set: string;
  readonly folder: string;
  readonly state: SetState;
  readonly digest: string;
  readonly fileCount: number;
  readonly known?: KnownSet;
  readonly comparison?: Comparison;
}

export interface LookOptions {
  readonly roots: readonly string[];
  readonly suites: string;
}

/** Every set that is installed or could be, by name. */
export async function listStandards({ roots, suites }: LookOptions): Promise<readonly ListedStandard[]> {
  const table = new Map((await readKnownSets(suites)).map((known) => [known.set, known]));
  const under = await Promise.all(roots.map(setsUnder));
  const names = [...new Set([...table.keys(), ...under.flat()])].sort();
  const listed = await Promise.all(names.map((set) => listOne(set, table.get(set), roots)));
  return listed.filter((each) => each !== undefined);
}

/**
 * One installed set, compared with the published one file for file.
 * @throws {HarnessError} `SCHEMA_MISSING` when it is not installed, naming the nearest that is
 */
export async function showStandard(set: string, { roots, suites }: LookOptions): Promise<ShownStandard> {
  const folder = await folderOfSet(set, roots);
  if (folder === undefined) throw notInstalled(set, (await Promise.all(roots.map(setsUnder))).flat());
  const [files, known] = await Promise.all([readSetFolder(folder), readKnownSet(suites, set)]);
  const compared = known ? { known, comparison: compareSet(files, known) } : {};
  return { set, folder, state: stateOf(files, known), digest: digestOf(files), fileCount: files.size, ...compared };
}

/** A folder without schemas, such as one with descriptions of another kind of interface, is no set. */
async function listOne(set: string, known: KnownSet | undefined, roots: readonly string[]): Promise<ListedStandard | undefined> {
  const about = { set, naam: known?.naam ?? '', patch: known?.patch ?? '' };
  const folder = await folderOfSet(set, roots);
  if (folder === undefined) return { ...about, state: 'niet_geinstalleerd' };
  const files = await readSetFolder(folder);
  return files.size === 0 ? undefined : { ...about, state: stateOf(files, known), folder };
}

function notInstalled(set: string, installed: readonly string[]): HarnessError {
  const near = installed.find((each) => each.startsWith(set) || set.startsWith(each) || each.includes(set));
  const hint = near === undefined ? 'Install it: ketentest standards add <zip or folder>.' : `Did you mean ${near}?`;
  return new HarnessError('SCHEMA_MISSING', `the schema set "${set}" is not installed`, { hint });
}
