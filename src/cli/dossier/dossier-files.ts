/** What stands beside the index of a dossier: report packages, testverslagen, and signatures. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Breuk, textDigest } from '../../dossier/acceptance/history.js';
import { type Evidence, type FoundPackage, seenAgain } from '../../dossier/acceptance/kept-report.js';
import {
  type FoundSignature,
  type SeenSignature,
  seenDossier,
  seenTestverslag,
  withoutShared,
} from '../../dossier/acceptance/signature.js';
import type { KeptReport } from '../../dossier/acceptance/state.js';
import { isRecord, readExactJson } from '../../report/exact-json.js';
import { SEAL } from '../../report/seal/seal-names.js';
import { examinePackage } from '../../report/seal/verify.js';
import type { Trust } from '../../report/seal/verify-signer.js';
import { openPackageFolder } from '../package-folder.js';
import { packageFacts } from '../package-root.js';
import { bytesIn, type OpenedDossier } from './dossier-folder.js';

export const REPORTS = 'rapporten';
export const TESTVERSLAGEN = 'testverslagen';
export const SIGNATURES = 'handtekeningen';

/** Every package of a dossier, looked at again. */
export async function evidenceOf({ path, stand }: OpenedDossier, trust: Trust): Promise<Evidence> {
  const seen = new Map<string, ReturnType<typeof seenAgain>>();
  for (const kept of stand.rapporten) seen.set(kept.id, seenAgain(kept, await foundPackage(path, kept, trust)));
  return seen;
}

/** @param isRenderedAgain - whether the renditions are made again and compared */
export async function lookAt(folder: string, trust: Trust, isRenderedAgain: boolean): Promise<FoundPackage> {
  const source = openPackageFolder(folder, '.');
  const examined = await examinePackage(source, { ...trust, version: packageFacts().version, isRenderedAgain });
  const suite = suiteIn(bytesIn(join(folder, 'testset', 'plan.json')));
  return { examined, zegel: textDigest(bytesIn(join(folder, SEAL)) ?? Buffer.of()), ...(suite !== undefined && { suite }) };
}

function suiteIn(bytes: Buffer | undefined): string | undefined {
  const read = bytes && readExactJson(bytes);
  const plan = read && 'value' in read && isRecord(read.value) ? read.value : {};
  return isRecord(plan.suite) && typeof plan.suite.id === 'string' ? plan.suite.id : undefined;
}

/** The seal covers the renditions: that they fit the report was seen when it was added. */
async function foundPackage(path: string, { map }: KeptReport, trust: Trust): Promise<FoundPackage | undefined> {
  const folder = join(path, ...map.split('/'));
  return namesIn(folder).length === 0 ? undefined : lookAt(folder, trust, false);
}

/** In the order of their names. */
export function signatureNames(path: string): readonly string[] {
  return namesIn(join(path, SIGNATURES)).filter((name) => name.endsWith('.sigstore.json'));
}

/** Every signature of a dossier, looked at again. */
export function signaturesOf(dossier: OpenedDossier, trust: Trust): readonly SeenSignature[] {
  const found = signatureNames(dossier.path).map((name) => foundSignature(dossier.path, `${SIGNATURES}/${name}`));
  return withoutShared(found.map((each) => seenSignature(dossier, each, trust)));
}

/** @param found - in the folder of the dossier, or on its way into it */
export function seenSignature(dossier: OpenedDossier, found: FoundSignature, trust: Trust): SeenSignature {
  const { path, stand, wijzigingen } = dossier;
  const isWhole = /(?:^|\/)dossier-/.test(found.bestand);
  if (isWhole) return seenDossier(found, wijzigingen, trust);
  const texts = stand.testverslagen.flatMap(({ bestand }) => {
    const bytes = bytesIn(join(path, bestand));
    return bytes ? [[bestand, bytes.toString('utf8')] as const] : [];
  });
  return seenTestverslag(found, stand, new Map(texts), trust);
}

function foundSignature(path: string, bestand: string): FoundSignature {
  return { bestand, bytes: bytesIn(join(path, bestand)) ?? Buffer.of() };
}

/** Files that a change names and that are gone or other; and packages that no change names. */
export function fileBreaks({ path, stand, wijzigingen }: OpenedDossier): readonly Breuk[] {
  const named = [
    ...wijzigingen.flatMap(({ nr, erbij = [] }) => erbij.map((each) => ({ ...each, nr }))),
    ...stand.testverslagen.map(({ bestand, digest }) => ({ bestand, digest, nr: undefined })),
  ];
  const breaks = named.flatMap(({ bestand, digest, nr }): readonly Breuk[] => {
    const bytes = bytesIn(join(path, bestand));
    const at = nr === undefined ? {} : { nr };
    if (bytes === undefined) return [{ code: 'FILE_MISSING', bestand, ...at }];
    return textDigest(bytes) === digest ? [] : [{ code: 'FILE_DIFFERS', bestand, ...at }];
  });
  const known = new Set(stand.rapporten.map(({ map }) => map));
  const strange = namesIn(join(path, REPORTS))
    .map((name) => `${REPORTS}/${name}`)
    .filter((map) => !known.has(map));
  return [...breaks, ...strange.map((bestand): Breuk => ({ code: 'FILE_UNKNOWN', bestand }))];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}
