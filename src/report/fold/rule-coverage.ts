/**
 * How far the semantic rules of a standard were covered by a run: which spoke about the kinds of message that went over
 * the wire, which were decided, and which were not checked and why. A rule that is not checked is never passed over.
 */
import type { Plan } from '../../model/plan.js';
import { stepPath } from '../../model/plan.js';
import type { CoveredRule, RuleCoverage } from '../../model/report-coverage.js';
import type { RuleDefinition } from '../../model/rule-definition.js';
import type { StepJudged } from '../../model/run-event.js';
import type { ServiceDefinition } from '../../model/standard-definition.js';
import { boundRules } from './bound-rules.js';
import { decidedElsewhere, toldIn } from './decided-elsewhere.js';
import { type Count, countFindings, noCount, type SideOfOurs } from './rule-count.js';

export interface CoverageInput {
  readonly rules: readonly RuleDefinition[];
  readonly services: readonly ServiceDefinition[];
  readonly plan: Plan;
  /** By path of the step. */
  readonly judged: ReadonlyMap<string, StepJudged>;
}

/** What was decided of the rules that bind the messages of this run. */
export function ruleCoverage(input: CoverageInput): RuleCoverage {
  const { plan, judged } = input;
  const ours = sideOfOurs(plan);
  const counts = countFindings(
    [...judged.values()].flatMap(({ findings }) => findings),
    ours,
  );
  const told = toldIn(plan, judged, ours);
  const regels = boundRules(input.rules, input.services, servicesOf(input)).map(({ rule, services }) => {
    const { check, id } = rule;
    const elsewhere = check.kind === 'elsewhere' && decidedElsewhere(check, id, { plan, judged, told, services, ours });
    return covered(rule, elsewhere || counts.get(id));
  });
  const number = (holds: (rule: CoveredRule) => boolean) => regels.filter(holds).length;
  return {
    catalogus: input.rules.length,
    bindtNiet: input.rules.length - regels.length,
    toegepast: regels.length,
    gecontroleerd: number((each) => each.gecontroleerd),
    opProduct: number((each) => each.gehouden + each.gebroken > 0),
    deelsGecontroleerd: number((each) => each.deels === true),
    elders: number((each) => each.hoe === 'elders'),
    geenAanleiding: number((each) => each.hoe === 'geen_aanleiding'),
    nietGecontroleerd: number((each) => each.hoe === 'niet' || each.hoe === 'niet_beslist'),
    regels: regels.sort((one, other) => (one.id < other.id ? -1 : 1)),
  };
}

/** Of every step that was carried out. */
function servicesOf({ plan, judged }: CoverageInput): ReadonlySet<string> {
  const done = plan.scenarios.flatMap(({ scenario }) =>
    scenario.steps.filter((step) => (judged.get(stepPath(scenario, step))?.exchanges.length ?? 0) > 0),
  );
  return new Set(done.map((step) => step.service));
}

/** We ask, and the product answers; but where the product sends by itself, the answers are ours. In real traffic nothing is. */
function sideOfOurs({ scenarios, watched }: Plan): SideOfOurs {
  if (watched) return undefined;
  return scenarios.some(({ scenario }) => scenario.steps.some((step) => step.receive)) ? '/antwoord' : '/vraag';
}

function covered({ id, check }: RuleDefinition, count = noCount()): CoveredRule {
  const isDecided = count.held + count.broken + count.ours > 0;
  const hoe = howOf(check.kind, count);
  return {
    id,
    gecontroleerd: isDecided,
    hoe,
    gehouden: count.held,
    gebroken: count.broken,
    ...(isDecided && count.open > 0 && { deels: true }),
    ...(hoe === 'niet' && check.kind === 'none' && { reden: check.reason }),
  };
}

function howOf(kind: RuleDefinition['check']['kind'], { held, broken, ours, open }: Count): CoveredRule['hoe'] {
  if (kind === 'elsewhere' && held + broken + ours > 0) return 'elders';
  if (held + broken > 0) return 'product';
  if (ours > 0) return 'eigen_bericht';
  if (kind === 'none') return 'niet';
  return open > 0 ? 'niet_beslist' : 'geen_aanleiding';
}
