/** Two runs of a chain beside each other: which koppelingen got better or worse, and whose version is another. */
import { VERDICTS, type Verdict } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { participantsOf } from '../chain/chain-participants.js';

/** A koppeling as a whole, or in one scenario. */
export interface LinkChange {
  readonly koppeling: string;
  /** Absent for the koppeling as a whole. */
  readonly scenario?: string;
  /** Absent where only one of the runs has it. */
  readonly was?: Verdict;
  readonly is?: Verdict;
  /** `anders` where only one of them has it. */
  readonly richting: 'beter' | 'slechter' | 'anders';
}

/** @returns undefined when neither is of a chain */
export function linkChanges(was: Report, is: Report): readonly LinkChange[] | undefined {
  if (!was.keten && !is.keten) return undefined;
  const [before, after] = [verdictsIn(was), verdictsIn(is)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    if (one === other) return [];
    const [koppeling = '', scenario] = JSON.parse(key) as readonly string[];
    return [
      {
        koppeling,
        ...(scenario !== undefined && { scenario }),
        ...{ ...(one && { was: one }), ...(other && { is: other }) },
        richting: directionOf(one, other),
      },
    ];
  });
}

/** Who took part on which version, as a run is known by it. */
export function participantsText(report: Report): string {
  return participantsOf(report)
    .map(({ id, product, versie, isReal }) => `${id} ${isReal ? `${product} ${versie}`.trim() || '?' : 'gesimuleerd'}`)
    .join(', ');
}

function verdictsIn({ keten }: Report): ReadonlyMap<string, Verdict> {
  return new Map([
    ...(keten?.koppelingen ?? []).map(({ id, verdict }) => [JSON.stringify([id]), verdict] as const),
    ...(keten?.matrix ?? []).map(({ koppeling, scenario, verdict }) => [JSON.stringify([koppeling, scenario]), verdict] as const),
  ]);
}

function directionOf(was: Verdict | undefined, is: Verdict | undefined): LinkChange['richting'] {
  if (!was || !is) return 'anders';
  return VERDICTS.indexOf(is) < VERDICTS.indexOf(was) ? 'beter' : 'slechter';
}
