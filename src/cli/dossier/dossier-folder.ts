/**
 * A dossier on disk: `dossier.json`, the index, and `wijzigingen/0001.json` and on, each change as it was written. A change is
 * there when its file is: two who write at once never take the same number, and whoever dies half-way leaves a whole dossier
 * behind. The index is made of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Wijziging } from '../../dossier/acceptance/change.js';
import { foldChanges } from '../../dossier/acceptance/fold.js';
import {
  type Breuk,
  chainBreaks,
  changeDigest,
  changeText,
  type History,
  readChange,
  readIndex,
} from '../../dossier/acceptance/history.js';
import { HarnessError } from '../../model/harness-error.js';
import { complaints } from '../../report/fold/schema-complaints.js';
import { packageFacts } from '../package-root.js';

export const INDEX = 'dossier.json';
export const CHANGES = 'wijzigingen';

export interface OpenedDossier extends History {
  /** As a whole path. */
  readonly path: string;
  /** As the user calls it. */
  readonly shown: string;
}

/** Larger is no dossier of ours. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads a dossier; what does not fit is named in it.
 * @throws {HarnessError} `DOSSIER_INVALID` when there is none, or none that can be read
 */
export function openDossier(cwd: string, shown: string): OpenedDossier {
  const path = resolve(cwd, shown);
  const names = changeNames(path);
  const index = bytesIn(join(path, INDEX));
  if (index === undefined && names.length === 0) throw noDossier(shown);
  if (index !== undefined && index.length > MAX_BYTES) throw unreadable(join(shown, INDEX));
  const read = index && readIndex(index, join(shown, INDEX), complain);
  const indexed = read?.wijzigingen ?? [];
  const files = filesBeside(path, indexed.length);
  const added = following(indexed, path);
  const wijzigingen = [...indexed, ...added];
  const behind: readonly Breuk[] = added.length === 0 ? [] : [{ code: 'INDEX_BEHIND', nr: indexed.length, bestand: INDEX }];
  if (wijzigingen.length === 0) throw unreadable(join(shown, CHANGES, changeName(1)));
  return {
    ...{ path, shown, wijzigingen, stand: foldChanges(wijzigingen) },
    breuken: [...(read?.breuken ?? []), ...compared(indexed, files), ...behind],
  };
}

/** `0001.json` */
export function changeName(nr: number): string {
  return `${String(nr).padStart(4, '0')}.json`;
}

/** Text and digest of every change file up to a number; absent ones are undefined. */
function filesBeside(path: string, count: number): readonly (string | undefined)[] {
  return Array.from({ length: count }, (_, at) => bytesIn(join(path, CHANGES, changeName(at + 1)))?.toString('utf8'));
}

function compared(indexed: readonly Wijziging[], files: readonly (string | undefined)[]): readonly Breuk[] {
  return indexed.flatMap((each, at): readonly Breuk[] => {
    const bestand = `${CHANGES}/${changeName(at + 1)}`;
    if (files[at] === undefined) return [{ code: 'CHANGE_FILE_MISSING', nr: at + 1, bestand }];
    return files[at] === changeText(each) ? [] : [{ code: 'CHANGE_FILE_DIFFERS', nr: at + 1, bestand }];
  });
}

/** Changes that the index does not have yet: somebody wrote them, and was stopped before the index was. */
function following(indexed: readonly Wijziging[], path: string): readonly Wijziging[] {
  const added: Wijziging[] = [];
  for (let nr = indexed.length + 1; ; nr++) {
    const bytes = bytesIn(join(path, CHANGES, changeName(nr)));
    const change = bytes && readChange(bytes);
    const last = added.at(-1) ?? indexed.at(-1);
    if (!change || complain({ $schema: SCHEMA_ID, stand: {}, wijzigingen: [change] }).length > 0) return added;
    if (chainBreaks([change]).length > 0 && last === undefined) return added;
    if (last && (change.nr !== nr || change.vorige !== changeDigest(last))) return added;
    added.push(change);
  }
}

function changeNames(path: string): readonly string[] {
  try {
    return readdirSync(join(path, CHANGES)).filter((name) => /^\d{4,}\.json$/.test(name));
  } catch {
    return [];
  }
}

/** @returns undefined when there is no such file */
export function bytesIn(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT' || (cause as NodeJS.ErrnoException).code === 'ENOTDIR')
      return undefined;
    throw new HarnessError(
      'DOSSIER_INVALID',
      { nl: `${file} is niet te lezen`, en: `${file} cannot be read` },
      { cause, place: { file }, hint: { nl: 'Controleer de rechten op het bestand.', en: 'Check the permissions of the file.' } },
    );
  }
}

const SCHEMA_ID = 'urn:ketentest:dossier.schema.json:1';
let schema: Readonly<Record<string, unknown>> | undefined;

function complain(value: unknown): readonly string[] {
  schema ??= JSON.parse(readFileSync(join(packageFacts().root, 'docs', 'dossier.schema.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  return complaints(value, schema);
}

function noDossier(shown: string): HarnessError {
  return new HarnessError(
    'DOSSIER_INVALID',
    { nl: `er is geen dossier in ${shown}`, en: `there is no dossier in ${shown}` },
    {
      place: { file: shown },
      hint: { nl: `"ketentest dossier init ${shown}" begint er een.`, en: `"ketentest dossier init ${shown}" begins one.` },
    },
  );
}

function unreadable(file: string): HarnessError {
  return new HarnessError(
    'DOSSIER_INVALID',
    { nl: `${file} is geen wijziging van een dossier`, en: `${file} is no change of a dossier` },
    { place: { file }, hint: { nl: 'Zet het bestand terug uit een reservekopie.', en: 'Put the file back from a backup.' } },
  );
}
