/**
 * Holds one message against every rule that speaks about it. What held is told in one finding, by id.
 */
import type { OpenMessage } from '../message/open-message.js';
import type { RuleOutcome } from '../message/xpath-rules.js';
import type { Finding, Oorzaak } from '../model/finding.js';
import { judged, type Look, type Rule, undecided } from '../model/judged.js';
import type { RuleDefinition, RuleSubject } from '../model/rule-definition.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import { tolerate } from '../model/tolerance.js';
import type { XmlElement } from '../model/xml-element.js';
import type { Breach } from '../standard/family.js';
import type { RuleBook } from './rule-book.js';

export interface RuleInput {
  readonly book: RuleBook;
  readonly subject: RuleSubject;
  /** As recorded, content coding taken off; or the message as it is open already. */
  readonly bytes: Uint8Array | OpenMessage;
  /** The message element. */
  readonly message: XmlElement;
  readonly standard: StandardDefinition;
  readonly profile: 'strict' | 'praktijk';
  /** A rule that our own message breaks says nothing about the product. */
  readonly oorzaak: Oorzaak;
}

export const HELD: Rule = {
  id: 'REGELS',
  ernst: 'fout',
  melding: { nl: 'Het bericht houdt zich aan de regels die erover gaan', en: 'The message keeps the rules that speak about it' },
};

export function judgeMessageRules(input: RuleInput): readonly Finding[] {
  const { rules, sorted, evaluator, checks } = input.book.chapter(input.subject);
  if (rules.size === 0) return [];
  const { applied, hits } = evaluator.evaluate(input.bytes) ?? NOTHING;
  const spoke = new Set(applied);
  const findings = hits.flatMap(({ id, path, line, text }) => {
    const rule = rules.get(id);
    return rule ? [tell(rule, input, { pad: path, regelnummer: line, gevonden: text })] : [];
  });
  const { message, subject, standard } = input;
  for (const { rule, applies, options, check } of checks) {
    if (applies && !spoke.has(rule.id)) continue;
    const breaches = check({ message, subject, options, standard });
    if (breaches) spoke.add(rule.id);
    else if (applies) spoke.delete(rule.id);
    if (breaches && breaches.length > 0) findings.push(...tellBreaches(rule, input, breaches));
  }
  return [...findings, ...heldOf(sorted, spoke, findings)];
}

const NOTHING: RuleOutcome = { applied: [], hits: [] };

/** The same as `held`, where the order of the rules is known. */
function heldOf(sorted: readonly string[], spoke: ReadonlySet<string>, findings: readonly Finding[]): readonly Finding[] {
  const broken = new Set(findings.map((finding) => finding.id));
  return tellHeld(sorted.filter((id) => spoke.has(id) && !broken.has(id)));
}

/** One finding for all that was checked and held. */
export function held(spoke: readonly string[], findings: readonly Finding[]): readonly Finding[] {
  const broken = new Set(findings.map((finding) => finding.id));
  return tellHeld(spoke.filter((id) => !broken.has(id)).sort());
}

function tellHeld(kept: readonly string[]): readonly Finding[] {
  return kept.length === 0 ? [] : [judged(HELD, true, { gevonden: String(kept.length), gehouden: kept })];
}

/** More places than this where one rule is broken are counted, not listed. */
const LISTED = 10;

export function tellBreaches(
  rule: RuleDefinition,
  input: Parameters<typeof tellBreach>[1],
  breaches: readonly Parameters<typeof tellBreach>[2][],
): readonly Finding[] {
  const told = breaches.slice(0, LISTED).map((breach) => tellBreach(rule, input, breach));
  const next = breaches[LISTED];
  return next ? [...told, { ...tellBreach(rule, input, next), gevonden: `en nog ${breaches.length - LISTED} keer` }] : told;
}

export function tellBreach(
  rule: RuleDefinition,
  input: Pick<RuleInput, 'profile' | 'oorzaak'>,
  { path, line, expected, found, as }: Pick<Breach, 'path' | 'line' | 'expected' | 'found' | 'as'>,
): Finding {
  const look = { pad: path, verwacht: expected, gevonden: found, ...(line > 0 && { regelnummer: line }) };
  return tell(rule, input, look, as);
}

function tell(rule: RuleDefinition, { profile, oorzaak }: Pick<RuleInput, 'profile' | 'oorzaak'>, look: Look, as = ''): Finding {
  const [bron] = rule.bronnen;
  const worded: Rule = {
    id: rule.id,
    ernst: rule.ernst,
    melding: rule.melding,
    ...(bron && { bron }),
    ...(rule.advies && { advies: rule.advies }),
  };
  // A rule that we break ourselves leaves the step undecided: then the product had a wrong message to answer.
  if (oorzaak === 'product') {
    const broken = judged(worded, false, look);
    const known = profile === 'praktijk' ? rule.praktijk : undefined;
    return known && (known.only?.includes(as) ?? true) ? tolerate(broken, known) : broken;
  }
  return undecided({ ...worded, verplicht: worded.ernst === 'fout' }, oorzaak, look);
}
