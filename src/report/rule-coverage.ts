/**
 * How far the semantic rules of a standard were covered by a run: which spoke about the kinds of message that went over
 * the wire, which were decided, and which were not checked and why. A rule that is not checked is never passed over.
 */
import type { Finding } from '../model/finding.js';
import type { Plan } from '../model/plan.js';
import { stepPath } from '../model/plan.js';
import type { CoveredRule, RuleCoverage } from '../model/report-coverage.js';
import { appliesTo, type RuleDefinition, type RuleSubject } from '../model/rule-definition.js';
import type { StepJudged } from '../model/run-event.js';
import type { ServiceDefinition } from '../model/standard-definition.js';
import { decidedElsewhere, type Told, toldIn } from './decided-elsewhere.js';

export interface CoverageInput {
  readonly rules: readonly RuleDefinition[];
  readonly services: readonly ServiceDefinition[];
  readonly plan: Plan;
  /** By path of the step. */
  readonly judged: ReadonlyMap<string, StepJudged>;
}

interface Count {
  held: number;
  broken: number;
  /** The same in messages of ours. */
  ours: number;
  open: number;
}

/** What was decided of the rules that bind the messages of this run. */
export function ruleCoverage(input: CoverageInput): RuleCoverage {
  const subjects = subjectsOf(input);
  const counts = countFindings(
    [...input.judged.values()].flatMap(({ findings }) => findings),
    sideOfOurs(input.plan),
  );
  const told = toldIn(input.plan, input.judged);
  const regels = input.rules
    .filter((rule) => !isOfOthers(rule) && subjects.some((subject) => appliesTo(rule, subject)))
    .map((rule) => covered(rule, countOf(rule, subjects, input, told) ?? counts.get(rule.id)));
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

/** A rule of another family of standards binds nobody here. */
function isOfOthers({ check }: RuleDefinition): boolean {
  return check.kind === 'none' && check.reason === 'other-family';
}

/** The kinds of message of every step that was carried out. */
function subjectsOf({ plan, judged, services }: CoverageInput): readonly RuleSubject[] {
  const done = plan.scenarios.flatMap(({ scenario }) =>
    scenario.steps.filter((step) => (judged.get(stepPath(scenario, step))?.exchanges.length ?? 0) > 0),
  );
  const names = new Set(done.map((step) => step.service));
  return services
    .filter(({ id }) => names.has(id))
    .flatMap(({ id, request, replies }): readonly RuleSubject[] => [
      { code: request.code, element: request.element, service: id, side: 'request' },
      ...replies.map(({ code, element }) => ({ code, element, service: id, side: 'reply' as const })),
    ]);
}

/** Of a rule that another part of the judgement decides. */
function countOf(
  rule: RuleDefinition,
  subjects: readonly RuleSubject[],
  { plan, judged }: CoverageInput,
  told: Told,
): Count | undefined {
  if (rule.check.kind !== 'elsewhere') return undefined;
  const services = new Set(subjects.flatMap((subject) => (appliesTo(rule, subject) ? (subject.service ?? []) : [])));
  const findings = decidedElsewhere(rule.check, rule.id, { plan, judged, told, services });
  return countFindings(findings, sideOfOurs(plan)).get(rule.id);
}

/** We ask, and the product answers; but where the product sends by itself, the answers are ours. In real traffic nothing is. */
function sideOfOurs({ scenarios, watched }: Plan): '/vraag' | '/antwoord' | undefined {
  if (watched) return undefined;
  return scenarios.some(({ scenario }) => scenario.steps.some((step) => step.receive)) ? '/antwoord' : '/vraag';
}

function countFindings(findings: readonly Finding[], ours: ReturnType<typeof sideOfOurs>): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  const of = (id: string): Count => {
    const known = counts.get(id) ?? { held: 0, broken: 0, ours: 0, open: 0 };
    counts.set(id, known);
    return known;
  };
  for (const { id, verdict, gehouden, bericht } of findings) {
    const isOurs = ours !== undefined && bericht?.endsWith(ours) === true;
    for (const kept of gehouden ?? []) of(kept)[isOurs ? 'ours' : 'held'] += 1;
    if (verdict === 'niet_beslist') of(id).open += 1;
    if (verdict === 'voldoet') of(id)[isOurs ? 'ours' : 'held'] += 1;
    if (verdict === 'voldoet_niet') of(id)[isOurs ? 'ours' : 'broken'] += 1;
  }
  return counts;
}

function covered({ id, check }: RuleDefinition, count: Count = { held: 0, broken: 0, ours: 0, open: 0 }): CoveredRule {
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
