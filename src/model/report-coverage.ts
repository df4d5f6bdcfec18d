/**
 * What a report says of its test set and its rules: how much they notice, and what of the rules was checked.
 */
import type { Tekst } from './finding.js';
import type { NotCheckedReason } from './rule-definition.js';

/** The mutation score of the test set: our own reference with one known misbehaviour at a time. */
export type SelftestScore =
  | { readonly stand: 'ontbreekt' | 'verouderd' }
  | {
      readonly stand: 'actueel';
      readonly gevonden: number;
      readonly totaal: number;
      /** What other test sets of the standard and this one notice together; of the same total. */
      readonly samen?: { readonly met: readonly string[]; readonly gevonden: number };
      readonly overlevenden: readonly Survivor[];
    };

/** A misbehaviour that the test set does not notice. */
export interface Survivor {
  readonly id: string;
  readonly titel: Tekst;
  readonly reden: Tekst;
  /** Noticed by another test set of the standard. */
  readonly elders: boolean;
}

/** Rules that bind the kinds of message of this run, and what became of them. */
export interface RuleCoverage {
  /** All rules of the standard. */
  readonly catalogus: number;
  /** Of those: rules that speak about no message of this run, or are of another family of standards. */
  readonly bindtNiet: number;
  /** The others: each was checked, or no message gave rise to it, or it is not checked. */
  readonly toegepast: number;
  /** Decided at least once. */
  readonly gecontroleerd: number;
  /** Of those: decided in a message of the product. */
  readonly opProduct: number;
  /** Of those: decided once, and left open another time. */
  readonly deelsGecontroleerd: number;
  /** Of those: decided by another part of the judgement: schema, reply, transport, a whole scenario. */
  readonly elders: number;
  /** There is a check, but nothing in this run gave rise to it: not counted as checked. */
  readonly geenAanleiding: number;
  /** There is no check, or it was left open every time. */
  readonly nietGecontroleerd: number;
  readonly regels: readonly CoveredRule[];
}

export interface CoveredRule {
  readonly id: string;
  readonly gecontroleerd: boolean;
  readonly hoe: 'product' | 'eigen_bericht' | 'elders' | 'geen_aanleiding' | 'niet_beslist' | 'niet';
  /** How often it held in messages of the product. */
  readonly gehouden: number;
  readonly gebroken: number;
  readonly deels?: boolean;
  /** Why it is not checked. */
  readonly reden?: NotCheckedReason;
}
