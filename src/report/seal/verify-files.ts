/** Lays the files of a package beside what its seal says of them. No name of a seal is ever opened that was not listed. */

import { digestOf } from '../package-bytes.js';
import type { ListedFile, PackageSource } from '../package-source.js';
import { showsMessages } from './disclosure.js';
import { foldedName, isPlainName, isSealName, SEAL } from './seal-names.js';
import type { Subject } from './seal-statement.js';
import type { OpenedDisclosure } from './verify-disclosure.js';
import type { ReasonCode, SealFinding } from './verify-reasons.js';
import type { OpenedSeal } from './verify-seal.js';

/** What every report has; a seal that leaves one out is a seal of something else. */
const EVERY_REPORT = ['rapport.json', 'rapport.html', 'junit.xml', 'bewijs/manifest.json'] as const;

/** Every mismatch, by name. @param part - what a package shows that does not show every message */
export async function compareFiles(
  source: PackageSource,
  listed: readonly ListedFile[],
  subjects: readonly Subject[],
  part?: Pick<OpenedDisclosure, 'shown' | 'beside'>,
): Promise<readonly SealFinding[]> {
  const isAside = ({ name, kind }: ListedFile) => isSealName(name) || (kind === 'file' && part?.beside.has(name) === true);
  const isHidden = (name: string) => part !== undefined && showsMessages(name) && !part.shown.has(name);
  const files = new Map(listed.filter((file) => !isAside(file)).map((file) => [file.name, file]));
  const sealed = new Map(subjects.map(({ name, digest }) => [name, digest.sha256]));
  const folded = new Map(subjects.map(({ name }) => [foldedName(name), name]));
  const findings: SealFinding[] = EVERY_REPORT.filter((name) => !sealed.has(name)).map((bestand) => ({
    code: 'SUBJECT_LACKING',
    bestand,
  }));
  for (const [name, expected] of sealed) {
    const file = files.get(name);
    if (file === undefined && !isHidden(name)) findings.push({ code: 'FILE_MISSING', bestand: name });
    if (file !== undefined && isHidden(name)) findings.push({ code: 'FILE_UNKNOWN', bestand: name });
    if (file?.kind !== 'file') continue;
    const seen = await digestOf(source, name);
    if (seen !== expected) findings.push({ code: 'FILE_DIFFERS', bestand: name, verwacht: expected, gezien: seen });
  }
  for (const { name, kind } of files.values()) {
    const code = strangeness(name, kind, sealed, folded);
    const meant = folded.get(foldedName(name));
    if (code) findings.push({ code, bestand: name, ...(code === 'FILE_RENAMED' && meant && { verwacht: meant }) });
  }
  return findings.toSorted((one, other) => ((one.bestand ?? '') < (other.bestand ?? '') ? -1 : 1));
}

function strangeness(
  name: string,
  kind: ListedFile['kind'],
  sealed: ReadonlyMap<string, string>,
  folded: ReadonlyMap<string, string>,
): ReasonCode | undefined {
  if (kind !== 'file') return 'FILE_NOT_PLAIN';
  if (sealed.has(name)) return undefined;
  if (folded.has(foldedName(name)) || foldedName(name) === SEAL) return 'FILE_RENAMED';
  return isPlainName(name) ? 'FILE_UNKNOWN' : 'FILE_NAME';
}

/** Whether a seal by which somebody signs along is about the seals that stand here. */
export function compareSeals(
  name: string,
  { statement }: OpenedSeal,
  digests: ReadonlyMap<string, string>,
): readonly SealFinding[] {
  const lacks = statement.subject.some((subject) => subject.name === SEAL) ? [] : [SEAL];
  const others = statement.subject.filter(
    (subject) => subject.name === name || digests.get(subject.name) !== subject.digest.sha256,
  );
  return [...lacks, ...others.map((subject) => subject.name)].map((other) => ({
    code: 'SEAL_OTHER',
    bestand: name,
    verwacht: other,
  }));
}
