/** Publishes sealed reports as a static site, beside what stands there already; the whole of it, or nothing. */
import { basename, join, resolve, sep } from 'node:path';
import { sealFeed } from '../../dossier/feed/feed-seal.js';
import { indicationsOf } from '../../dossier/indication/indications-of.js';
import { sealedReport } from '../../dossier/sealed-report.js';
import { FEED, FEED_SEAL } from '../../dossier/site/addresses.js';
import { type History, type KnownReport, nextHistory } from '../../dossier/site/history.js';
import type { HoldingReport, SiteInput } from '../../dossier/site/published.js';
import { siteFiles } from '../../dossier/site/site.js';
import { HarnessError } from '../../model/harness-error.js';
import type { SealingKey } from '../../report/seal/seal-key.js';
import type { Trust } from '../../report/seal/verify-signer.js';
import { findEvidence } from '../indication/find-evidence.js';
import { openPackageFolder } from '../package-folder.js';
import { packageFacts } from '../package-root.js';
import { readTrustFiles } from '../seal/trust-files.js';
import { refuseUndeclared } from './check-links.js';
import { HISTORY_FILE, historyText, readKeptSite } from './kept-site.js';
import { openStage, putFile } from './site-folder.js';
import { type Staged, type Staging, stageGiven, stageKept } from './staged-packages.js';
import { givenStatements, keptStatements, onlyOnce, seenStatements } from './staged-statements.js';

export interface PublishOptions {
  readonly cwd: string;
  /** Where the site stands, or will; as the user calls it. */
  readonly out: string;
  /** Folders of packages, folders with those in them, and files of statements. */
  readonly evidence: readonly string[];
  /** `--trust`, as it was given. */
  readonly trust?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the site said before when absent. */
  readonly baseUrl?: string;
  /** Of the pages at the root; what the site said before when absent, and Dutch of a new one. */
  readonly language?: 'nl' | 'en';
  /** Signs the feed. */
  readonly key?: SealingKey;
  /** Digests of reports to take away, or the beginning of one. */
  readonly remove?: readonly string[];
  /** Why. */
  readonly reason?: string;
  /** Hosts at which to look whether the reports stand there; nothing is fetched when absent. */
  readonly checkLinks?: readonly string[];
}

export interface Published {
  readonly history: History;
  readonly feed: string;
  /** Number of packages on the site, and of those that came now. */
  readonly reports: number;
  readonly added: number;
}

/** @throws {HarnessError} `REPORT_INVALID`, `PRIVACY_BLOCKED`, `OUTPUT_FAILED`, `RUN_BUSY` or `CONFIG_INVALID`; then nothing was changed */
export async function publishSite(options: PublishOptions): Promise<Published> {
  const { cwd, out, at, trust, evidence, key } = options;
  const given = findEvidence(cwd, evidence);
  const trusted = trust === undefined ? {} : withoutFolders(readTrustFiles(cwd, trust), trust);
  const { version } = packageFacts();
  const read = (shown: string) => sealedReport(shown, openPackageFolder(cwd, shown), { version, ...trusted });
  await using stage = await openStage(resolve(cwd, out), out);
  const kept = readKeptSite(stage.old, out);
  const removed = toRemove(kept.packages, options);
  const baseUrl = options.baseUrl ?? kept.history.basisUrl;
  const looking = options.checkLinks && { baseUrl, key, hosts: options.checkLinks, at };
  if (looking) refuseUndeclared(looking);
  const staging: Staging = { root: stage.root, old: stage.old, shown: out, read };
  const packages = new Map<string, Staged>();
  for (const digest of kept.packages.filter((each) => !removed.has(each))) packages.set(digest, await stageKept(staging, digest));
  let added = 0;
  for (const shown of given.packages) {
    const staged = await stageGiven(staging, cwd, shown);
    if (!staged) continue;
    added += packages.has(staged.published.digest) ? 0 : 1;
    packages.set(staged.published.digest, staged);
  }
  const statements = [
    ...(await keptStatements(staging, kept.statements, trusted)),
    ...(await givenStatements(staging, cwd, given.statements, trusted)),
    ...(await seenStatements(
      staging,
      looking && { digests: [...packages.keys()].filter((each) => kept.packages.includes(each)), looking },
      trusted,
    )),
  ];
  const all = [...packages.values()].toSorted((one, other) => (one.published.digest < other.published.digest ? -1 : 1));
  const indications = indicationsOf(
    all.map(({ sealed }) => sealed),
    onlyOnce(statements),
    { at, isTrusting: trust !== undefined },
  );
  const reports = all.map(({ published }) => published);
  const known = reports.flatMap((each) => knownOf(each, kept.history));
  const language = options.language ?? kept.history.taal ?? 'nl';
  const history: History = {
    ...nextHistory(kept.history, indications, known, removed),
    taal: language,
    ...(baseUrl !== undefined && { basisUrl: baseUrl }),
  };
  const input: SiteInput = {
    indications,
    reports,
    history,
    catalogue: await catalogue(),
    harness: { naam: 'ketentest', versie: packageFacts().version },
    language,
    ...(baseUrl !== undefined && { baseUrl }),
  };
  const files = siteFiles(input);
  for (const { path, text } of files) await putFile(stage.root, path, text);
  await putFile(stage.root, HISTORY_FILE, historyText(history));
  const feed = files.find(({ path }) => path === FEED)?.text ?? '';
  if (key) await putFile(stage.root, FEED_SEAL, await sealFeed(feed, indications.peildatum, key));
  await stage.finish();
  return { history, feed, reports: reports.length, added };
}

