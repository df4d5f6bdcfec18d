/** Which faults are still open: a newer run without faults mends those of an older one only when it looked at least as well. */
import type { Standing } from './standing.js';

/** Reports that decide, newest first: by when the run ended, and of the same moment the worse one. */
export function newestFirst(of: readonly Standing[]): readonly Standing[] {
  const worse = (each: Standing) => (hasFaults(each) ? 0 : 1);
  return of.toSorted(
    (one, other) =>
      other.endedAt - one.endedAt || worse(one) - worse(other) || (one.feiten.digest < other.feiten.digest ? -1 : 1),
  );
}

export function hasFaults({ feiten }: Standing): boolean {
  return feiten.resultaat.totaal === 'met_fouten';
}

/** @param counting - newest first */
export function openFaults(counting: readonly Standing[]): readonly Standing[] {
  return counting.filter((faulty) => hasFaults(faulty) && !counting.some((newer) => mends(newer, faulty)));
}

/** Whoever leaves out what failed, looks with less strict eyes, or changes the values, has mended nothing. */
export function mends(newer: Standing, faulty: Standing): boolean {
  if (hasFaults(newer) || newer.endedAt <= faulty.endedAt) return false;
  const [now, then] = [newer.feiten, faulty.feiten];
  return (
    now.testset.id === then.testset.id &&
    now.weggelaten.every((each) => then.weggelaten.includes(each)) &&
    (now.uitvoering.profiel === 'strict' || then.uitvoering.profiel === 'praktijk') &&
    (now.schemabasis.soort === 'officieel' || then.schemabasis.soort === 'ingebouwd') &&
    now.gewijzigdeConstanten.every((each) => then.gewijzigdeConstanten.includes(each))
  );
}

/**
 * Whether what a report said, before it was taken back or disputed, was overtaken: by a newer report that counts, and of faults only
 * by one that mends them or finds some too. So nobody gets rid of a bad report by withdrawing it.
 */
export function isOvertaken(fallen: Standing, counting: readonly Standing[]): boolean {
  return counting.some((each) => {
    const isNewer = each.endedAt > fallen.endedAt;
    if (hasFaults(fallen)) return mends(each, fallen) || (isNewer && hasFaults(each));
    // A key takes its signatures with it, and nothing that others signed.
    return isNewer || fallen.isByKey === true;
  });
}
