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
  /** Whether the rule speaks about a message of this service. */
  readonly speaks: (service: string) => boolean;
}

/** Findings that tell of this rule, as if it had been told by its own id. */
export function decidedElsewhere(check: Elsewhere, id: string, { plan, judged, speaks }: ElsewhereInput): readonly Finding[] {
  const scenarios = plan.scenarios.map((each) => each.scenario);
  if (check.by === 'scenario') {
    return scenarios
      .filter((each) => each.decides?.includes(id))
      .flatMap((each) => outcomeOf(each, judged) ?? [])
      .map((finding) => ({ ...finding, id }));
  }
  const told = check.by === 'schema' ? [BY_SCHEMA] : check.told;
  return scenarios.flatMap((scenario) =>
    scenario.steps
      .filter(({ service }) => speaks(service))
      .flatMap((step) => judged.get(stepPath(scenario, step))?.findings ?? [])
      .filter((finding) => told.includes(finding.id))
      .map((finding) => ({ ...finding, id })),
  );
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
