/**
 * Folds one run's events into a report. I was not there; I have read everything.
 * Pure: the same plan and the same events give the same report, today and in ten years.
 */
import type { KnownDeviation } from '../../model/deviation.js';
import { totalOf } from '../../model/outcome.js';
import type { Plan } from '../../model/plan.js';
import type { Report } from '../../model/report.js';
import type { PartijFeiten } from '../../model/report-chain.js';
import type { RunEvent } from '../../model/run-event.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { explainFaults } from './deviations.js';
import { type EventFacts, readEvents } from './event-facts.js';
import { foldChain } from './fold-chain.js';
import { foldScenario } from './fold-scenario.js';
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
  /** Faults that were known beforehand; absent when nobody named any. */
  readonly afwijkingen?: readonly KnownDeviation[];
  /** What is known of the test set itself. */
  readonly zelftoets?: Report['testset']['zelftoets'];
  /** In a chain: ids of the actors that are real systems. */
  readonly echt?: readonly string[];
  /** In a chain: actor → what somebody told of it. */
  readonly partijen?: Readonly<Record<string, PartijFeiten>>;
  /** What passed, when real traffic was watched. */
  readonly waarneming?: Report['waarneming'];
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
  const folded = plan.scenarios.map((planned) => foldScenario(planned, seen, plan.constants));
  const { scenarios, afwijkingen } = explainFaults(folded, run.afwijkingen ?? [], {
    suite: plan.suite,
    startedAt: seen.startedAt,
  });
  const { chain, title } = plan.suite;
  const facts = { titel: title, real: run.echt ?? [], ...(run.partijen && { told: run.partijen }), seen: seen.onHops };
  const keten = chain && foldChain(chain, scenarios, facts);
  return {
    $schema: REPORT_SCHEMA,
    rapport: { nummer: run.nummer, taal: run.taal },
    standaard: { naam: run.standaard.naam, versie: run.standaard.versie, rol: run.rol },
    product: run.product,
    leverancier: run.leverancier,
    testset: { ...plan.suite.testset, omvang: plan.omvang, ...(run.zelftoets && { zelftoets: run.zelftoets }) },
    harnas: run.harnas,
    schemabasis: { soort: run.schemabasis.soort, naam: run.schemabasis.naam, digest: run.schemabasis.digest },
    resultaat: { totaal: totalOf(scenarios, keten?.koppelingen), tellingen: tally(scenarios, seen.unexpected.length) },
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
    ...(run.afwijkingen && { afwijkingen }),
    ...(keten && { keten }),
    ...(run.waarneming && { waarneming: run.waarneming }),
    ...coverage(plan, run, seen),
    bronnen: run.standaard.documents,
  };
}

function coverage(plan: Plan, { standaard }: RunFacts, { judged }: EventFacts): Pick<Report, 'regeldekking'> {
  const { rules = [], services = [] } = standaard;
  return rules.length === 0 ? {} : { regeldekking: ruleCoverage({ rules, services, plan, judged }) };
}
