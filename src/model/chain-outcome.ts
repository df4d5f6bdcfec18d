/**
 * What steps amount to for a koppeling, and what koppelingen amount to for their chain. The chain passes only when every
 * mandatory koppeling does, and one over which nothing went proves nothing.
 */
import type { Verdict } from './finding.js';
import { type Outcome, worst } from './outcome.js';
import type { Koppeling, MatrixRij } from './report-chain.js';

/** The worst of several outcomes, with its cause: that of the product when it is one of them. */
export function linkOutcome(outcomes: readonly Outcome[]): Outcome {
  const verdict = worst(outcomes.map((each) => each.verdict));
  const causes = outcomes.flatMap((each) => (each.verdict === verdict && each.oorzaak ? [each.oorzaak] : []));
  const oorzaak = causes.find((each) => each === 'product') ?? causes[0];
  return { verdict, ...(oorzaak && { oorzaak }) };
}

/** What was left out of optional scenarios does not count; a koppeling whose messages nobody saw at both ends is not proven. */
export function outcomeOfRows(rows: readonly Omit<MatrixRij, 'koppeling'>[]): Outcome {
  const counted = rows.filter(({ verplicht, verdict }) => verplicht || !isLeftOut(verdict));
  const hasCarried = counted.some(({ berichten }) => berichten.some(({ bijA, bijB }) => bijA.length > 0 && bijB.length > 0));
  return linkOutcome([...counted, ...(hasCarried ? [] : [{ verdict: 'niet_uitgevoerd' } as const])]);
}

/** A fault that no product caused, counts against no product: then the chain is not decided. */
export function chainVerdict(links: readonly Pick<Koppeling, 'verplicht' | 'verdict' | 'oorzaak'>[]): Verdict {
  const mandatory = links.filter(({ verplicht }) => verplicht);
  if (mandatory.some(({ verdict, oorzaak }) => verdict === 'voldoet_niet' && oorzaak === 'product')) return 'voldoet_niet';
  return mandatory.length > 0 && mandatory.every(({ verdict }) => verdict === 'voldoet') ? 'voldoet' : 'niet_beslist';
}

function isLeftOut(verdict: Verdict): boolean {
  return verdict === 'niet_uitgevoerd' || verdict === 'niet_van_toepassing';
}
