/**
 * One way in which a product can be wrong, as data: to prove that a suite would notice.
 */
import type { Tekst } from './finding.js';

export interface Misbehaviour {
  readonly id: string;
  readonly title: Tekst;
  /** Services whose requests it concerns. */
  readonly services: readonly string[];
  /** Which of those requests, counted from 1; every one when absent. */
  readonly nth?: number;
  /** What the product reads differently from what was sent. */
  readonly request: readonly TreeEdit[];
  /** Answers well, and forgets at once. */
  readonly swallow: boolean;
  /** What goes wrong on the way back, on the text of the reply. */
  readonly reply: readonly TextEdit[];
  readonly status?: number;
  readonly contentType?: string;
  /** Suites that cannot notice it, and why. */
  readonly unnoticed: Readonly<Record<string, Tekst>>;
}

/** `path` with the prefixes of the standard, below the message element; every place that it leads to. */
export type TreeEdit = { readonly drop: string } | { readonly set: string; readonly to: string };

export interface TextEdit {
  /** Regular expression; the first match unless `all`. */
  readonly replace: string;
  /** May use $1. */
  readonly by: string;
  readonly all?: boolean;
}
