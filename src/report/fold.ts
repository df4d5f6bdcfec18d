/**
 * Folds one run's events into a report. I was not there; I have read everything.
 * Pure: the same plan and the same events give the same report, today and in ten years.
 */
import type { Finding, Verdict } from '../model/finding.js';
import { type Outcome, stepOutcome, totalOf, worst } from '../model/outcome.js';
import type { Plan, PlannedScenario } from '../model/plan.js';
import { stepPath } from '../model/plan.js';
import type { Report, ReportRule, ReportScenario, ReportStep } from '../model/report.js';
import type { RunEvent, StepJudged } from '../model/run-event.js';
import type { Step } from '../model/scenario.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import { confirmationOf } from './confirmations.js';
import { type EventFacts, readEvents } from './event-facts.js';
import { ruleCoverage } from './rule-coverage.js';
import { tally } from './tally.js';

/** Names the JSON Schema that every `rapport.json` follows; published as docs/rapport.schema.json. */
export const REPORT_SCHEMA = 'urn:ketentest:rapport.schema.json:1';

/** What the events of a run do not tell. */
export interface RunFacts {
  readonly nummer: string;
  readonly taal: 'nl' | 'en';
  /** Counts from 1. */
  readonly poging: number;
  readonly standaard: Pick<StandardDefinition, 'naam' | 'versie' | 'documents'> &
    Partial<Pick<StandardDefinition, 'rules' | 'services'>>;
  /** Name of the role that was tested, e.g. `Zaaksysteem`. */
  readonly rol: string;
  readonly product: Report['product'];
  readonly leverancier: Report['leverancier'];
  readonly harnas: Report['harnas'];
  readonly schemabasis: Report['schemabasis'];
  readonly omgeving: Report['omgeving'];
  readonly uitvoerder: Report['uitvoerder'];
  readonly profiel: Report['uitvoering']['profiel'];
  readonly modus: Report['uitvoering']['modus'];
  /** What is known of the test set itself. */
  readonly zelftoets?: Report['testset']['zelftoets'];
}

export interface FoldInput {
  readonly plan: Plan;
  readonly run: RunFacts;
  /** As they happened; of a run that was cut off, as far as they go. */
  readonly events: Iterable<RunEvent>;
}

/**
 * Makes the report of a run.
 * @throws {HarnessError} `REPORT_INVALID` when the events do not begin with `run-started`
 */
export function fold({ plan, run, events }: FoldInput): Report {
  const seen = readEvents(events);
  const scenarios = plan.scenarios.map((planned) => foldScenario(planned, seen, plan.constants));
  return {
    $schema: REPORT_SCHEMA,
    rapport: { nummer: run.nummer, taal: run.taal },
    standaard: { naam: run.standaard.naam, versie: run.standaard.versie, rol: run.rol },
    product: run.product,
    leverancier: run.leverancier,
    testset: { ...plan.suite.testset, omvang: plan.omvang, ...(run.zelftoets && { zelftoets: run.zelftoets }) },
    harnas: run.harnas,
    schemabasis: { soort: run.schemabasis.soort, naam: run.schemabasis.naam, digest: run.schemabasis.digest },
    resultaat: { totaal: totalOf(scenarios), tellingen: tally(scenarios, seen.unexpected.length) },
    scenarios,
    uitvoering: {
      gestartOp: seen.startedAt,
      beeindigdOp: seen.endedAt,
      poging: run.poging,
      profiel: run.profiel,
      modus: run.modus,
      seed: seen.seed,
      kenmerk: seen.token,
      einde: seen.end,
      overschrijvingen: plan.overrides.map((each) => ({
        naam: each.name,
        waarde: each.value,
        ...(each.default === undefined ? {} : { standaard: each.default }),
      })),
    },
    omgeving: run.omgeving,
    uitvoerder: run.uitvoerder,
    achtergelaten: seen.leftBehind,
    ...(seen.unexpected.length > 0 && { onverwacht: seen.unexpected }),
    ...coverage(plan, run, seen),
    bronnen: run.standaard.documents,
  };
}

function coverage(plan: Plan, { standaard }: RunFacts, { judged }: EventFacts): Pick<Report, 'regeldekking'> {
  const { rules = [], services = [] } = standaard;
  return rules.length === 0 ? {} : { regeldekking: ruleCoverage({ rules, services, plan, judged }) };
}

/** A mandatory scenario that is left out is never "not applicable": only optional parts can be switched off. */
function foldScenario({ scenario, skipped }: PlannedScenario, seen: EventFacts, constants: Plan['constants']): ReportScenario {
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
