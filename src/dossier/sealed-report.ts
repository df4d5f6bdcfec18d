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
  | 'harnas'
  | 'schemabasis'
  | 'resultaat'
  | 'uitvoering'
  | 'omgeving'
  | 'uitvoerder'
  | 'keten'
> & { readonly testset: Omit<Report['testset'], 'zelftoets'> };

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
  /** Ids of the scenarios that were left out, or not selected. */
  readonly weggelaten: readonly string[];
  /** Services that came up in the scenarios that were run. */
  readonly diensten: readonly string[];
  /** Names of constants that got another value although the test set does not leave them to who runs it. */
  readonly gewijzigdeConstanten: readonly string[];
  /** Whether it was run on a ticket of an issuer that is trusted. */
  readonly metTicket: boolean;
}

export interface SealedReport {
  /** As it was given: the name of its folder. */
  readonly naam: string;
  /** Everything that is wrong with it; nothing of it counts when this is not empty. */
  readonly bevindingen: readonly SealFinding[];
  /** Absent when the package does not hold. */
  readonly feiten?: SealedFacts;
  /**
   * What it said, when nothing is wrong with it but that the key of its seal was revoked: to tell what was taken back. None of it
   * counts.
   */
  readonly ingetrokken?: SealedFacts;
}

/** Verifies a package, and keeps what it says. Renditions are not made again: the seal covers them, and nothing is read from them. */
export async function sealedReport(
  naam: string,
  source: PackageSource,
  options: Omit<VerifyOptions, 'isRenderedAgain'>,
): Promise<SealedReport> {
  const { bevindingen, feiten } = await examined(source, options);
  if (feiten) return { naam, bevindingen, feiten };
  const isRevoked = bevindingen.length > 0 && bevindingen.every(({ code }) => code === 'KEY_REVOKED');
  const trust = options.trust?.map((each) => ({ ...each, ingetrokken: false }));
  const before = isRevoked && trust ? (await examined(source, { ...options, trust })).feiten : undefined;
  return { naam, bevindingen, ...(before && { ingetrokken: before }) };
}

async function examined(
  source: PackageSource,
  options: Omit<VerifyOptions, 'isRenderedAgain'>,
): Promise<Pick<SealedReport, 'bevindingen' | 'feiten'>> {
  const { verification, report, digest, openConstants } = await examinePackage(source, { ...options, isRenderedAgain: false });
  const { bevindingen, zekerheid, ondertekenaars, oordeel, ticket } = verification;
  if (!report || digest === undefined) return { bevindingen };
  const feiten = {
    ...factsOf(report),
    digest,
    zekerheid,
    ondertekenaars,
    vertrouwd: oordeel === 'houdt',
    waargenomen: report.waarneming !== undefined,
    weggelaten: report.scenarios.filter(({ overgeslagen }) => overgeslagen !== undefined).map(({ id }) => id),
    diensten: servicesOf(report),
    gewijzigdeConstanten: report.uitvoering.overschrijvingen
      .map(({ naam }) => naam)
      .filter((each) => !openConstants?.includes(each)),
    metTicket: ticket?.uitgever !== undefined,
  };
  return { bevindingen, feiten };
}

function servicesOf({ scenarios }: Report): readonly string[] {
  const run = scenarios.filter(({ overgeslagen }) => overgeslagen === undefined);
  return [...new Set(run.flatMap(({ stappen }) => stappen.map(({ dienst }) => dienst)))].sort();
}

function factsOf(report: Report): ReportFacts {
  const { rapport, standaard, product, leverancier, harnas, schemabasis } = report;
  const { zelftoets: _, ...testset } = report.testset;
  const { resultaat, uitvoering, omgeving, uitvoerder, keten } = report;
  const facts = { rapport, standaard, product, leverancier, testset, harnas, schemabasis };
  return { ...facts, resultaat, uitvoering, omgeving, uitvoerder, ...(keten && { keten }) };
}
