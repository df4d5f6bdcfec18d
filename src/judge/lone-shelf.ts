/**
 * What a message that comes alone is judged by, and what is said of it.
 */
import type { OpenSchemaBasis } from '../message/schema-basis.js';
import type { Finding, Verdict } from '../model/finding.js';
import { type Outcome, stepOutcome } from '../model/outcome.js';
import type { SchemaBasis } from '../model/record.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { Family, MessageFacts } from '../standard/family.js';
import type { RuleBook } from './rule-book.js';

/** What it takes to judge by a standard. */
export interface OpenStandard {
  readonly book: RuleBook;
  /** The one that decides; absent when there is no schema for this standard. */
  readonly basis?: OpenSchemaBasis;
}

/** The standards to judge by. Opening one takes time, so it is done when a message needs it. */
export interface Shelf {
  readonly family: Family;
  /** In order of version. */
  readonly standards: readonly StandardDefinition[];
  /** Undefined for what was not opened yet. */
  opened(standard: string): OpenStandard | undefined;
  /** What else there is to judge a message by that none of the standards has, best first; undefined until opened. */
  others(facts: MessageFacts): readonly StandardDefinition[] | undefined;
}

export interface LoneOptions {
  readonly profile: 'strict' | 'praktijk';
  /** Of the request, without quotes. */
  readonly soapAction?: string;
}

export interface LoneVerdict extends Outcome {
  /** Id of the standard by which it was judged. */
  readonly standard?: string;
  /** Prefixed name of the message element. */
  readonly element?: string;
  readonly service?: string;
  readonly schema: { readonly verdict: Verdict; readonly basis?: Pick<SchemaBasis, 'soort' | 'naam' | 'digest'> };
  readonly findings: readonly Finding[];
}

/** Nothing was judged yet: open this and ask again. */
export interface Needs {
  /** Id of a standard, or `OTHERS`. */
  readonly needs: string;
}

/** Everything that is no standard of ours. */
export const OTHERS = '(others)';

/** A verdict on what could not be held against any schema. */
export function told(findings: readonly Finding[]): LoneVerdict {
  return { ...stepOutcome(findings), findings, schema: { verdict: 'niet_beslist' } };
}
