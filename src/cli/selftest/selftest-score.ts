/**
 * The mutation score of one suite: which known misbehaviours of its standard it notices, by which step and rules.
 */
import { HarnessError } from '../../model/harness-error.js';
import type { Misbehaviour } from '../../model/misbehaviour.js';
import type { StepJudged } from '../../model/run-event.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { openBench } from './selftest-bench.js';

/** What a suite noticed of one misbehaviour. */
export interface Caught {
  readonly misbehaviour: Misbehaviour;
  /** Path of the first step that turned red by the product's doing; absent when none did. */
  readonly step?: string;
  /** Ids of what was found there. */
  readonly rules: readonly string[];
}

export interface Score {
  readonly suite: string;
  readonly caught: readonly Caught[];
}

export interface ScoreOptions {
  /** Hears of each as soon as it is known. */
  readonly told?: (caught: Caught) => void;
  /** Scenario that noticed a misbehaviour before, by its id. */
  readonly hints?: ReadonlyMap<string, string>;
}

/**
 * Runs one suite against every misbehaviour.
 * @throws {HarnessError} `SUITE_INVALID` when the suite does not find the honest reference good: then it would notice anything, or nothing
 */
export async function scoreSuite(
  loaded: LoadedSuite,
  misbehaviours: readonly Misbehaviour[],
  { told = () => undefined, hints = new Map() }: ScoreOptions = {},
): Promise<Score> {
  using bench = openBench(loaded);
  refuseDoubt(loaded.suite.id, await bench.doubted());
  const caught: Caught[] = [];
  for (const misbehaviour of misbehaviours) {
    const red = await bench.noticed(misbehaviour, hints.get(misbehaviour.id));
    const one = { misbehaviour, rules: red ? rulesOf(red) : [], ...(red && { step: pathOf(red) }) };
    caught.push(one);
    told(one);
  }
  return { suite: loaded.suite.id, caught };
}

function refuseDoubt(suite: string, step: StepJudged | undefined): void {
  if (!step) return;
  throw new HarnessError(
    'SUITE_INVALID',
    `${suite} does not find the reference system good without any misbehaviour: ${pathOf(step)} ${step.verdict}, ${rulesOf(step).join(', ')}`,
    { hint: 'Mend the suite or the reference first; until then what this suite notices says nothing.' },
  );
}

function pathOf({ scenario, step }: StepJudged): string {
  return `${scenario}/${step}`;
}

function rulesOf({ findings }: StepJudged): readonly string[] {
  const wrong = findings.filter(({ verdict, ernst }) => verdict === 'voldoet_niet' && ernst === 'fout');
  return [...new Set(wrong.map(({ id }) => id))];
}
