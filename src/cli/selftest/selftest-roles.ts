/** The part of `npm run selftest` about roles in which the product sends: which there are, and their scores. */
import { JUDGES } from '../../judge/index.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { type FileSet, openFileSet } from '../../suite/file-set.js';
import { loadStandard } from '../../suite/load-standard.js';
import { type LoadedSuite, loadSuite } from '../../suite/load-suite.js';
import { loadWrongConsumers } from '../../suite/wrong-consumers.js';
import { isConsumer } from '../selftest-current.js';
import type { SelftestOptions } from './selftest.js';
import { type CaughtConsumer, scoreConsumers } from './selftest-consumers.js';
import { keepScore, misbehavioursDigest } from './selftest-kept.js';

/** Suites of a standard in which the product sends, and for which wrong consumers are kept. */
export async function measuredConsumers(files: FileSet, standard: StandardDefinition): Promise<readonly string[]> {
  const ids = standard.roles.filter(({ kind }) => kind === 'consumer').map(({ id }) => `${standard.id}/${id}`);
  const suites = await Promise.all(ids.map((id) => loadSuite(files, id, JUDGES)));
  const counts = await Promise.all(suites.map((loaded) => loadWrongConsumers(files, loaded)));
  return ids.filter((_, index) => (counts[index]?.length ?? 0) > 0);
}

/** Those of these suites in which the product sends. */
export async function consumersAmong(root: string, suites: readonly string[]): Promise<readonly string[]> {
  const files = openFileSet(root);
  const standards = await Promise.all(suites.map((id) => loadStandard(files, id.split('/')[0] ?? '')));
  return suites.filter((id, index) => standards[index] && isConsumer(standards[index], id));
}

/** Scores each; @returns how many wrong consumers got through */
export async function selftestConsumers(options: SelftestOptions, suites: readonly string[]): Promise<number> {
  let missed = 0;
  for (const id of suites) {
    const files = openFileSet(options.root);
    const loaded = await loadSuite(files, id, JUDGES);
    const wrongs = await loadWrongConsumers(files, loaded);
    options.out(`\n${id}`);
    const caught = await scoreConsumers(loaded, wrongs, ({ wrong, isCaught, rules }) =>
      options.out(`  ${isCaught ? '✓' : '✗'} ${wrong.what}  ${wrong.step}  ${rules.join(', ')}`),
    );
    const noticed = caught.filter(({ isCaught }) => isCaught).length;
    options.out(`${id}: ${noticed} of ${caught.length} wrong consumers caught`);
    if (options.keep) await keep(options.root, loaded, caught);
    missed += caught.length - noticed;
  }
  return missed;
}

async function keep(root: string, { suite }: LoadedSuite, caught: readonly CaughtConsumer[]): Promise<void> {
  await keepScore(root, {
    ...{ suite: suite.id, testset: suite.testset.digest },
    misbehaviours: await misbehavioursDigest({ root, suite: suite.id }, 'consumers'),
    ...{ noticed: caught.filter(({ isCaught }) => isCaught).length, of: caught.length },
    outcomes: caught.map(({ wrong: { what, step }, isCaught, rules }) => {
      const id = `${step} ${what}`;
      return isCaught ? { id, step, rules } : { id, title: { nl: what, en: what }, reason: NO_REASON };
    }),
  });
}

const NO_REASON = { nl: 'Er is geen reden gegeven.', en: 'No reason was given.' };
