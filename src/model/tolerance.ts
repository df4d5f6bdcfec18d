/**
 * A named tolerance for known practice: in the profile `praktijk` what breaks a rule in exactly this way is a point of
 * attention. Any other way of breaking it stays what it was.
 */
import type { Bron, Finding, Tekst } from './finding.js';

export interface Tolerance {
  /** `PRAKTIJK-` and the id of the rule or the kind of finding that it is about. */
  readonly id: string;
  /** Why: who does so, and what receivers make of it. */
  readonly reden: Tekst;
  readonly bron: Bron;
  /** Of the ways in which the rule can be broken, those that are tolerated; all when absent. */
  readonly only?: readonly string[];
}

/** The id of the tolerance of a rule. */
export function toleranceId(rule: string): string {
  return `PRAKTIJK-${rule}`;
}

/** The same fact as a point of attention, with the reason beside it; a finding that holds or is undecided stays as it is. */
export function tolerate(finding: Finding, { id, reden }: Tolerance): Finding {
  if (finding.verdict !== 'voldoet_niet') return finding;
  const { melding } = finding;
  return {
    ...finding,
    ernst: 'aandachtspunt',
    verplicht: false,
    melding: { nl: `${melding.nl} (${id}: ${reden.nl})`, en: `${melding.en} (${id}: ${reden.en})` },
    tolerantie: id,
  };
}
