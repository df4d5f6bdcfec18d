/**
 * The standards that message files are judged by: all that there are, or the one that was asked for. Rules and schemas of
 * a standard are opened when a message needs them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenStandard, Shelf } from '../../judge/lone-message.js';
import { openRuleBook, type RuleBook } from '../../judge/rule-book.js';
import { HarnessError } from '../../model/harness-error.js';
import { nearest } from '../../model/nearest.js';
import type { Report } from '../../model/report.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { MessageFacts } from '../../standard/family.js';
import { familyOf } from '../../standard/index.js';
import { openFileSet } from '../../suite/file-set.js';
import { type Layer, loadLayers } from '../../suite/load-layers.js';
import { listStandards, loadStandard } from '../../suite/load-standard.js';
import { packageFacts } from '../package-root.js';
import { type OpenBases, openSchemaBases, schemaFolders } from '../schema-bases.js';
import type { Shell } from '../shell.js';
import { type KnownSet, readKnownSets } from '../standards/known-sets.js';
import { folderOfSet } from '../standards/official-basis.js';

export interface ShelfOptions {
  /** Name of a standard, a layer or an installed set of schemas. */
  readonly standard?: string;
  /** The `--schemas` option. */
  readonly schemas?: string;
}

export interface OpenShelf extends Shelf, AsyncDisposable {
  open(ids: readonly string[]): Promise<void>;
  /** Documents that rules refer to. */
  readonly bronnen: Report['bronnen'];
}

type World = Pick<Shell, 'cwd' | 'env'>;

/**
 * @throws {HarnessError} `SUITE_UNKNOWN` with the nearest name for a standard that is not there
 */
export async function openShelf(world: World, options: ShelfOptions): Promise<OpenShelf> {
  const { suites } = packageFacts();
  const files = openFileSet(suites);
  const ids = await listStandards(suites);
  const isOne = options.standard !== undefined && ids.includes(options.standard);
  const standards = await Promise.all(ids.filter((id) => !isOne || id === options.standard).map((id) => loadStandard(files, id)));
  const layers = await loadLayers(files);
  const others = await openOthers(world, options, layers);
  const named = options.standard === undefined || isOne ? undefined : others.named(options.standard, ids);
  const family = familyOf(standards[0]?.family ?? layers[0]?.family ?? '');
  const known = new Map([...standards, ...layers].map((each) => [each.id, each] as const));
  const opened = new Map<string, OpenStandard & { readonly bases: OpenBases }>();
  const books = new Map<string, RuleBook>();

  async function openOne(id: string): Promise<void> {
    const standard = known.get(id);
    if (!standard || opened.has(id)) return;
    const bases = await openSchemaBases(world, options.schemas, standard);
    const book = openRuleBook(standard, familyOf(standard.family));
    books.set(id, book);
    const [basis] = bases.all;
    opened.set(id, { book, bases, ...(basis && { basis }) });
  }

  return {
    family,
    standards: named ? [] : standards,
    bronnen: Object.assign({}, ...[...layers, ...standards].map(({ documents }) => documents)),
    opened: (id) => opened.get(id),
    others(facts) {
      const found = named ?? (isOne ? standards : others.of(facts));
      for (const each of found) known.set(each.id, each);
      return found;
    },
    async open(wanted) {
      for (const id of wanted) await openOne(id);
    },
    async [Symbol.asyncDispose]() {
      for (const book of books.values()) book[Symbol.dispose]();
      for (const { bases } of opened.values()) await bases[Symbol.asyncDispose]();
    },
  };
}

interface Others {
  of(facts: MessageFacts): readonly StandardDefinition[];
  named(name: string, standards: readonly string[]): readonly StandardDefinition[];
}

/** Layers and installed sets, for messages that no standard has. */
async function openOthers(world: World, { schemas }: ShelfOptions, layers: readonly Layer[]): Promise<Others> {
  const { suites } = packageFacts();
  const { roots } = schemaFolders(world, schemas);
  const sets = await readKnownSets(suites);
  const folders = new Map(await Promise.all(sets.map(async ({ set }) => [set, await folderOfSet(set, roots)] as const)));
  const targets = new Map<string, string | undefined>();

  /** The namespace of the messages that an entry document declares. */
  function targetOf(set: string, entry: string): string | undefined {
    const key = `${set}/${entry}`;
    if (!targets.has(key)) targets.set(key, readTarget(folders.get(set), entry));
    return targets.get(key);
  }

  function bySet({ set, entries }: KnownSet, base: Layer | undefined, namespace?: string): readonly StandardDefinition[] {
    if (!base) return [];
    const groups = entries.filter(([entry = '']) => namespace === undefined || targetOf(set, entry) === namespace);
    return groups.map((group) => ({
      ...base,
      id: groups.length === 1 ? set : `${set}/${group[0]}`,
      schemas: [{ set, entries: group }],
    }));
  }

  function ofNamespace(namespace: string, base: Layer | undefined): readonly StandardDefinition[] {
    const installed = sets.filter(({ set }) => folders.get(set) !== undefined);
    const deciding = installed.filter((each) => each.authority?.includes(namespace));
    const chosen = deciding.length > 0 ? deciding : installed.filter(({ status }) => status === 'officieel');
    return chosen.flatMap((each) => bySet(each, base, namespace));
  }

  return {
    of({ message, berichtcode }) {
      const layer = layers.find(({ own }) => message && own.includes(message.namespace));
      const base = layer ?? (berichtcode === undefined ? undefined : layers[0]);
      const found = message ? ofNamespace(message.namespace, base) : [];
      return found.length > 0 ? found : layer ? [layer] : [];
    },
    named(name, standards) {
      const layer = layers.find(({ id }) => id === name);
      if (layer) return layer.own.flatMap((namespace) => ofNamespace(namespace, layer)).concat(layer);
      const set = sets.find((each) => each.set === name);
      if (set && folders.get(name) !== undefined) return bySet(set, layers[0]);
      const all = [...standards, ...layers.map(({ id }) => id), ...sets.map((each) => each.set)];
      const near = nearest(name, all);
      throw new HarnessError('SUITE_UNKNOWN', `there is no standard "${name}"${near ? `; did you mean "${near}"?` : ''}`, {
        hint: set ? `"ketentest standards add" installs the set ${name}.` : `Known standards: ${standards.join(', ')}.`,
      });
    },
  };
}

function readTarget(folder: string | undefined, entry: string): string | undefined {
  try {
    return /\btargetNamespace\s*=\s*"([^"]*)"/.exec(readFileSync(join(folder ?? '', entry), 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
