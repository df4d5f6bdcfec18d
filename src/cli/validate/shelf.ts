/**
 * The standards that message files are judged by: all that there are, or the one that was asked for. Rules and schemas of
 * a standard are opened when a message needs them.
 */
import { type OpenStandard, OTHERS, type Shelf } from '../../judge/lone-shelf.js';
import { openRuleBook } from '../../judge/rule-book.js';
import type { Report } from '../../model/report.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { familyOf } from '../../standard/index.js';
import { openFileSet } from '../../suite/file-set.js';
import { listStandards, loadStandard } from '../../suite/load-standard.js';
import { packageFacts } from '../package-root.js';
import type { Shell } from '../shell.js';
import { type OpenBases, openSchemaBases } from '../standards/schema-bases.js';
import { type Others, openOthers } from './other-standards.js';

export interface ShelfOptions {
  /** Name of a standard, a layer or an installed set of schemas. */
  readonly standard?: string;
  /** The `--schemas` option. */
  readonly schemas?: string;
}

export interface OpenShelf extends Shelf, AsyncDisposable {
  /** @param id - of a standard, or `OTHERS` */
  open(id: string): Promise<void>;
  /** Documents that rules refer to; grows with what is opened. */
  readonly bronnen: Report['bronnen'];
}

/** Where relative paths start, and where schemas may be installed. */
export type World = Pick<Shell, 'cwd' | 'env'>;

/**
 * @throws {HarnessError} `SUITE_UNKNOWN` with the nearest name for a standard that is not there
 */
export async function openShelf(world: World, options: ShelfOptions): Promise<OpenShelf> {
  const { suites } = packageFacts();
  const files = openFileSet(suites);
  const ids = await listStandards(suites);
  const wanted = options.standard;
  const isOne = wanted !== undefined && ids.includes(wanted);
  const standards = await Promise.all(ids.filter((id) => !isOne || id === wanted).map((id) => loadStandard(files, id)));
  const known = new Map<string, StandardDefinition>(standards.map((each) => [each.id, each]));
  const opened = new Map<string, OpenStandard & { readonly bases: OpenBases }>();
  const bronnen: Record<string, Report['bronnen'][string]> = {};
  const cite = (of: readonly StandardDefinition[]) => {
    for (const { documents } of of) Object.assign(bronnen, documents);
  };
  cite(standards);
  let others: Pick<Others, 'of'> | undefined;
  if (wanted !== undefined && !isOne) others = (await openOthers(world, options, files)).only(wanted, ids);

  async function openOne(standard: StandardDefinition): Promise<void> {
    const bases = await openSchemaBases(world, options.schemas, standard);
    const [basis] = bases.all;
    const book = openRuleBook(standard, familyOf(standard.family));
    opened.set(standard.id, { book, bases, ...(basis && { basis }) });
    cite([standard]);
  }

  return {
    family: familyOf(standards[0]?.family ?? ''),
    standards: wanted !== undefined && !isOne ? [] : standards,
    bronnen,
    opened: (id) => opened.get(id),
    others(facts) {
      if (isOne) return standards;
      const found = others?.of(facts);
      for (const each of found ?? []) known.set(each.id, each);
      return found;
    },
    async open(id) {
      if (id === OTHERS) others ??= await openOthers(world, options, files);
      const standard = known.get(id);
      if (standard && !opened.has(id)) await openOne(standard);
    },
    async [Symbol.asyncDispose]() {
      for (const { book, bases } of opened.values()) {
        book[Symbol.dispose]();
        await bases[Symbol.asyncDispose]();
      }
    },
  };
}
