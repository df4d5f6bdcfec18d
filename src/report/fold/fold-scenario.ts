/**
 * Folds what was told of one scenario into its place in the report. A step can only come out worse than what was told of it.
 */
import type { Finding, Verdict } from '../../model/finding.js';
import { type Outcome, stepOutcome, worst } from '../../model/outcome.js';
import { type Plan, type PlannedScenario, stepPath } from '../../model/plan.js';
import type { ReportRule, ReportScenario, ReportStep } from '../../model/report.js';
import type { StepJudged } from '../../model/run-event.js';
import type { Step } from '../../model/scenario.js';
import { confirmationOf } from './confirmations.js';
import type { EventFacts } from './event-facts.js';

/** A mandatory scenario that is left out is never "not applicable": only optional parts can be switched off. */
export function foldScenario(
  { scenario, skipped }: PlannedScenario,
  seen: EventFacts,
  constants: Plan['constants'],
): ReportScenario {
  const reason = skipped ?? seen.skipped.get(scenario.id);
  const unseen: Verdict = reason === 'without' && !scenario.verplicht ? 'niet_van_toepassing' : 'niet_uitgevoerd';
  const stappen = scenario.steps.map((step) => {
    const path = stepPath(scenario, step);
    const confirmation = step.confirm && !skipped && confirmationOf(step.confirm, path, seen.confirmations, constants);
    return foldStep(step, seen.judged.get(path), unseen, confirmation || undefined);
  });
  return {
    id: scenario.id,
    titel: scenario.title,
    verplicht: scenario.verplicht,
    verdict: worst(stappen.map((each) => each.verdict)),
    ...(reason === undefined ? {} : { overgeslagen: reason }),
    stappen,
  };
}

function foldStep(
  step: Step,
  judged: StepJudged | undefined,
  unseen: Verdict,
  confirmation: ReportStep['handmatigeBevestiging'],
): ReportStep {
  const outcome = judged === undefined ? { verdict: unseen } : outcomeOf(judged);
  return {
    nr: step.nr,
    ...(step.variant === undefined ? {} : { variant: step.variant }),
    richting: step.to === 'TTA' ? 'naar_product' : 'van_product',
    berichttype: step.message,
    dienst: step.service,
    ...(step.link === undefined ? {} : { koppeling: step.link }),
    ...(step.isEndState && { eindtoestand: true as const }),
    ...outcome,
    ...(judged?.gevolgVan === undefined ? {} : { gevolgVan: judged.gevolgVan }),
    bewijs: judged?.exchanges ?? [],
    regels: (judged?.findings ?? []).map(asRule),
    ...(confirmation && { handmatigeBevestiging: confirmation }),
    ...(step.src === undefined ? {} : { src: step.src }),
    ...(step.anomaly === undefined ? {} : { anomaly: step.anomaly }),
  };
}

/** Weighs the findings again: an event cannot be greener than what was found. */
function outcomeOf({ verdict, oorzaak, gevolgVan, findings }: StepJudged): Outcome {
  const told = {
    verdict: gevolgVan === undefined ? verdict : 'niet_beslist',
    ...(oorzaak === undefined ? {} : { oorzaak }),
  } as const;
  if (gevolgVan !== undefined) return told;
  const weighed = stepOutcome(findings);
  if (weighed.verdict === told.verdict) return { ...weighed, ...told };
  return worst([told.verdict, weighed.verdict]) === told.verdict ? told : weighed;
}

function asRule(finding: Finding): ReportRule {
  return { ...finding };
}
