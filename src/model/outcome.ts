/**
 * The algebra of outcomes: findings amount to a step, steps to a scenario, scenarios to a run.
 * Only a `fout` rises, the worst wins, and what was not looked at is never green.
 *
 * @see docs/architecture.md, "Outcomes"
 */
import { type Finding, type Oorzaak, VERDICTS, type Verdict } from './finding.js';
import type { Totaal } from './report.js';

/** What something came to, and who or what caused it when it is not well. */
export interface Outcome {
  readonly verdict: Verdict;
  /** Absent exactly when there is nothing to blame anybody for: `voldoet`, `niet_van_toepassing`, or nothing was done. */
  readonly oorzaak?: Oorzaak;
}

/** A scenario as far as the total of a run looks at it. */
export interface ScenarioOutcome {
  readonly verplicht: boolean;
  readonly stappen: readonly Outcome[];
}

/** A koppeling of a chain, as far as the total of a run looks at it. */
export interface LinkOutcome {
  readonly verplicht: boolean;
  readonly verdict: Verdict;
}

/** The facts of a finding that decide. */
type Weighed = Pick<Finding, 'verdict' | 'ernst' | 'verplicht' | 'oorzaak'>;

/**
 * What the findings of one step amount to. A step whose precondition failed is not weighed here: it is
 * `niet_beslist` with `gevolgVan`, whatever was found.
 *
 * @returns `niet_uitgevoerd` when there are no findings, and `niet_beslist` when none of them decided anything:
 * zero executed checks are never green
 */
export function stepOutcome(findings: readonly Weighed[]): Outcome {
  const faults = findings.filter((each) => each.verdict === 'voldoet_niet' && each.ernst === 'fout');
  if (faults.length > 0) return { verdict: 'voldoet_niet', oorzaak: causeOf(faults) };
  const undecided = findings.filter((each) => each.verplicht && isOpen(each.verdict));
  if (undecided.length > 0) return { verdict: 'niet_beslist', oorzaak: causeOf(undecided) };
  if (findings.some((each) => isDecided(each.verdict))) return { verdict: 'voldoet' };
  const open = findings.filter((each) => isOpen(each.verdict));
  if (open.length > 0) return { verdict: 'niet_beslist', oorzaak: causeOf(open) };
  return { verdict: findings.length > 0 ? 'niet_van_toepassing' : 'niet_uitgevoerd' };
}

/** The worst of several verdicts; `niet_uitgevoerd` when there are none. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  const ranks = [...verdicts].map((verdict) => VERDICTS.indexOf(verdict));
  return ranks.length === 0 ? 'niet_uitgevoerd' : (VERDICTS[Math.max(...ranks)] ?? 'niet_uitgevoerd');
}

/**
 * What a run amounts to: `met_fouten` with any fault of the product; `foutloos` when every mandatory step was
 * executed and nothing that was required stayed open; `niet_vastgesteld` otherwise.
 *
 * @param links - of a chain: none of its mandatory koppelingen stays unproven
 */
export function totalOf(scenarios: readonly ScenarioOutcome[], links: readonly LinkOutcome[] = []): Totaal {
  const steps = scenarios.flatMap((each) => each.stappen);
  if (steps.some((each) => each.verdict === 'voldoet_niet' && each.oorzaak === 'product')) return 'met_fouten';
  const isMandatoryDone = scenarios
    .filter((each) => each.verplicht)
    .every((each) => each.stappen.length > 0 && each.stappen.every((step) => step.verdict === 'voldoet'));
  const isOpenAnywhere = steps.some((each) => each.verdict === 'niet_beslist' || each.verdict === 'voldoet_niet');
  const isAnythingDone = steps.some((each) => each.verdict === 'voldoet');
  const isProven = links.every(({ verplicht, verdict }) => !verplicht || verdict === 'voldoet');
  return isMandatoryDone && isAnythingDone && !isOpenAnywhere && isProven ? 'foutloos' : 'niet_vastgesteld';
}

function isDecided(verdict: Verdict): boolean {
  return verdict === 'voldoet' || verdict === 'voldoet_niet';
}

function isOpen(verdict: Verdict): boolean {
  return verdict === 'niet_beslist' || verdict === 'niet_uitgevoerd';
}

/** The product's own part is never hidden behind somebody else's; without a stated cause the harness owes the answer. */
function causeOf(findings: readonly Weighed[]): Oorzaak {
  if (findings.some((each) => each.verdict === 'voldoet_niet' && each.oorzaak === 'product')) return 'product';
  return findings.find((each) => each.oorzaak !== undefined)?.oorzaak ?? 'harnas';
}
