/**
 * Makes findings without ceremony: a rule says what it is about, a look says whether it held.
 */
import type { Bron, Ernst, Finding, Oorzaak, Tekst } from './finding.js';

/** What stays the same of a rule, whatever message it looks at. */
export interface Rule {
  readonly id: string;
  readonly ernst: Ernst;
  /** A required check that cannot be decided keeps its step from being decided. */
  readonly verplicht?: boolean;
  /** The rule as a statement that holds in a good message. */
  readonly melding: Tekst;
  readonly bron?: Bron;
  readonly advies?: Tekst;
}

/** What was seen in this message. */
export interface Look {
  readonly verwacht?: string | undefined;
  readonly gevonden?: string | undefined;
  readonly pad?: string | undefined;
  readonly regelnummer?: number | undefined;
  readonly bericht?: string | undefined;
  readonly gehouden?: readonly string[] | undefined;
  readonly omgezet?: readonly string[] | undefined;
  /** Replaces the rule's own text, when the case deserves its own words. */
  readonly melding?: Tekst | undefined;
  readonly advies?: Tekst | undefined;
  /** Who is to blame when it does not hold; `product` unless told otherwise. */
  readonly oorzaak?: Oorzaak;
}

/** The rule held, or it did not. */
export function judged(rule: Rule, holds: boolean, look: Look = {}): Finding {
  const finding = told(rule, look, holds ? 'voldoet' : 'voldoet_niet');
  if (!holds) finding.oorzaak = look.oorzaak ?? 'product';
  return finding;
}

/** The rule could not be decided. */
export function undecided(rule: Rule, oorzaak: Oorzaak, look: Look = {}): Finding {
  const finding = told(rule, look, 'niet_beslist');
  finding.oorzaak = oorzaak;
  return finding;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Every message gets many of these. */
function told(rule: Rule, look: Look, verdict: Finding['verdict']): Writable<Finding> {
  const { verwacht, gevonden, pad, regelnummer, bericht, gehouden, omgezet } = look;
  const { bron } = rule;
  const [melding, advies] = [look.melding ? quoted(look.melding) : rule.melding, look.advies ? quoted(look.advies) : rule.advies];
  const finding: Writable<Finding> = { id: rule.id, ernst: rule.ernst, verplicht: rule.verplicht ?? false, melding, verdict };
  if (bron) finding.bron = bron;
  if (advies) finding.advies = advies;
  if (verwacht !== undefined) finding.verwacht = clipped(verwacht);
  if (gevonden !== undefined) finding.gevonden = clipped(gevonden);
  if (pad !== undefined) finding.pad = clipped(pad);
  if (regelnummer !== undefined) finding.regelnummer = regelnummer;
  if (bericht !== undefined) finding.bericht = clipped(bericht);
  if (gehouden !== undefined) finding.gehouden = gehouden;
  if (omgezet !== undefined) finding.omgezet = omgezet;
  return finding;
}

/** A finding quotes a message, it does not hold it: a reply can be as large as its sender likes. */
const QUOTED = 1000;

function quoted({ nl, en }: Tekst): Tekst {
  return { nl: clipped(nl), en: clipped(en) };
}

function clipped(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}… (${text.length})` : text;
}
