/** A report package as somebody else has it: its report, the test set that it was made with, and what was said. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Body } from '../../model/body.js';
import type { Exchange } from '../../model/exchange.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Plan } from '../../model/plan.js';
import type { Report } from '../../model/report.js';
import type { Manifest, ManifestExchange, ManifestMessage, Side } from '../../report/manifest.js';
import { readReport } from '../../report/rapport-json.js';
import { DISCLOSURE } from '../../report/seal/disclosure.js';
import { readJournal, tellsOfMessage } from '../journal/journal.js';
import { bytesOf, exchangesOf } from '../journal/journal-events.js';
import { type MaskingRecord, maskingRecordOf } from '../privacy/privacy-key.js';
import { readAssignedPlan } from '../run/assignment.js';
import { DEVIATIONS } from '../run/deviations-given.js';
import { RUN_BEGIN, type RunBegin } from '../run/run-begin.js';
import { kept, readOnce } from './read-once.js';

export interface OpenedPackage {
  readonly shown: string;
  readonly report: Report;
  /** `rapport.json` as it stands there. */
  readonly reportText: string;
  readonly plan: Plan;
  readonly planText: string;
  readonly begin: RunBegin;
  readonly manifest: Manifest;
  /** The file of known deviations, when the run had one. */
  readonly deviations?: { readonly text: string; readonly file: string };
  /** Folder of the suites that the run was made with. */
  readonly suites: string;
  /** In the order in which they began, as the public part lists them. */
  readonly exchanges: readonly Exchange[];
  /** Whether they are as they went, or public copies in which something may be masked. */
  readonly isOriginal: boolean;
  /** What was masked, by message; undefined for one that stays private. */
  readonly paths: ReadonlyMap<string, readonly string[] | undefined>;
  /** How the public part was masked; only beside originals. */
  readonly masking?: MaskingRecord;
}

/**
 * Opens a package. Originals are taken from `prive/` where it is there, otherwise the public copies.
 * @throws {HarnessError} `REPORT_INVALID` for a file that is not there or is no such thing, by name
 */
export async function openPackage(cwd: string, shown: string): Promise<OpenedPackage> {
  const folder = resolve(cwd, shown);
  const text = (name: string) => readText(folder, shown, name);
  if (existsSync(join(folder, ...DISCLOSURE.split('/')))) {
    throw invalid(shown, 'toont maar een deel van de berichten', 'shows some of its messages only');
  }
  const reportText = text('rapport.json');
  const planText = text('testset/plan.json');
  const report = readReport(reportText, join(shown, 'rapport.json'));
  const manifest = parsed<Manifest>(text('bewijs/manifest.json'), join(shown, 'bewijs/manifest.json'));
  const originals = await originalsOf(folder);
  const masking = originals && maskingRecordOf(folder);
  const assigned = masking && readAssignedPlan(join(folder, 'prive'));
  const ids = manifest.uitwisselingen.map(({ id }) => id);
  return {
    ...{ shown, report, reportText, planText, manifest, isOriginal: originals !== undefined },
    ...(masking && { masking }),
    paths: maskedPathsOf(manifest),
    plan: assigned ?? parsed<Plan>(planText, join(shown, 'testset/plan.json')),
    begin: parsed<RunBegin>(text(`testset/${RUN_BEGIN}`), join(shown, 'testset', RUN_BEGIN)),
    ...(existsSync(join(folder, 'testset', DEVIATIONS)) && {
      deviations: { text: text(`testset/${DEVIATIONS}`), file: join(shown, 'testset', DEVIATIONS) },
    }),
    suites: join(folder, 'testset', 'suites'),
    exchanges: originals
      ? ids.map((id) => readOnce(originals.get(id) ?? missing(shown, id)))
      : manifest.uitwisselingen.map((each) => published(folder, shown, each)),
  };
}

