/**
 * `npm run selftest`: every suite against every known misbehaviour of its standard, one at a time. Fails on a survivor
 * that nobody explained, and on an explanation that is out of date.
 */
import { JUDGES } from '../../judge/index.js';
import type { Misbehaviour } from '../../model/misbehaviour.js';
import { openFileSet } from '../../suite/file-set.js';
import { loadMisbehaviours } from '../../suite/load-misbehaviours.js';
import { listStandards, loadStandard } from '../../suite/load-standard.js';
import { type LoadedSuite, loadSuite } from '../../suite/load-suite.js';
import { currentScores, knownScore, providersOf } from '../selftest-current.js';
import { type KeptScore, keepScore, misbehavioursDigest, readScore } from './selftest-kept.js';
import { consumersAmong, measuredConsumers, selftestConsumers } from './selftest-roles.js';
import { type Caught, type Score, scoreSuite } from './selftest-score.js';
import { isNoticed, reasonOf, tellTogether, together } from './selftest-survivors.js';

export interface SelftestOptions {
  /** The suites folder. */
  readonly root: string;
  /** Ids of standards or suites; all when empty. */
  readonly named: readonly string[];
  /** Writes each score beside its suite. */
  readonly keep: boolean;
  /** Runs nothing; tells whether the kept scores still belong to the files. */
  readonly check: boolean;
  readonly out: (line: string) => void;
  /** Told how far it is; nothing for the last time. */
  readonly progress: (text: string) => void;
}

/** @returns the exit code: 1 when something is to be mended */
export async function selftest(options: SelftestOptions): Promise<0 | 1> {
  const suites = await chosenSuites(options);
  if (options.check) return checkKept(options, suites);
  const totals = { noticed: 0, of: 0, faults: 0 };
  const consumers = await consumersAmong(options.root, suites);
  totals.faults += await selftestConsumers(options, consumers);
  const providers = suites.filter((id) => !consumers.includes(id));
  for (const standard of new Set(providers.map(standardOf))) {
    const result = await testStandard(
      options,
      standard,
      providers.filter((id) => standardOf(id) === standard),
    );
    totals.noticed += result.noticed;
    totals.of += result.of;
    totals.faults += result.unexplained.length + result.outdated.length;
  }
  options.out(`\n${totals.noticed} of ${totals.of} misbehaviours caught`);
  return totals.faults > 0 ? 1 : 0;
}

async function testStandard(options: SelftestOptions, standard: string, ids: readonly string[]) {
  const scored: { readonly loaded: LoadedSuite; readonly score: Score }[] = [];
  for (const id of ids) {
    options.out(`\n${id}`);
    const loaded = await openSuite(options.root, id);
    const misbehaviours = await loadMisbehaviours(openFileSet(options.root), loaded.standard);
    const hints = await hintsOf(options.root, id);
    scored.push({ loaded, score: await scoreSuite(loaded, misbehaviours, { told: teller(options, misbehaviours), hints }) });
    options.progress('');
  }
  const scores = scored.map(({ score }) => score);
  const [first] = scored;
  const others = first ? await keptOfOthers(options.root, first.loaded, ids) : [];
  const result = together(standard, [...scores, ...others]);
  options.out('');
  for (const line of tellTogether([...scores, ...others], result)) options.out(line);
  if (options.keep) {
    const misbehaviours = await misbehavioursDigest({ root: options.root, suite: standard });
    for (const { loaded, score } of scored) {
      await keepScore(options.root, keptOf(score, [...scores, ...others], loaded.suite.testset.digest, misbehaviours));
    }
  }
  return result;
}

/** A score that no longer belongs to the files still tells where to look first. */
async function hintsOf(root: string, suite: string): Promise<ReadonlyMap<string, string>> {
  const outcomes = (await readScore({ root, suite }))?.outcomes ?? [];
  return new Map(outcomes.flatMap((each) => ('step' in each ? [[each.id, each.step.slice(0, each.step.lastIndexOf('/'))]] : [])));
}

function teller({ out, progress }: SelftestOptions, all: readonly Misbehaviour[]): (caught: Caught) => void {
  let done = 0;
  return ({ misbehaviour, step, rules }) => {
    progress('');
    out(step ? `  ✓ ${misbehaviour.id}  ${step}  ${rules.join(', ')}` : `  ✗ ${misbehaviour.id}  ${misbehaviour.title.en}`);
    done += 1;
    if (done < all.length) progress(`  ${done}/${all.length}  ${all[done]?.id ?? ''}`);
  };
}

function keptOf({ suite, caught }: Score, all: readonly Score[], testset: string, misbehaviours: string): KeptScore {
  const others = all.filter((each) => each.suite !== suite);
  return {
    ...{ suite, testset, misbehaviours, noticed: caught.filter(isNoticed).length, of: caught.length },
    outcomes: caught.map(({ misbehaviour, step, rules }) =>
      step === undefined
        ? { id: misbehaviour.id, title: misbehaviour.title, reason: reasonOf(misbehaviour, others) }
        : { id: misbehaviour.id, step, rules },
    ),
  };
}

/** Scores of suites that are not run now, as far as they were kept and still belong to their files. */
async function keptOfOthers(root: string, { standard }: LoadedSuite, ids: readonly string[]): Promise<readonly Score[]> {
  const misbehaviours = await loadMisbehaviours(openFileSet(root), standard);
  return (await currentScores(root, { standard }, ids)).map(({ suite, outcomes }) => {
    const known = new Map(outcomes.map((each) => [each.id, each]));
    const caught = misbehaviours.map((misbehaviour): Caught => {
      const outcome = known.get(misbehaviour.id);
      return { misbehaviour, rules: [], ...(outcome && 'step' in outcome && outcome) };
    });
    return { suite, caught };
  });
}

async function checkKept({ root, out }: SelftestOptions, suites: readonly string[]): Promise<0 | 1> {
  let bad = 0;
  for (const id of suites) {
    const { state, score } = await knownScore(root, await openSuite(root, id));
    const said = score ? `${score.noticed} of ${score.of} noticed` : 'no score was kept';
    out(`${state === 'current' ? '✓' : '✗'} ${id}: ${said}${state === 'stale' ? ', but the files have changed since' : ''}`);
    if (state !== 'current') bad += 1;
  }
  return bad > 0 ? 1 : 0;
}

async function chosenSuites({ root, named }: SelftestOptions): Promise<readonly string[]> {
  const standards = named.length > 0 ? named : await listStandards(root);
  return (await Promise.all(standards.map((id) => (id.includes('/') ? [id] : suitesOf(root, id))))).flat();
}

function standardOf(suite: string): string {
  return suite.split('/')[0] ?? '';
}

async function suitesOf(root: string, id: string): Promise<readonly string[]> {
  const files = openFileSet(root);
  const standard = await loadStandard(files, id);
  // Without misbehaviours there is nothing to measure with: then a report says that nobody ever did.
  const isMeasured = (await loadMisbehaviours(files, standard)).length > 0;
  return [...(isMeasured ? providersOf(standard) : []), ...(await measuredConsumers(files, standard))];
}

function openSuite(root: string, id: string): Promise<LoadedSuite> {
  return loadSuite(openFileSet(root), id, JUDGES);
}
