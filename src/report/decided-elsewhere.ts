/**
 * What became of a rule that no check of its own decides: the schema, the judgement of every reply, the transport, or a
 * whole scenario does. Counted where that really looked, in steps that the rule speaks about.
 */
import type { Finding } from '../model/finding.js';
import { type Plan, stepPath } from '../model/plan.js';
import type { RuleDefinition } from '../model/rule-definition.js';
import type { StepJudged } from '../model/run-event.js';
import type { Scenario } from '../model/scenario.js';

type Elsewhere = Extract<RuleDefinition['check'], { kind: 'elsewhere' }>;

/** The id under which every judgement by a schema is told. */
const BY_SCHEMA = 'SCHEMA';

export interface ElsewhereInput {
  readonly plan: Plan;
  /** By path of the step. */
  readonly judged: ReadonlyMap<string, StepJudged>;
  readonly told: Told;
  /** Those about whose messages the rule speaks. */
  readonly services: ReadonlySet<string>;
}

/** Findings that tell of this rule, as if it had been told by its own id. */
export function decidedElsewhere(
  check: Elsewhere,
  id: string,
  { plan, judged, told, services }: ElsewhereInput,
): readonly Finding[] {
  if (check.by === 'scenario') {
    return plan.scenarios
      .map((each) => each.scenario)
      .filter((each) => each.decides?.includes(id))
      .flatMap((each) => outcomeOf(each, judged) ?? [])
      .map((finding) => ({ ...finding, id }));
  }
  const ids = check.by === 'schema' ? [BY_SCHEMA] : check.told;
  return [...services].flatMap((service) =>
    [...new Set(ids)].flatMap((each) => told.get(service)?.get(each) ?? []).map((finding) => ({ ...finding, id })),
  );
}

/** Findings by the service of their step, and by id. */
export type Told = ReadonlyMap<string, ReadonlyMap<string, readonly Finding[]>>;

export function toldIn(plan: Plan, judged: ReadonlyMap<string, StepJudged>): Told {
  const told = new Map<string, Map<string, Finding[]>>();
  for (const { scenario } of plan.scenarios) {
    for (const step of scenario.steps) {
      const of = told.get(step.service) ?? new Map<string, Finding[]>();
      told.set(step.service, of);
      for (const finding of judged.get(stepPath(scenario, step))?.findings ?? []) {
        const same = of.get(finding.id);
        if (same) same.push(finding);
        else of.set(finding.id, [finding]);
      }
    }
  }
  return told;
}

/** The worst of a scenario, as one finding; nothing where none of it was carried out. */
function outcomeOf(scenario: Scenario, judged: ReadonlyMap<string, StepJudged>): Finding | undefined {
  const steps = scenario.steps.flatMap((step) => judged.get(stepPath(scenario, step)) ?? []);
  if (steps.every((step) => step.exchanges.length === 0)) return undefined;
  const isBroken = steps.some((step) => step.verdict === 'voldoet_niet');
  const isOpen = steps.some((step) => step.verdict !== 'voldoet' && step.verdict !== 'niet_van_toepassing');
  const melding = { nl: scenario.title, en: scenario.title };
  return {
    ...{ id: scenario.id, ernst: 'fout', verplicht: true, melding },
    verdict: isBroken ? 'voldoet_niet' : isOpen ? 'niet_beslist' : 'voldoet',
  };
}
