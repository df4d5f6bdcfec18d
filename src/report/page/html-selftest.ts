/**
 * The self-test of the test set as the page shows it: the counts, then what it does not notice, by reason.
 */
import type { Tekst } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import type { Survivor } from '../../model/report-coverage.js';

export interface SelftestView {
  readonly rows: readonly { readonly name: Tekst; readonly count: number; readonly of: number }[];
  /** Those that nobody notices first. */
  readonly groups: readonly SurvivorGroup[];
}

interface SurvivorGroup {
  readonly reason: Tekst;
  readonly survivors: readonly Survivor[];
  readonly count: number;
}

/** @returns undefined when no score belongs to the test set */
export function selftestView({ testset: { zelftoets } }: Report): SelftestView | undefined {
  if (zelftoets?.stand !== 'actueel') return undefined;
  const { gevonden, totaal, samen, overlevenden } = zelftoets;
  return {
    rows: [
      { name: { nl: 'Deze testset', en: 'This test set' }, count: gevonden, of: totaal },
      ...(samen ? [{ name: withOthers(samen.met), count: samen.gevonden, of: totaal }] : []),
    ],
    groups: [...byReason(overlevenden.filter(({ elders }) => !elders)), ...byReason(overlevenden.filter(({ elders }) => elders))],
  };
}

function withOthers(others: readonly string[]): Tekst {
  return { nl: `Samen met ${others.join(', ')}`, en: `Together with ${others.join(', ')}` };
}

function byReason(survivors: readonly Survivor[]): readonly SurvivorGroup[] {
  const groups = new Map<string, Survivor[]>();
  for (const survivor of survivors) {
    const group = groups.get(survivor.reden.en);
    if (group) group.push(survivor);
    else groups.set(survivor.reden.en, [survivor]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ reason: first.reden, survivors: group, count: group.length }] : [];
  });
}
