/** How often a rule held and was broken, in messages of the product and in ours. */
import type { Finding } from '../../model/finding.js';

export interface Count {
  held: number;
  broken: number;
  /** The same in messages of ours. */
  ours: number;
  open: number;
}

/** How the name of a message of ours ends; undefined where none is ours. */
export type SideOfOurs = '/vraag' | '/antwoord' | undefined;

export function noCount(): Count {
  return { held: 0, broken: 0, ours: 0, open: 0 };
}

/** Counts what one finding says of its own rule. */
export function countOwn(count: Count, { verdict, bericht }: Finding, ours: SideOfOurs): void {
  const isOurs = isOneOf(ours, bericht);
  if (verdict === 'niet_beslist') count.open += 1;
  if (verdict === 'voldoet') count[isOurs ? 'ours' : 'held'] += 1;
  if (verdict === 'voldoet_niet') count[isOurs ? 'ours' : 'broken'] += 1;
}

/** By rule: what each finding says of its own, and of those that it sums up. */
export function countFindings(findings: readonly Finding[], ours: SideOfOurs): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  const of = (id: string): Count => {
    const known = counts.get(id);
    if (known) return known;
    const fresh = noCount();
    counts.set(id, fresh);
    return fresh;
  };
  for (const finding of findings) {
    const isOurs = isOneOf(ours, finding.bericht);
    for (const kept of finding.gehouden ?? []) of(kept)[isOurs ? 'ours' : 'held'] += 1;
    countOwn(of(finding.id), finding, ours);
  }
  return counts;
}

/** @returns undefined when nothing was counted */
export function sumOf(counts: readonly Count[]): Count | undefined {
  const sum = noCount();
  for (const { held, broken, ours, open } of counts) {
    sum.held += held;
    sum.broken += broken;
    sum.ours += ours;
    sum.open += open;
  }
  return counts.length === 0 ? undefined : sum;
}

function isOneOf(ours: SideOfOurs, bericht: string | undefined): boolean {
  return ours !== undefined && bericht?.endsWith(ours) === true;
}
