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
  const { oorzaak = 'product', ...seen } = look;
  return {
    ...base(rule),
    ...present(seen),
    verdict: holds ? 'voldoet' : 'voldoet_niet',
    ...(!holds && { oorzaak }),
  };
}

/** The rule could not be decided. */
export function undecided(rule: Rule, oorzaak: Oorzaak, look: Look = {}): Finding {
  const { oorzaak: _, ...seen } = look;
  return { ...base(rule), ...present(seen), verdict: 'niet_beslist', oorzaak };
}

function base(rule: Rule): Omit<Finding, 'verdict'> {
  return {
    id: rule.id,
    ernst: rule.ernst,
    verplicht: rule.verplicht ?? false,
    melding: rule.melding,
    ...(rule.bron && { bron: rule.bron }),
    ...(rule.advies && { advies: rule.advies }),
  };
}

/** A finding quotes a message, it does not hold it: a reply can be as large as its sender likes. */
const QUOTED = 1000;

function present(look: Omit<Look, 'oorzaak'>): Partial<Finding> {
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(look)) if (value !== undefined) known[name] = quoted(value);
  return known;
}

function quoted(value: unknown): unknown {
  if (typeof value === 'string') return value.length > QUOTED ? `${value.slice(0, QUOTED)}… (${value.length})` : value;
  return isTekst(value) ? { nl: quoted(value.nl), en: quoted(value.en) } : value;
}

function isTekst(value: unknown): value is Tekst {
  return typeof value === 'object' && value !== null && 'nl' in value && 'en' in value;
}
