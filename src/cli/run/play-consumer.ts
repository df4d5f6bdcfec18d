/** Our own driver plays the product of a suite in which the product sends: it sends the examples of the suite. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REFERENCE_HEADER } from '../../actor/simulator.js';
import { run } from '../../run.js';
import { mirrored } from '../../suite/mirror.js';
import { planSuite } from '../../suite/plan.js';
import { freshSeed } from '../chance.js';
import type { FileJournal } from '../journal/journal.js';
import { packageFacts } from '../package-root.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { openSchemaBases } from '../standards/schema-bases.js';
import { openSuite } from '../suite-loading.js';
import { unique } from '../unique.js';
import { hireCrew, tokenOf } from './run-crew.js';

/** Enough for an answer on this machine; some suites give none on purpose. */
const PATIENCE_MILLIS = 5000;

/** Sends everything, in the order of the suite. What it thinks of the answers is for nobody: the other side reports. */
export async function playConsumer(shell: Shell, settings: Settings, id: string, url: string): Promise<void> {
  const loaded = mirrored(await openSuite(id));
  const seed = freshSeed();
  await using bases = await openSchemaBases(shell, settings.schemas, loaded.standard);
  await using hired = hireCrew({
    ...{ shell, loaded, seed, clock: shell.clock, journal: NOWHERE, bases: bases.all },
    settings: {
      ...settings,
      timeoutMillis: PATIENCE_MILLIS,
      endpoints: { '*': url },
      headers: [[REFERENCE_HEADER, packageFacts().version]],
    },
    token: tokenOf({ seed, suite: id, startMillis: shell.clock.now() }),
    spoolFolder: join(tmpdir(), `ketentest-${unique()}`),
  });
  for await (const _ of run(planSuite(loaded, settings), hired.crew));
}

const NOWHERE: FileJournal = {
  append: async () => undefined,
  putBody: async () => undefined,
  close: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
};
