/**
 * Keeps a package that may hold the BSN of a real person from being published: looks through what stands on disk, writes what
 * was found into its manifest and its page, and seals nothing that nobody cleared.
 */
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { canonicalJson } from '../../report/canonical-json.js';
import { loadEvidence } from '../../report/evidence.js';
import { MANIFEST, type Manifest } from '../../report/manifest.js';
import { renderHtml } from '../../report/page/render-html.js';
import { scanPackage } from '../../report/privacy/bsn-scan.js';
import { type PrivacyCheck, type PrivacyFind, privacyCheck, type RawFind } from '../../report/privacy/privacy-check.js';
import { readReport } from '../../report/rapport-json.js';
import { openPackageFolder } from '../package-folder.js';
import type { Language } from '../settings/language.js';
import type { Shell } from '../shell.js';
import { privacyTable } from './privacy.js';
import { privacyText } from './privacy-told.js';

/** What is in a package now. */
export interface Looked {
  readonly manifest: Manifest;
  readonly finds: readonly RawFind[];
  /** With what was cleared before and is still the same. */
  readonly check: PrivacyCheck;
}

/** @param folder - as a whole path @param before - what was cleared; what the manifest says when absent */
export async function lookForNumbers(folder: string, before?: readonly PrivacyFind[]): Promise<Looked> {
  const [manifest, report] = await Promise.all([readManifest(folder), readFile(join(folder, 'rapport.json'), 'utf8')]);
  const { seed } = readReport(report).uitvoering;
  const { references } = await privacyTable();
  const finds = await scanPackage(openPackageFolder(folder, '.'), { manifest, seed, references });
  return { manifest, finds, check: privacyCheck(finds, before ?? manifest.privacy?.vondsten) };
}

/** What was cleared in the package that stands there; nothing when there is none. */
export async function clearedBefore(folder: string): Promise<readonly PrivacyFind[]> {
  return (await readManifest(folder).catch(() => undefined))?.privacy?.vondsten ?? [];
}

/** Writes what was found into the manifest, and into the page when it changes anything there. */
export async function writeCheck(folder: string, { manifest, check }: Pick<Looked, 'manifest' | 'check'>): Promise<void> {
  if (canonicalJson(check) === canonicalJson(manifest.privacy ?? {})) return;
  const told: Manifest = { ...manifest, privacy: check };
  await put(join(folder, MANIFEST), canonicalJson(told));
  if (check.vondsten.length === 0 && !manifest.privacy?.vondsten.length) return;
  const report = readReport(await readFile(join(folder, 'rapport.json'), 'utf8'));
  const evidence = await loadEvidence(told, (name) => createReadStream(join(folder, ...name.split('/'))));
  await put(join(folder, 'rapport.html'), renderHtml(report, evidence));
}

/** @throws {HarnessError} `PRIVACY_BLOCKED` when something was found that nobody cleared @param shown - the folder, as the user calls it */
export async function refuseWhileBlocked(folder: string, shown: string): Promise<void> {
  const looked = await lookForNumbers(folder);
  await writeCheck(folder, looked);
  const open = looked.check.vondsten.filter(({ vrijgave }) => !vrijgave);
  if (open.length === 0) return;
  const ids = open.map(({ id }) => id).join(', ');
  throw new HarnessError(
    'PRIVACY_BLOCKED',
    {
      nl: `${shown} wordt niet verzegeld: mogelijk echte persoonsgegevens (${ids})`,
      en: `${shown} is not sealed: possibly data of real persons (${ids})`,
    },
    {
      place: { file: shown },
      hint: {
        nl: `Kijk met "ketentest privacy check ${shown}" waar, en test met verzonnen gegevens; wat geen BSN is geeft "ketentest privacy clear" vrij.`,
        en: `See where with "ketentest privacy check ${shown}", and test with invented data; "ketentest privacy clear" clears what is no BSN.`,
      },
    },
  );
}

/** Tells whoever ran the test that its report is not to be published, when it is not. */
export async function tellPrivacy({ talk }: Pick<Shell, 'talk'>, folder: string, language: Language): Promise<void> {
  const { privacy } = await readManifest(folder);
  if (privacy?.blokkade) talk(`${privacyText(privacy, language)}\n`);
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest;
}

async function put(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `${file} is niet te schrijven`, en: `cannot write ${file}` },
      { cause, place: { file } },
    );
  }
}
