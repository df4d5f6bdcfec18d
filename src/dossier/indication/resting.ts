/** On which report an indication rests: an open fault first; else, of those without faults, the one that bears most. */
import { LEVELS } from '../../report/seal/assurance.js';
import { type Conditions, conditionsOf } from './conditions.js';
import { INDICATIES, type Tupel } from './indication.js';
import { type Lapse, lapsesOf } from './lapses.js';
import { hasFaults, isOvertaken, newestFirst, openFaults } from './mending.js';
import type { Said, Statements } from './said.js';
import { timeOf } from './said.js';
import { keyOfTuple } from './same-tuple.js';
import type { Standing } from './standing.js';

export interface Resting {
  /** That count, newest first. */
  readonly counting: readonly Standing[];
  /** Newest first. */
  readonly faults: readonly Standing[];
  /** Taken back or disputed, and nothing newer came in their place; newest first. */
  readonly fallen: readonly Standing[];
  /** The supplier took back what it says of this version, and nothing newer came in its place. */
  readonly withdrawal: Said<'intrekking'> | undefined;
  /** What the supplier declares, and did not take back. */
  readonly declared: Said<'steun'> | undefined;
  readonly on: Standing | undefined;
  readonly lapses: readonly Lapse[];
  readonly conditions: Conditions;
}

export function restingOf(tupel: Tupel, standings: readonly Standing[], said: Statements, at: number): Resting {
  const counting = newestFirst(standings.filter(({ countsNot }) => countsNot.length === 0));
  const faults = openFaults(counting);
  const fallen = newestFirst(standings.filter(({ fell }) => fell !== undefined)).filter((each) => !isOvertaken(each, counting));
  const last = said.of('intrekking').find(({ verklaring: { over } }) => isOf(over, tupel));
  const declared = said.of('steun').find(({ verklaring: { over } }) => isOf(over, tupel));
  const isDeclaredAgain = last && declared && timeOf(declared) > timeOf(last);
  const isTestedAgain = last && counting.some(({ endedAt }) => endedAt > timeOf(last));
  const withdrawal = isDeclaredAgain || isTestedAgain ? undefined : last;
  const best = faults[0] ? undefined : bearingMost(counting, tupel, said, at);
  const on = faults[0] ?? best?.on;
  return {
    ...{ counting, faults, fallen, withdrawal, declared: last && !isDeclaredAgain ? undefined : declared, on },
    lapses: best?.lapses ?? [],
    conditions: best?.conditions ?? conditionsOf(on, tupel, said, at),
  };
}

/** What holds still before what lapsed; then what came furthest, what is surest, and what is newest. */
function bearingMost(counting: readonly Standing[], tupel: Tupel, said: Statements, at: number) {
  const flawless = counting
    .filter((each) => !hasFaults(each))
    .map((on) => ({ on, lapses: lapsesOf(on, tupel, said, at), conditions: conditionsOf(on, tupel, said, at) }));
  const rank = ({ on, lapses, conditions }: (typeof flawless)[number]) => [
    lapses.length === 0 ? 1 : 0,
    INDICATIES.indexOf(conditions.outcome.indicatie),
    conditions.voorwaarden[0]?.voldaan === 'J' ? 1 : 0,
    LEVELS.indexOf(on.feiten.zekerheid.niveau),
    on.endedAt,
  ];
  return flawless.toSorted((one, other) => {
    const [mine, theirs] = [rank(one), rank(other)];
    const differs = mine.findIndex((each, index) => each !== theirs[index]);
    return (theirs[differs] ?? 0) - (mine[differs] ?? 0);
  })[0];
}

function isOf(over: Said<'steun' | 'intrekking'>['verklaring']['over'], tupel: Tupel): boolean {
  return 'product' in over && keyOfTuple(over) === keyOfTuple(tupel);
}
