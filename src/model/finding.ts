/**
 * The words for outcomes: a finding is a fact about a message, a verdict is what it amounts to.
 * I am a noun; nothing happens here.
 *
 * @see docs/architecture.md, "Outcomes"
 */

/** The official report words, best first; worst wins on the way up. */
export const VERDICTS = ['niet_van_toepassing', 'voldoet', 'niet_uitgevoerd', 'niet_beslist', 'voldoet_niet'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Severity of a rule. Only a `fout` rises to its step. */
export type Ernst = 'fout' | 'waarschuwing' | 'aandachtspunt';

/** Who or what made something not `voldoet`. Only `product` counts against the product. */
export type Oorzaak = 'product' | 'configuratie' | 'transport' | 'harnas';

/** A text in both languages of our users. */
export interface Tekst {
  readonly nl: string;
  readonly en: string;
}

/** Where a rule comes from: a document and the place in it. */
export interface Bron {
  readonly document: string;
  readonly plaats?: string;
}

/** One checked fact about a message or an exchange: also when it holds, so that what was checked is visible. */
export interface Finding {
  /** Stable id of the rule or of the kind of check, e.g. `RT-01`; never given to something else. */
  readonly id: string;
  readonly verdict: Verdict;
  readonly ernst: Ernst;
  /** Absent exactly when `verdict` is `voldoet` or `niet_van_toepassing`. */
  readonly oorzaak?: Oorzaak;
  /** A required check that is `niet_beslist` makes its step `niet_beslist`; others do not rise. */
  readonly verplicht: boolean;
  readonly melding: Tekst;
  readonly verwacht?: string;
  readonly gevonden?: string;
  /** XPath-like path in the message, with the prefixes of the standard, e.g. `LMP:object/LMP:identificatie`. */
  readonly pad?: string;
  /** Line in the recorded message, counted from 1. */
  readonly regelnummer?: number;
  readonly bron?: Bron;
  /** What to do next. */
  readonly advies?: Tekst;
  /** Ids of the rules that were checked here and held; only on a finding that sums them up. */
  readonly gehouden?: readonly string[];
  /** Id of the named tolerance by which this is no more than an aandachtspunt; only in the profile praktijk. */
  readonly tolerantie?: string;
  /** Id of the recorded message it was found in. */
  readonly bericht?: string;
  /** In a chain: the hop where it was seen, and the actor whose doing it is. */
  readonly hop?: string;
  readonly partij?: string;
  /** In a chain: it follows from what was found on an earlier hop, and does not count again. */
  readonly gevolg?: true;
  /**
   * In a chain, of a message that arrived as it was: names of the elements that were written anew as they may be; empty when it
   * is only written otherwise, absent when it is the same byte for byte.
   */
  readonly omgezet?: readonly string[];
}
