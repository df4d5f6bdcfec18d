/**
 * Verifies a package: offline, from the package and what one trusts, without anything of the run. Anyone may check me
 * without the rest of the house.
 */
import type { Tekst } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { type Assurance, assuranceOf } from './assurance.js';
import { assuranceFacts } from './assurance-facts.js';
import { isRecord, readExactJson } from './exact-json.js';
import { MANIFEST, type Manifest } from './manifest.js';
import { bytesOf } from './package-bytes.js';
import type { ListedFile, PackageSource } from './package-source.js';
import { MAX_REPORT_BYTES, readReport } from './rapport-json.js';
import { SEAL, sealsAmong } from './seal-names.js';
import { allMessages, type MessagesShown, type OpenedDisclosure, openDisclosure, otherwiseRooted } from './verify-disclosure.js';
import { compareFiles, compareSeals } from './verify-files.js';
import type { SealFinding } from './verify-reasons.js';
import { otherwiseRendered } from './verify-renditions.js';
import { contradictions, otherwiseRecorded, otherwiseSealed } from './verify-report.js';
import { type OpenedSeal, openSeal, type Signer } from './verify-seal.js';
import type { Trust } from './verify-signer.js';
import { otherSigner, otherThanWanted, type Wanted } from './verify-tuple.js';

export interface VerifyOptions extends Trust {
  /** Of this harness: renditions are compared when the report was made by the same one. */
  readonly version: string;
  readonly wanted?: Wanted;
}

export interface Verification {
  /** `ongewijzigd`: nothing was changed since it was sealed, but nobody said whose seal counts. */
  readonly oordeel: 'houdt' | 'ongewijzigd' | 'houdt_niet';
  readonly zekerheid: Assurance;
  /** Everything that is wrong; empty when the package holds. */
  readonly bevindingen: readonly SealFinding[];
  readonly ondertekenaars: readonly Signer[];
  /** Whether the renditions were made again; if not, why. */
  readonly weergaven: { readonly vergeleken: boolean; readonly waarom?: Tekst };
  /** Number of files under the seal. */
  readonly bestanden: number;
  /** How many messages it shows, of how many; absent when the seal does not tell. */
  readonly berichten?: MessagesShown;
  /** What it is about; absent when that cannot be believed. */
  readonly rapport?: Pick<Report, 'rapport' | 'product' | 'standaard' | 'leverancier' | 'uitvoerder' | 'resultaat'>;
}

export async function verifyPackage(source: PackageSource, options: VerifyOptions): Promise<Verification> {
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
  return {
    oordeel: !holds ? 'houdt_niet' : isTrusted ? 'houdt' : 'ongewijzigd',
    zekerheid: assuranceOf(assuranceFacts(signers, facts, { holds, hasTicket: false })),
    bevindingen,
    ondertekenaars: signers,
    weergaven: content?.weergaven ?? { vergeleken: false, waarom: TEXTS.broken },
    bestanden: first?.statement.subject.length ?? 0,
    ...(berichten && { berichten }),
    ...(facts && { rapport: factsOf(facts) }),
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

/** What is in the files, once they are known to be what was sealed. */
async function lookInside(
  source: PackageSource,
  listed: readonly ListedFile[],
  { statement, part }: OpenedSeal & { readonly part: OpenedDisclosure | undefined },
  { version, wanted = {} }: VerifyOptions,
): Promise<{ findings: readonly SealFinding[]; report?: Report; weergaven?: Verification['weergaven'] }> {
  const json = async (name: string): Promise<unknown> => {
    const read = readExactJson((await bytesOf(source, name, MAX_REPORT_BYTES)) ?? Buffer.of());
    return 'value' in read ? read.value : undefined;
  };
  try {
    const value = await json('rapport.json');
    const report = readReport(JSON.stringify(value));
    const manifest = part ? undefined : await json(MANIFEST);
    const plan = statement.subject.some(({ name }) => name === 'testset/plan.json') ? await json('testset/plan.json') : undefined;
    const digests = new Map(statement.subject.map(({ name, digest }) => [name, digest.sha256]));
    const sizes = new Map(listed.map(({ name, size }) => [name, { size, sha256: digests.get(name) ?? '' }]));
    const findings = [
      ...contradictions(report),
      ...otherwiseSealed(report, statement.predicate),
      ...(part ? [] : [...otherwiseRecorded(report, manifest, sizes), ...otherwiseRooted(manifest, statement.predicate)]),
      ...otherThanWanted(report, wanted, standardIn(plan)),
    ];
    const isSame = report.harnas.versie === version;
    const isRendered = isSame && findings.length === 0;
    return {
      report,
      findings: isRendered ? await otherwiseRendered(source, report, manifest as Manifest | undefined, digests) : findings,
      weergaven: { vergeleken: isRendered, ...(isRendered ? {} : { waarom: isSame ? TEXTS.broken : TEXTS.version(report) }) },
    };
  } catch (error) {
    // Sealed by somebody, and still no report of ours.
    const gezien = error instanceof Error ? error.message : String(error);
    return { findings: [{ code: 'REPORT_UNREADABLE', bestand: 'rapport.json', gezien }] };
  }
}

function standardIn(plan: unknown): string | undefined {
  const suite = isRecord(plan) ? plan.suite : undefined;
  return isRecord(suite) && typeof suite.standard === 'string' ? suite.standard : undefined;
}

function factsOf({ rapport, product, standaard, leverancier, uitvoerder, resultaat }: Report) {
  return { rapport, product, standaard, leverancier, uitvoerder, resultaat };
}

const TEXTS = {
  broken: { nl: 'het pakket houdt niet', en: 'the package does not hold' },
  version: ({ harnas }: Report): Tekst => ({
    nl: `gemaakt door versie ${harnas.versie}; de weergaven zijn niet opnieuw gemaakt, het zegel dekt ze`,
    en: `made by version ${harnas.versie}; the renditions were not made again, the seal covers them`,
  }),
} as const;
