/**
 * One sealed report, as far as it can be believed: what is laid beside others. A package that does not hold is only named, with
 * what is wrong; nothing else of it is kept.
 */
import type { Report } from '../model/report.js';
import type { PackageSource } from '../report/package-source.js';
import type { Assurance } from '../report/seal/assurance.js';
import { examinePackage, type VerifyOptions } from '../report/seal/verify.js';
import type { SealFinding } from '../report/seal/verify-reasons.js';
import type { Signer } from '../report/seal/verify-seal.js';

/** What a report says beside its scenarios; small, so that many can be kept. */
export type ReportFacts = Pick<
  Report,
  | 'rapport'
  | 'standaard'
  | 'product'
  | 'leverancier'
  | 'testset'
  | 'harnas'
  | 'schemabasis'
  | 'resultaat'
  | 'uitvoering'
  | 'omgeving'
  | 'uitvoerder'
  | 'keten'
>;

export interface SealedFacts extends ReportFacts {
  /** SHA-256 of `rapport.json`: its name among reports, also in addresses. */
  readonly digest: string;
  readonly zekerheid: Assurance;
  /** Who set the first seal, then who signed along. */
  readonly ondertekenaars: readonly Signer[];
  /** Whether the first seal was set with a key that is trusted; otherwise it only shows that nothing was changed since. */
  readonly vertrouwd: boolean;
  /** Whether it is of real traffic without a scenario: that shows what passed, and no more. */
  readonly waargenomen: boolean;
}

export interface SealedReport {
  /** As it was given: the name of its folder. */
  readonly naam: string;
  /** Everything that is wrong with it; nothing of it counts when this is not empty. */
  readonly bevindingen: readonly SealFinding[];
  /** Absent when the package does not hold. */
  readonly feiten?: SealedFacts;
}

/** Verifies a package, and keeps what it says. Renditions are not made again: the seal covers them, and nothing is read from them. */
export async function sealedReport(
  naam: string,
  source: PackageSource,
  options: Omit<VerifyOptions, 'isRenderedAgain'>,
): Promise<SealedReport> {
  const { verification, report, digest } = await examinePackage(source, { ...options, isRenderedAgain: false });
  const { bevindingen, zekerheid, ondertekenaars, oordeel } = verification;
  if (!report || digest === undefined) return { naam, bevindingen };
  const vertrouwd = oordeel === 'houdt';
  const feiten = {
    ...factsOf(report),
    digest,
    zekerheid,
    ondertekenaars,
    vertrouwd,
    waargenomen: report.waarneming !== undefined,
  };
  return { naam, bevindingen, feiten };
}

function factsOf(report: Report): ReportFacts {
  const { rapport, standaard, product, leverancier, testset, harnas, schemabasis } = report;
  const { resultaat, uitvoering, omgeving, uitvoerder, keten } = report;
  const facts = { rapport, standaard, product, leverancier, testset, harnas, schemabasis };
  return { ...facts, resultaat, uitvoering, omgeving, uitvoerder, ...(keten && { keten }) };
}
