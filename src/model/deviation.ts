/**
 * Known deviations: faults of a product that somebody knew beforehand, with a reason and an end. They explain a fault; they
 * never remove it.
 */
import type { Tekst } from './finding.js';
import { matchesPattern } from './pattern.js';
import type { Suite } from './scenario.js';

export interface KnownDeviation {
  /** Pattern over `<scenario>/<nr>`, with the suite before it or not. */
  readonly stap: string;
  /** Pattern over ids of checks. */
  readonly regel: string;
  readonly reden: Tekst;
  /** `2027-03-31`: the last day on which it holds, in the Netherlands. */
  readonly tot: string;
  /** Where it is followed up: a number, or an address. */
  readonly ticket?: string;
}

/** @param step - `<scenario>/<nr>` */
export function concernsStep({ stap }: KnownDeviation, suite: Pick<Suite, 'id'>, step: string): boolean {
  return matchesPattern(stap, step) || matchesPattern(stap, `${suite.id}/${step}`);
}
