/** What the traffic of several hops is judged by: each hop its standard, with its schemas and its rules. */
import type { JudgeTools } from '../../judge/judge.js';
import { openRuleBook } from '../../judge/rule-book.js';
import { createMessageReader } from '../../message/message-reader.js';
import type { OpenSchemaBasis } from '../../message/schema-basis.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { WatchedHop, WatchSetup } from '../../model/watched.js';
import type { Observing } from '../../run-observing.js';
import { familyOf } from '../../standard/index.js';
import { openFileSet } from '../../suite/file-set.js';
import { loadStandard } from '../../suite/load-standard.js';
import type { Shell } from '../shell.js';
import { openSchemaBases } from '../standards/schema-bases.js';

export interface WatchBench extends AsyncDisposable {
  readonly suite: Observing['suite'];
  /** All standards as one, for what a report says of the standard. */
  readonly standard: StandardDefinition;
  readonly toolsOf: Observing['toolsOf'];
  /** Every file they were read from, by path below `suites/`. */
  readonly files: ReadonlyMap<string, string>;
}

export interface WatchBenchOptions {
  readonly setup: WatchSetup;
  /** Folder of the suites. */
  readonly root: string;
  readonly schemas: string | undefined;
  readonly profile: JudgeTools['profile'];
  /** Which schemas decide on a hop; all that there are unless told otherwise. */
  readonly pick?: (hop: string, all: readonly OpenSchemaBasis[]) => readonly OpenSchemaBasis[];
}

/** Messages of so many bytes together are kept open while traffic is judged. */
const KEPT_OPEN = 64 * 1024 * 1024;

/** @throws {HarnessError} `SUITE_UNKNOWN` for a standard that is not there, `SUITE_INVALID` for one that cannot be read */
export async function openWatchBench(
  world: Pick<Shell, 'cwd' | 'env'>,
  { setup, root, schemas, profile, pick = (_, all) => all }: WatchBenchOptions,
): Promise<WatchBench> {
  const files = openFileSet(root);
  const ids = [...new Set(setup.hops.map(({ standard }) => standard))];
  const standards: StandardDefinition[] = [];
  for (const id of ids) standards.push(await loadStandard(files, id));
  const opened = await Promise.all(
    standards.map(async (standard) => ({
      standard,
      family: familyOf(standard.family),
      rules: openRuleBook(standard, familyOf(standard.family)),
      bases: await openSchemaBases(world, schemas, standard),
    })),
  );
  const reader = createMessageReader(KEPT_OPEN);
  const tools = new Map<string, JudgeTools>();
  for (const hop of setup.hops) {
    const of = opened.find(({ standard }) => standard.id === hop.standard);
    if (of) tools.set(hop.id, { ...of, reader, profile, bases: pick(hop.id, of.bases.all) });
  }
  const [first] = standards;
  if (!first) throw new Error('a watch without hops');
  return {
    suite: suiteOf(ids, files.digest(), setup.title),
    standard: standards.length === 1 ? first : together(standards, first),
    files: files.all(),
    toolsOf: (hop: WatchedHop) => {
      const found = tools.get(hop.id);
      if (found) return found;
      throw new Error(`nobody stands on ${hop.id}`);
    },
    async [Symbol.asyncDispose]() {
      for (const { rules, bases } of opened) {
        rules[Symbol.dispose]();
        await bases[Symbol.asyncDispose]();
      }
    },
  };
}

/** Nobody wrote this suite: it stands for the standards by which the traffic is judged. */
function suiteOf(ids: readonly string[], digest: string, title: string): Observing['suite'] {
  const standard = ids.join('+');
  return {
    ...{ id: `${standard}/${ROLE}`, standard, role: ROLE, title },
    testset: { id: WATCHED, versie: '1', bron: 'eigen', berichten: 'eigen', digest },
  };
}

const ROLE = 'meegelezen';

/** What a report says instead of the name of a role. */
export const WATCHED = 'Meegelezen verkeer';

/** Of rules that several standards share, one. */
function together(standards: readonly StandardDefinition[], first: StandardDefinition): StandardDefinition {
  const join = (parts: readonly string[]) => [...new Set(parts)].join(' + ');
  const once = <T extends { readonly id: string }>(all: readonly T[]) => [
    ...new Map(all.map((each) => [each.id, each])).values(),
  ];
  return {
    ...first,
    naam: join(standards.map(({ naam }) => naam)),
    versie: join(standards.map(({ versie }) => versie)),
    documents: Object.assign({}, ...standards.map(({ documents }) => documents)) as StandardDefinition['documents'],
    rules: once(standards.flatMap(({ rules }) => rules)),
    services: once(standards.flatMap(({ services }) => services)),
  };
}