async function originalsOf(folder: string): Promise<ReadonlyMap<string, Exchange> | undefined> {
  const prive = join(folder, 'prive');
  if (!existsSync(join(prive, 'journaal.jsonl'))) return undefined;
  return exchangesOf(prive, (await readJournal(prive, tellsOfMessage)).lines);
}

/** By message; undefined for one that stays private. */
function maskedPathsOf({ uitwisselingen }: Manifest): ReadonlyMap<string, readonly string[] | undefined> {
  const entry = (id: string, side: Side, of: ManifestMessage) =>
    [`${id}/${side}`, of.bestand === undefined ? undefined : (of.gemaskeerdePaden ?? [])] as const;
  return new Map(
    uitwisselingen.flatMap(({ id, vraag, antwoord }) => [
      entry(id, 'vraag', vraag),
      ...(antwoord ? [entry(id, 'antwoord', antwoord)] : []),
    ]),
  );
}

function published(folder: string, shown: string, of: ManifestExchange): Exchange {
  const { id, deel, scenario, stap, soort, dienst, poging, storing, tls, hop, tijden, verstoord, vraag, antwoord, status } = of;
  const message = ({ bestand, grootte, sha256, koppen }: ManifestMessage) => ({
    headers: koppen,
    // One that nobody could read stays private.
    body: bestand === undefined ? NO_BODY : bodyAt(folder, shown, { bestand, grootte, sha256: sha256 ?? '' }),
  });
  return {
    ...{ id, part: deel, startedAt: of.gestartOp, endedAt: of.beeindigdOp },
    purpose: { scenario, step: stap, kind: soort, service: dienst, attempt: poging },
    request: { method: of.methode, url: of.url, ...message(vraag) },
    ...(antwoord && { reply: { status: status ?? 0, ...message(antwoord) } }),
    ...(storing && { failure: storing }),
    ...(tls && { tls }),
    ...(hop !== undefined && { hop }),
    ...(tijden && { times: tijden }),
    ...(verstoord && { disturbed: verstoord }),
  };
}

const NO_BODY: Body = {
  id: 'prive',
  size: 0,
  digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  async *open() {},
  bytes: async () => Buffer.of(),
};

/** A name in a package never leads out of it. */
function bodyAt(
  folder: string,
  shown: string,
  of: { readonly bestand: string; readonly grootte: number; readonly sha256: string },
): Body {
  const { bestand, grootte, sha256 } = of;
  if (!/^bewijs\/[\w-][\w.-]*$/.test(bestand))
    throw invalid(shown, `het manifest noemt ${bestand}`, `the manifest names ${bestand}, which is no message of this package`);
  const file = join(folder, ...bestand.split('/'));
  if (!existsSync(file)) throw invalid(shown, `${bestand} ontbreekt`, `${bestand} is missing`);
  return kept({
    id: bestand,
    size: grootte,
    digest: sha256,
    open: () => createReadStream(file),
    bytes: () => bytesOf(file, grootte),
  });
}

function readText(folder: string, shown: string, name: string): string {
  try {
    return readFileSync(join(folder, ...name.split('/')), 'utf8');
  } catch {
    throw invalid(shown, `er is geen ${name}`, `there is no ${name}`);
  }
}

function parsed<T>(text: string, file: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new HarnessError(
      'REPORT_INVALID',
      { nl: `${file} is geen JSON`, en: `${file} is not JSON` },
      { place: { file }, cause },
    );
  }
}

function missing(shown: string, id: string): never {
  throw invalid(shown, `uitwisseling ${id} staat niet in het journaal`, `exchange ${id} is not in the journal`);
}

function invalid(shown: string, nl: string, en: string): HarnessError {
  return new HarnessError(
    'REPORT_INVALID',
    { nl: `${shown}: ${nl}`, en: `${shown}: ${en}` },
    {
      place: { file: shown },
      hint: {
        nl: 'Noem de map van een heel rapport: met rapport.json, bewijs/ en testset/.',
        en: 'Name the folder of a whole report: with rapport.json, bewijs/ and testset/.',
      },
    },
  );
}
