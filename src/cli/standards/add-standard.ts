/**
 * Installs a schema set from a zip file or a folder: recognises it, says whether it is the published one, copies it and
 * prepares it.
 */
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createSchemaBasis, digestOf, type PreparationCache } from '../../message/schema-basis.js';
import type { SchemaFiles } from '../../message/schema-closure.js';
import { HarnessError } from '../../model/harness-error.js';
import { type Comparison, recognise } from './compare-set.js';
import { sha256 } from './digest.js';
import { type KnownSet, readKnownSets } from './known-sets.js';
import { folderOfSet, type SetState, stateOf } from './official-basis.js';
import { installSetFolder, readSetFolder, readSource } from './set-files.js';
import { nameFrom, withoutCommonFolder } from './unknown-set.js';

export interface AddOptions {
  readonly suites: string;
  /** Where sets are installed. */
  readonly installRoot: string;
  readonly cache: PreparationCache;
  /** Differs between processes and between calls. */
  readonly unique: () => string;
  /** ISO 8601, for the record beside the set. */
  readonly now: string;
}

export interface AddedStandard {
  readonly set: string;
  readonly folder: string;
  readonly state: SetState;
  readonly digest: string;
  readonly fileCount: number;
  readonly known?: KnownSet;
  readonly comparison?: Comparison;
  /** Entry documents that cannot be used, with the reason. */
  readonly unusable: readonly { readonly entries: readonly string[]; readonly reason: string }[];
  /** True when the same files were there already. */
  readonly wasThere: boolean;
}

/**
 * @param source - path of a zip file or a folder
 * @throws {HarnessError} `STANDARDS_INVALID` when there are no schemas in it, when it is refused, or when it would replace
 *   a published set by one that deviates
 */
export async function addStandard(source: string, options: AddOptions): Promise<AddedStandard> {
  const given = await readSource(source);
  if (![...given.keys()].some((path) => /\.xsd$/i.test(path))) {
    throw new HarnessError(
      'STANDARDS_INVALID',
      { nl: `${source} bevat geen schema’s (.xsd)`, en: `${source} holds no schemas (.xsd)` },
      {
        place: { file: source },
        hint: {
          nl: 'Geef de zip of de map van een gepubliceerde schemaset.',
          en: 'Give the zip or the folder of a published schema set.',
        },
      },
    );
  }
  const recognised = recognise(given, await readKnownSets(options.suites));
  const files = recognised?.files ?? withoutCommonFolder(given);
  const set = recognised?.known.set ?? nameFrom(source);
  const state = stateOf(files, recognised?.known);
  const digest = digestOf(files);
  const wasThere = await isThere(set, state, digest, recognised?.known, options);
  if (!wasThere) {
    await installSetFolder(options.installRoot, set, files, options.unique());
    await writeFile(
      join(options.installRoot, `${set}.json`),
      recordOf(set, state, files, digest, recognised?.known, source, options.now),
    );
  }
  return {
    set,
    folder: join(options.installRoot, set),
    state,
    digest,
    fileCount: files.size,
    unusable: await prepareAll(files, digest, recognised?.known, options.cache),
    wasThere,
    ...(recognised ? { known: recognised.known, comparison: recognised.comparison } : {}),
  };
}

/** Whether exactly these files are installed; refuses to lose a published set for one that deviates. */
async function isThere(
  set: string,
  state: SetState,
  digest: string,
  known: KnownSet | undefined,
  options: AddOptions,
): Promise<boolean> {
  const folder = await folderOfSet(set, [options.installRoot]);
  if (folder === undefined) return false;
  const there = await readSetFolder(folder);
  if (digestOf(there) === digest) return true;
  if (stateOf(there, known) === 'officieel' && state !== 'officieel') {
    throw new HarnessError(
      'STANDARDS_INVALID',
      {
        nl: `${set} is geïnstalleerd zoals het is gepubliceerd; deze kopie wijkt af en is niet geïnstalleerd`,
        en: `${set} is installed as it was published; this copy deviates and was not installed`,
      },
      {
        place: { file: folder },
        hint: {
          nl: 'Verwijder eerst de geïnstalleerde map als u echt de afwijkende kopie wilt.',
          en: 'Remove the installed folder first if you really want the copy that deviates.',
        },
      },
    );
  }
  return false;
}

/** Prepares every declared group of entries, so that the first run finds it done. */
async function prepareAll(
  files: SchemaFiles,
  digest: string,
  known: KnownSet | undefined,
  cache: PreparationCache,
): Promise<AddedStandard['unusable']> {
  const unusable: { entries: readonly string[]; reason: string }[] = [];
  for (const entries of known?.entries ?? []) {
    try {
      (await createSchemaBasis({ soort: 'ingebouwd', naam: known?.set ?? '', files, entries, digest }, { cache })).dispose();
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      unusable.push({ entries, reason: error.message });
    }
  }
  return unusable;
}

function recordOf(
  set: string,
  state: SetState,
  files: SchemaFiles,
  digest: string,
  known: KnownSet | undefined,
  source: string,
  now: string,
): string {
  const record = {
    set,
    naam: known?.naam ?? set,
    patch: known?.patch ?? '',
    staat: state,
    digest,
    bron: basename(source),
    toegevoegdOp: now,
    bestanden: Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)])),
  };
  return `${JSON.stringify(record, undefined, 2)}\n`;
}