/** What stands on the site of a report that holds no more is what was known of it. */
function knownOf(
  of: { readonly digest: string } & Partial<Pick<HoldingReport, 'feiten'>>,
  before: History,
): readonly KnownReport[] {
  if (!of.feiten) return before.rapporten.filter(({ digest }) => digest === of.digest);
  const { rapport, product, leverancier, standaard } = of.feiten;
  return [
    {
      digest: of.digest,
      nummer: rapport.nummer,
      product: { pakketnaam: product.pakketnaam, versie: product.versie },
      leverancier: { naam: leverancier.naam },
      standaard: { naam: standaard.naam, versie: standaard.versie },
      rol: standaard.rol,
    },
  ];
}

/** @throws {HarnessError} `REPORT_INVALID` for what is not there, or could be more than one */
function toRemove(present: readonly string[], { remove = [], reason, out }: PublishOptions): ReadonlyMap<string, string> {
  return new Map(
    remove.map((given) => {
      const found = present.filter((digest) => digest.startsWith(given.toLowerCase()));
      const [only] = found;
      if (only === undefined || found.length > 1 || given.length < MIN_DIGITS) {
        throw new HarnessError(
          'REPORT_INVALID',
          {
            nl: `--remove ${given}: in ${out} ${found.length > 1 ? 'staan meer rapporten die zo beginnen' : 'staat geen rapport met die digest'}`,
            en: `--remove ${given}: ${found.length > 1 ? `several reports in ${out} begin so` : `no report in ${out} has that digest`}`,
          },
          {
            place: { file: out },
            hint: {
              nl: `Noem ten minste ${MIN_DIGITS} tekens van de SHA-256 die op de pagina van het rapport staat.`,
              en: `Name at least ${MIN_DIGITS} characters of the SHA-256 that stands on the page of the report.`,
            },
          },
        );
      }
      return [only, reason ?? ''];
    }),
  );
}

const MIN_DIGITS = 8;

/** A key without a name is called after its file; where that lies on the machine of who publishes is nobody's business. */
function withoutFolders(trusted: Required<Trust>, shown: string): Required<Trust> {
  const isFile = (naam: string) => naam === shown || naam.startsWith(`${join(shown)}${sep}`);
  return { ...trusted, trust: trusted.trust.map((key) => (isFile(key.naam) ? { ...key, naam: basename(key.naam) } : key)) };
}

async function catalogue(): Promise<SiteInput['catalogue']> {
  const [{ openFileSet }, { catalogueIds }] = await Promise.all([
    import('../../suite/file-set.js'),
    import('../../suite/ketenplaat/catalogue-ids.js'),
  ]);
  return catalogueIds(openFileSet(packageFacts().suites));
}
