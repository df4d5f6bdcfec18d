/** Counts what is in a report, per verdict; made again from the report, the numbers are the same. */
import type { Verdict } from '../../model/finding.js';
import { HUMAN_CHECK } from '../../model/human-check.js';
import type { ReportScenario, Tellingen, VerdictCount } from '../../model/report.js';
import { countConfirmations } from './confirmations.js';

/** @param unexpected - number of messages that no step waited for */
export function tally(scenarios: readonly ReportScenario[], unexpected: number): Tellingen {
  const stappen = scenarios.flatMap((each) => each.stappen);
  return {
    scenarios: perVerdict(scenarios),
    stappen: perVerdict(stappen),
    regels: perVerdict(stappen.flatMap((each) => each.regels).filter(({ id }) => id !== HUMAN_CHECK)),
    ...countConfirmations(stappen),
    ...(unexpected > 0 && { onverwacht: unexpected }),
  };
}

function perVerdict(of: readonly { readonly verdict: Verdict }[]): VerdictCount {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of of) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
