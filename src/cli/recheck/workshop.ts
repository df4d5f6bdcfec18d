/** Keeps what many packages share: a test set is loaded, and its schemas and rules are compiled, once. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { JUDGES } from '../../judge/index.js';
import { openRuleBook, type RuleBook } from '../../judge/rule-book.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Plan } from '../../model/plan.js';
import type { WatchSetup } from '../../model/watched.js';
import { familyOf } from '../../standard/index.js';
import { openFileSet } from '../../suite/file-set.js';
import { type LoadedSuite, loadSuite } from '../../suite/load-suite.js';
import type { Shell } from '../shell.js';
import { type OpenBases, openSchemaBases } from '../standards/schema-bases.js';
import { openSuite } from '../suite-loading.js';
import type { OpenedPackage } from './opened-package.js';
import { type RejudgedWatch, rejudgeWatched } from './rejudge-watched.js';

/** A test set that is ready to judge by. */
export interface Bench {
  readonly loaded: LoadedSuite;
  readonly rules: RuleBook;
  readonly bases: OpenBases['all'];
  /** Plans that were made of it before, by what was chosen. */
  readonly plans: Map<string, Planned>;
}

export interface Planned {
  readonly plan: Plan;
  /** As it is written in a package. */
  readonly text: string;
}

export interface Workshop extends AsyncDisposable {
  /** The test set of a package. @param suites - its folder `testset/suites` */
  own(suites: string, id: string): Promise<Bench>;
  /** One of this version of ketentest. @throws {HarnessError} `SUITE_UNKNOWN` with the nearest name */
  installed(id: string): Promise<Bench>;
  /** Traffic that was watched has no test set of its own: it is judged by the standards in the package. */
  watched(of: OpenedPackage, setup: WatchSetup): Promise<RejudgedWatch>;
}

export function openWorkshop(world: Pick<Shell, 'cwd' | 'env'>, schemas: string | undefined): Workshop {
  const benches = new Map<string, Promise<Bench & { readonly opened: OpenBases }>>();
  const ready = (key: string, load: () => Promise<LoadedSuite>) => {
    const known = benches.get(key);
    if (known) return known;
    const bench = load().then(async (loaded) => {
      const opened = await openSchemaBases(world, schemas, loaded.standard);
      return {
        loaded,
        opened,
        bases: opened.all,
        plans: new Map(),
        rules: openRuleBook(loaded.standard, familyOf(loaded.standard.family)),
      };
    });
    benches.set(key, bench);
    return bench;
  };
  return {
    own: async (suites, id) => ready(`${id} ${await digestOf(suites)}`, () => loadSuite(openFileSet(suites), id, JUDGES)),
    installed: (id) => ready(id, () => openSuite(id)),
    watched: (of, setup) => rejudgeWatched(world, of, setup, schemas),
    async [Symbol.asyncDispose]() {
      for (const bench of benches.values()) {
        const { rules, opened } = await bench.catch(() => ({ rules: undefined, opened: undefined }));
        rules?.[Symbol.dispose]();
        await opened?.[Symbol.asyncDispose]();
      }
    },
  };
}

/** More files than any test set has. */
const MOST_FILES = 10_000;

async function digestOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  if (files.length > MOST_FILES) throw new HarnessError('REPORT_INVALID', `${folder} holds more than ${MOST_FILES} files`);
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    // A hundred small files are read at once in a tenth of the time that promises take.
    const bytes = readFileSync(file);
    hash.update(`${relative(folder, file).split(sep).join('/')}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
