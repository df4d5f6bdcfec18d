/** What is in the files of a package, once they are known to be what was sealed: whether it agrees with itself and its evidence. */
import type { Tekst } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { isRecord, readExactJson } from '../exact-json.js';
import { MANIFEST, type Manifest } from '../manifest.js';
import { bytesOf } from '../package-bytes.js';
import type { ListedFile, PackageSource } from '../package-source.js';
import { MAX_REPORT_BYTES, reportIn } from '../rapport-json.js';
import { TICKET } from './ticket.js';
import type { VerifyOptions } from './verify.js';
import { type OpenedDisclosure, otherwiseRooted } from './verify-disclosure.js';
import type { SealFinding } from './verify-reasons.js';
import { otherwiseRendered } from './verify-renditions.js';
import { contradictions, otherwiseRecorded, otherwiseSealed } from './verify-report.js';
import type { OpenedSeal } from './verify-seal.js';
import { type TicketSeen, ticketOf } from './verify-ticket.js';
import { otherThanWanted } from './verify-tuple.js';

export interface PackageContent {
  readonly findings: readonly SealFinding[];
  readonly report?: Report;
  readonly ticket?: TicketSeen;
  /** Names of the constants that the test set leaves to who runs it; absent when the package does not tell. */
  readonly openConstants?: readonly string[];
  /** Whether the renditions were made again; if not, why. */
  readonly weergaven?: { readonly vergeleken: boolean; readonly waarom?: Tekst };
}

export async function lookInside(
  source: PackageSource,
  listed: readonly ListedFile[],
  { statement, part }: OpenedSeal & { readonly part: OpenedDisclosure | undefined },
  { version, wanted = {}, isRenderedAgain = true, ...trust }: VerifyOptions,
): Promise<PackageContent> {
  const json = async (name: string): Promise<unknown> => {
    const read = readExactJson((await bytesOf(source, name, MAX_REPORT_BYTES)) ?? Buffer.of());
    return 'value' in read ? read.value : undefined;
  };
  try {
    const value = await json('rapport.json');
    const report = reportIn(value);
    const manifest = part ? undefined : await json(MANIFEST);
    const plan = statement.subject.some(({ name }) => name === 'testset/plan.json') ? await json('testset/plan.json') : undefined;
    const digests = new Map(statement.subject.map(({ name, digest }) => [name, digest.sha256]));
    const sizes = new Map(listed.map(({ name, size }) => [name, { size, sha256: digests.get(name) ?? '' }]));
    const { ticket, findings: ofTicket } = await ticketOf(source, report, digests.has(TICKET), trust);
    const findings = [
      ...ofTicket,
      ...contradictions(report),
      ...otherwiseSealed(report, statement.predicate),
      ...(part ? [] : [...otherwiseRecorded(report, manifest, sizes), ...otherwiseRooted(manifest, statement.predicate)]),
      ...otherThanWanted(report, wanted, standardIn(plan)),
    ];
    const isSame = report.harnas.versie === version;
    const isRendered = isRenderedAgain && isSame && findings.length === 0;
    const why = isSame ? (isRenderedAgain ? TEXTS.broken : TEXTS.unasked) : TEXTS.version(report);
    const openConstants = openConstantsIn(plan);
    return {
      report,
      ...(ticket && { ticket }),
      ...(openConstants && { openConstants }),
      findings: isRendered ? await otherwiseRendered(source, report, manifest as Manifest | undefined, digests) : findings,
      weergaven: { vergeleken: isRendered, ...(isRendered ? {} : { waarom: why }) },
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

function openConstantsIn(plan: unknown): readonly string[] | undefined {
  const suite = isRecord(plan) ? plan.suite : undefined;
  const variables = isRecord(suite) ? suite.variables : undefined;
  if (!Array.isArray(variables)) return undefined;
  return variables.filter((each) => isRecord(each) && each.moetBestaan === true).map(({ name }) => String(name));
}

const TEXTS = {
  broken: { nl: 'het pakket houdt niet', en: 'the package does not hold' },
  unasked: {
    nl: 'de weergaven zijn niet opnieuw gemaakt; het zegel dekt ze',
    en: 'the renditions were not made again; the seal covers them',
  },
  version: ({ harnas }: Report): Tekst => ({
    nl: `gemaakt door versie ${harnas.versie}; de weergaven zijn niet opnieuw gemaakt, het zegel dekt ze`,
    en: `made by version ${harnas.versie}; the renditions were not made again, the seal covers them`,
  }),
} as const;
