/**
 * Verifies a package: offline, from the package and what one trusts, without anything of the run. Anyone may check me
 * without the rest of the house.
 */
import type { Tekst } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import type { ListedFile, PackageSource } from '../package-source.js';
import { type Assurance, assuranceOf } from './assurance.js';
import { assuranceFacts } from './assurance-facts.js';
import { SEAL, sealsAmong } from './seal-names.js';
import { lookInside, type PackageContent } from './verify-content.js';
import { allMessages, type MessagesShown, openDisclosure } from './verify-disclosure.js';
import { compareFiles, compareSeals } from './verify-files.js';
import type { SealFinding } from './verify-reasons.js';
import { type OpenedSeal, openSeal, type Signer } from './verify-seal.js';
import type { Trust } from './verify-signer.js';
import type { TicketSeen } from './verify-ticket.js';
import { otherSigner, type Wanted } from './verify-tuple.js';

export interface VerifyOptions extends Trust {
  /** Of this harness: renditions are compared when the report was made by the same one. */
  readonly version: string;
  readonly wanted?: Wanted;
  /** Whether renditions are made again, where that says something; the seal covers them anyhow. By default they are. */
  readonly isRenderedAgain?: boolean;
}

export interface Verification {
  /** `ongewijzigd`: nothing was changed since it was sealed, but nobody said whose seal counts. */
  readonly oordeel: 'houdt' | 'ongewijzigd' | 'houdt_niet';
  readonly zekerheid: Assurance;
  /** Everything that is wrong; empty when the package holds. */
  readonly bevindingen: readonly SealFinding[];
  readonly ondertekenaars: readonly Signer[];
  /** Whether the renditions were made again; if not, why. */
  readonly weergaven: NonNullable<PackageContent['weergaven']>;
  /** Number of files under the seal. */
  readonly bestanden: number;
  /** How many messages it shows, of how many; absent when the seal does not tell. */
  readonly berichten?: MessagesShown;
  /** The ticket on which it was run; absent when there is none, or it does not fit. */
  readonly ticket?: TicketSeen;
  /** What it is about; absent when that cannot be believed. */
  readonly rapport?: Pick<Report, 'rapport' | 'product' | 'standaard' | 'leverancier' | 'uitvoerder' | 'resultaat'>;
}

/** A package that was verified, and the report in it. */
export interface Examined {
  readonly verification: Verification;
  /** Absent when the package does not hold: nothing in it counts. */
  readonly report?: Report;
  /** SHA-256 of `rapport.json`, by which others name it; absent when the package does not hold. */
  readonly digest?: string;
  /** Names of the constants that the test set leaves to who runs it; absent when the package does not tell. */
  readonly openConstants?: readonly string[];
}

export async function verifyPackage(source: PackageSource, options: VerifyOptions): Promise<Verification> {
  return (await examinePackage(source, options)).verification;
}

export async function examinePackage(source: PackageSource, options: VerifyOptions): Promise<Examined> {
  const listed = await source.list();
  const { findings, seals } = await openSeals(source, listed, options);
  const first = seals.get(SEAL);
  const part = first && (await openDisclosure(source, listed, first.statement));
  const files = first ? await compareFiles(source, listed, first.statement.subject, part) : [];
  const broken = [...findings, ...otherSigner(first?.signer, options.wanted?.signer), ...(part?.findings ?? []), ...files];
  const content = first && files.length === 0 ? await lookInside(source, listed, { ...first, part }, options) : undefined;
  const bevindingen = [...broken, ...(content?.findings ?? [])];
  const signers = [...seals.values()].map(({ signer }) => signer);
  const holds = bevindingen.length === 0;
  const isTrusted = first?.signer.vertrouwd === true;
  const facts = content?.report;
  const berichten = part?.berichten ?? (first && allMessages(first.statement));
  const digest = first?.statement.subject.find(({ name }) => name === 'rapport.json')?.digest.sha256;
  const verification: Verification = {
    oordeel: !holds ? 'houdt_niet' : isTrusted ? 'houdt' : 'ongewijzigd',
    zekerheid: assuranceOf(assuranceFacts(signers, facts, { holds, hasTicket: content?.ticket?.uitgever !== undefined })),
    bevindingen,
    ondertekenaars: signers,
    weergaven: content?.weergaven ?? { vergeleken: false, waarom: BROKEN },
    bestanden: first?.statement.subject.length ?? 0,
    ...(berichten && { berichten }),
    ...(content?.ticket && { ticket: content.ticket }),
    ...(facts && { rapport: factsOf(facts) }),
  };
  const openConstants = content?.openConstants;
  return {
    verification,
    ...(holds && facts && { report: facts }),
    ...(holds && digest !== undefined && { digest }),
    ...(openConstants && { openConstants }),
  };
}

async function openSeals(source: PackageSource, listed: readonly ListedFile[], trust: Trust) {
  const findings: SealFinding[] = [];
  const seals = new Map<string, OpenedSeal>();
  const names = sealsAmong(listed.map(({ name }) => name));
  if (!names.includes(SEAL)) findings.push({ code: 'SEAL_MISSING', bestand: SEAL });
  for (const name of names) {
    if (listed.find((file) => file.name === name)?.kind !== 'file') {
      findings.push({ code: 'FILE_NOT_PLAIN', bestand: name });
      continue;
    }
    const read = await openSeal(source, name, trust);
    findings.push(...read.findings);
    if (!read.opened) continue;
    const { sleutel } = read.opened.signer;
    const digests = new Map([...seals].map(([other, { digest }]) => [other, digest]));
    if ([...seals.values()].some(({ signer }) => signer.sleutel === sleutel)) {
      findings.push({ code: 'KEY_TWICE', bestand: name, gezien: sleutel });
    }
    if (name !== SEAL) findings.push(...compareSeals(name, read.opened, digests));
    seals.set(name, read.opened);
  }
  return { findings, seals };
}

function factsOf({ rapport, product, standaard, leverancier, uitvoerder, resultaat }: Report) {
  return { rapport, product, standaard, leverancier, uitvoerder, resultaat };
}

const BROKEN: Tekst = { nl: 'het pakket houdt niet', en: 'the package does not hold' };
