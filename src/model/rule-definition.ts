/**
 * A semantic rule as data: what it says, whom it binds, where it comes from, and how it is checked, or why it is not.
 */
import type { Bron, Ernst, Tekst } from './finding.js';
import type { Tolerance } from './tolerance.js';

export interface RuleDefinition {
  /** Stable; never given to something else. */
  readonly id: string;
  /** The rule as a statement that holds in a good message. */
  readonly melding: Tekst;
  readonly ernst: Ernst;
  readonly scope: RuleScope;
  readonly appliesTo: Applicability;
  readonly bronnen: readonly Bron[];
  readonly check: RuleCheck;
  /** Named tolerance for known practice, in the profile `praktijk`. */
  readonly praktijk?: Tolerance;
  /** Speaks about a request that is wrong on purpose too: it says what such a request is owed, or looks at the reply alone. */
  readonly onPurpose?: boolean;
  readonly advies?: Tekst;
  /** Why the rule exists. */
  readonly waarom?: Tekst;
}

/** What has to be known to decide it. */
export type RuleScope = 'message' | 'exchange' | 'state' | 'manual';

/** Each list that is present must match; absent means any. Codes and elements may hold `*`. */
export interface Applicability {
  readonly codes?: readonly string[];
  /** Prefixed names of message elements. */
  readonly elements?: readonly string[];
  readonly services?: readonly string[];
  /** Whose message: what is sent as a request, or what comes back. */
  readonly side?: 'request' | 'reply';
}

export type RuleCheck =
  /** Nodes that break the rule, relative to the message element; `applies` narrows, relative to it too. */
  | { readonly kind: 'xpath'; readonly violation: string; readonly applies?: string }
  /** A named check in TypeScript; the family or the judge knows it. */
  | {
      readonly kind: 'code';
      readonly name: string;
      readonly options: Readonly<Record<string, unknown>>;
      readonly applies?: string;
    }
  /** Decided by another part of the judgement: told under these ids, or in scenarios that say so. */
  | { readonly kind: 'elsewhere'; readonly by: 'schema' | 'reply' | 'transport' | 'scenario'; readonly told: readonly string[] }
  | { readonly kind: 'none'; readonly reason: NotCheckedReason; readonly why: Tekst };

/**
 * A person decides; another family of standards; the sources contradict each other; not to be seen from outside; no service
 * and no role of any koppelvlak that is tested carries it; not built.
 */
export type NotCheckedReason = 'manual' | 'other-family' | 'contradicted' | 'untestable' | 'no-service' | 'not-yet';

/** A message as far as the choice of rules looks at it. */
export interface RuleSubject {
  readonly code: string;
  /** Prefixed name of the message element. */
  readonly element: string;
  readonly service?: string;
  /** Where the service is not known: those that have this message element. */
  readonly candidates?: readonly string[];
  readonly side?: 'request' | 'reply';
}

/** Whether a rule speaks about this message. */
export function appliesTo({ appliesTo: of }: Pick<RuleDefinition, 'appliesTo'>, subject: RuleSubject): boolean {
  const among = (wanted: readonly string[] | undefined, value: string | undefined) =>
    wanted === undefined || (value !== undefined && wanted.some((pattern) => matchesName(pattern, value)));
  return (
    among(of.codes, subject.code) &&
    among(of.elements, subject.element) &&
    ofService(of.services, subject) &&
    (of.side === undefined || subject.side === undefined || of.side === subject.side)
  );
}

/** Several services may share a message element: then a rule about some of them says nothing unless it is known which. */
function ofService(wanted: readonly string[] | undefined, { service, candidates }: RuleSubject): boolean {
  if (wanted === undefined) return true;
  if (service !== undefined) return wanted.includes(service);
  return candidates === undefined || (candidates.length > 0 && candidates.every((each) => wanted.includes(each)));
}

/** Hundreds of rules share a few patterns. */
const PATTERNS = new Map<string, RegExp>();

function matchesName(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  const known = PATTERNS.get(pattern) ?? patternOf(pattern);
  PATTERNS.set(pattern, known);
  return known.test(name);
}

function patternOf(pattern: string): RegExp {
  const source = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`);
}
