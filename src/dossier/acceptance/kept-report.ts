/** A report package in a dossier: what is noted of it when it is added, and whether it still is that package later. */
import type { Report } from '../../model/report.js';
import type { Examined } from '../../report/seal/verify.js';
import type { SealFinding } from '../../report/seal/verify-reasons.js';
import type { KeptReport } from './state.js';

/** A package as it was found in the folder of the dossier, now. */
export interface FoundPackage {
  readonly examined: Examined;
  /** SHA-256 of its first seal. */
  readonly zegel: string;
  /** Id of the suite, as the plan in the package says. */
  readonly suite?: string;
}

/** Of a package in the dossier, today. */
export interface Seen {
  /** Whether it may prove anything. */
  readonly geldt: boolean;
  /** Why not: it is gone, another package stands in its place, or it does not hold. */
  readonly reden?: 'weg' | 'verwisseld' | 'houdt_niet';
  readonly bevindingen: readonly SealFinding[];
  /** Whether who sealed it is established: now, on the day it was added, or never. */
  readonly vertrouwd: 'nu' | 'toen' | 'niet';
  readonly zekerheid: string;
  /** Absent when it does not count. */
  readonly report?: Report;
}

/** By id of the report. */
export type Evidence = ReadonlyMap<string, Seen>;

/** @param digest - of `rapport.json` @returns what is noted of a package that holds */
export function keepReport(
  id: string,
  map: string,
  report: Report,
  digest: string,
  { examined, zegel, suite: suiteId }: FoundPackage,
): KeptReport {
  const { product, standaard, schemabasis, omgeving, testset, uitvoering } = report;
  const { oordeel, zekerheid, ondertekenaars } = examined.verification;
  const [signer] = ondertekenaars;
  const { id: suite, versie, digest: suiteDigest, bron, berichten, omvang } = testset;
  return {
    ...{ id, map, nummer: report.rapport.nummer, digest, zegel, product, standaard, schemabasis, omgeving },
    leverancier: report.leverancier.naam,
    ...(suiteId !== undefined && { suite: suiteId }),
    testset: { id: suite, versie, digest: suiteDigest, bron, berichten, omvang },
    totaal: report.resultaat.totaal,
    profiel: uitvoering.profiel,
    beeindigdOp: uitvoering.beeindigdOp,
    keten: report.keten !== undefined,
    bijToevoegen: {
      oordeel: oordeel === 'houdt' ? 'houdt' : 'ongewijzigd',
      zekerheid: zekerheid.niveau,
      sleutel: signer?.sleutel ?? '',
      ...(signer?.naam !== undefined && { naam: signer.naam }),
    },
  };
}

/** @param found - absent when there is no such folder any more */
export function seenAgain(kept: KeptReport, found: FoundPackage | undefined): Seen {
  const nothing = { geldt: false, vertrouwd: 'niet', zekerheid: 'A0' } as const;
  if (found === undefined) return { ...nothing, reden: 'weg', bevindingen: [] };
  const { verification, report, digest } = found.examined;
  const { bevindingen, oordeel, zekerheid } = verification;
  if (report === undefined || oordeel === 'houdt_niet') return { ...nothing, reden: 'houdt_niet', bevindingen };
  // A package that holds by itself may still be another one than was added.
  if (digest !== kept.digest || found.zegel !== kept.zegel) return { ...nothing, reden: 'verwisseld', bevindingen };
  const then = kept.bijToevoegen.oordeel === 'houdt';
  const vertrouwd = oordeel === 'houdt' ? 'nu' : then ? 'toen' : 'niet';
  return { geldt: true, bevindingen, vertrouwd, zekerheid: zekerheid.niveau, report };
}
