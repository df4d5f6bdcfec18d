/**
 * One way in which a product can be wrong, as data: to prove that a suite would notice.
 */
import type { Tekst } from './finding.js';
import type { Effect } from './standard-definition.js';

export interface Misbehaviour {
  readonly id: string;
  readonly title: Tekst;
  /** Services whose requests it concerns. */
  readonly services: readonly string[];
  /** Which of those requests, counted from 1; every one when absent. */
  readonly nth?: number;
  /** What the product reads differently from what was sent. */
  readonly request: readonly TreeEdit[];
  /** What the services do, instead of what their files say. */
  readonly effects?: readonly Effect[];
  /** Takes messages that the schema does not allow. */
  readonly lenient: boolean;
  /** Does not recognise a message that came before. */
  readonly forgetful: boolean;
  /** Answers well, and forgets at once. */
  readonly swallow: boolean;
  /** What goes wrong on the way back, on the text of the reply. */
  readonly reply: readonly TextEdit[];
  readonly status?: number;
  readonly contentType?: string;
  /** Why no suite of its standard notices it; a reason for one that is noticed is out of date. */
  readonly unnoticed?: Tekst;
}

/**
 * Paths have the prefixes of the standard and begin below the message element; every place that one leads to is meant.
 * `drop`, `set` and `change` may end in an attribute; `first` and `reverse` are about an element that is repeated.
 */
export type TreeEdit =
  | { readonly drop: string }
  | { readonly set: string; readonly to: string }
  | ({ readonly change: string } & TextEdit)
  | { readonly first: string }
  | { readonly reverse: string };

export interface TextEdit {
  /** Regular expression; the first match unless `all`. */
  readonly replace: string;
  /** May use $1. */
  readonly by: string;
  readonly all?: boolean;
}
