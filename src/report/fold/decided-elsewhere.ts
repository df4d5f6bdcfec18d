/**
 * What became of a rule that no check of its own decides: the schema, the judgement of every reply, the transport, or a
 * whole scenario does. Counted where that really looked, in steps that the rule speaks about.
 */
import type { Finding } from '../../model/finding.js';
import { type Plan, stepPath } from '../../model/plan.js';
import type { RuleDefinition } from '../../model/rule-definition.js';
import type { StepJudged } from '../../model/run-event.js';
import type { Scenario } from '../../model/scenario.js';
import { type Count, countOwn, noCount, type SideOfOurs, sumOf } from './rule-count.js';

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
  readonly ours: SideOfOurs;
}

/** What was told of this rule, as if by its own id; undefined for nothing. */
export function decidedElsewhere(
  check: Elsewhere,
  id: string,
  { plan, judged, told, services, ours }: ElsewhereInput,
): Count | undefined {
  if (check.by === 'scenario') {
    const outcomes = plan.scenarios
      .map((each) => each.scenario)
      .filter((each) => each.decides?.includes(id))
      .flatMap((each) => outcomeOf(each, judged) ?? []);
    return sumOf(outcomes.map((each) => countOf([each], ours)));
  }
  const ids = new Set(check.by === 'schema' ? [BY_SCHEMA] : check.told);
  return sumOf([...services].flatMap((service) => [...ids].flatMap((each) => told.get(service)?.get(each) ?? [])));
}

/** Counts by the service of the step, and by id. */
export type Told = ReadonlyMap<string, ReadonlyMap<string, Count>>;

export function toldIn(plan: Plan, judged: ReadonlyMap<string, StepJudged>, ours: SideOfOurs): Told {
  const told = new Map<string, Map<string, Count>>();
  for (const { scenario } of plan.scenarios) {
    for (const step of scenario.steps) {
      const of = told.get(step.service) ?? new Map<string, Count>();
      told.set(step.service, of);
      for (const finding of judged.get(stepPath(scenario, step))?.findings ?? []) {
        const count = of.get(finding.id) ?? noCount();
        of.set(finding.id, count);
        countOwn(count, finding, ours);
      }
    }
  }
  return told;
}

function countOf(findings: readonly Finding[], ours: SideOfOurs): Count {
  const count = noCount();
  for (const finding of findings) countOwn(count, finding, ours);
  return count;
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
