/** Which rules of a standard bind the messages of some of its services. */
import { appliesTo, type RuleDefinition, type RuleSubject } from '../../model/rule-definition.js';
import type { ServiceDefinition } from '../../model/standard-definition.js';

export interface BoundRule {
  readonly rule: RuleDefinition;
  /** Those of the services whose messages it speaks about. */
  readonly services: ReadonlySet<string>;
}

type Choices = Map<string, readonly BoundRule[]>;

/** Runs of one test set carry out the same services, and a standard does not change. */
const BOUND = new WeakMap<readonly RuleDefinition[], WeakMap<readonly ServiceDefinition[], Choices>>();

/** Of so many choices of services the rules are kept. */
const CHOICES = 50;

/** @param names - ids of services */
export function boundRules(
  rules: readonly RuleDefinition[],
  services: readonly ServiceDefinition[],
  names: ReadonlySet<string>,
): readonly BoundRule[] {
  const known = choicesOf(rules, services);
  const key = [...names].sort().join('\n');
  const before = known.get(key);
  if (before) return before;
  const bound = bind(rules, services.filter(({ id }) => names.has(id)).flatMap(subjectsOf));
  if (known.size < CHOICES) known.set(key, bound);
  return bound;
}

function choicesOf(rules: readonly RuleDefinition[], services: readonly ServiceDefinition[]): Choices {
  const ofRules = BOUND.get(rules) ?? new WeakMap<readonly ServiceDefinition[], Choices>();
  BOUND.set(rules, ofRules);
  const choices = ofRules.get(services) ?? new Map();
  ofRules.set(services, choices);
  return choices;
}

function bind(rules: readonly RuleDefinition[], subjects: readonly RuleSubject[]): readonly BoundRule[] {
  return rules.flatMap((rule) => {
    const about = isOfOthers(rule) ? [] : subjects.filter((subject) => appliesTo(rule, subject));
    return about.length === 0 ? [] : [{ rule, services: new Set(about.flatMap(({ service }) => service ?? [])) }];
  });
}

/** The kinds of message of a service. */
function subjectsOf({ id, request, replies }: ServiceDefinition): readonly RuleSubject[] {
  return [
    { code: request.code, element: request.element, service: id, side: 'request' },
    ...replies.map(({ code, element }) => ({ code, element, service: id, side: 'reply' as const })),
  ];
}

/** A rule of another family of standards binds nobody here. */
function isOfOthers({ check }: RuleDefinition): boolean {
  return check.kind === 'none' && check.reason === 'other-family';
}
