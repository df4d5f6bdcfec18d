/**
 * `ketentest standards list|add|show`: from words to one call and lines of text.
 */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { PreparationCache } from '../../message/schema-basis.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Language } from '../language.js';
import { addStandard } from './add-standard.js';
import { type StandardsFolders, standardsFolders } from './folders.js';
import { folderCache } from './preparation-cache.js';
import { listStandards, showStandard } from './show-standards.js';
import { addText, listText, showText } from './texts.js';

export interface StandardsCall {
  readonly action: string;
  readonly subject?: string;
  readonly language: Language;
  readonly folders: StandardsFolders;
  readonly cache: PreparationCache;
  /** The suites folder of this package. */
  readonly suites: string;
  readonly cwd: string;
  /** ISO 8601. */
  readonly now: string;
}

export interface StandardsAnswer {
  /** For `--json`. */
  readonly data: unknown;
  readonly lines: readonly string[];
}

/**
 * @throws {HarnessError} `USAGE` for another action or a missing operand, `STANDARDS_INVALID` and `SCHEMA_MISSING` as
 *   `addStandard` and `showStandard` do
 */
export async function standards(call: StandardsCall): Promise<StandardsAnswer> {
  const { action, subject, language, folders, suites } = call;
  if (action === 'list') {
    const data = await listStandards({ roots: folders.roots, suites });
    return { data, lines: listText(data, language) };
  }
  if (action !== 'add' && action !== 'show') {
    throw new HarnessError('USAGE', `"standards ${action}" does not exist`, {
      hint: 'It is list, add <zip or folder>, or show <set>.',
    });
  }
  if (subject === undefined) {
    throw new HarnessError(
      'USAGE',
      `"standards ${action}" needs ${action === 'add' ? 'a zip file or a folder' : 'the name of a set'}`,
    );
  }
  if (action === 'show') {
    const data = await showStandard(subject, { roots: folders.roots, suites });
    return { data, lines: showText(data, language) };
  }
  const { installRoot } = folders;
  const data = await addStandard(resolve(call.cwd, subject), {
    suites,
    installRoot,
    cache: call.cache,
    unique: uniqueName,
    now: call.now,
  });
  return { data, lines: addText(data, language) };
}

/** The folders of this user on this machine. */
export function userFolders(env: Readonly<Record<string, string | undefined>>, cwd: string, schemas?: string): StandardsFolders {
  return standardsFolders({ env, platform: process.platform, home: homedir(), cwd }, schemas);
}

/** The cache of this user on this machine. */
export function userCache(folders: StandardsFolders): PreparationCache {
  return folderCache(folders.cache, uniqueName);
}

let count = 0;

/** Differs between processes that run at the same time, and between calls. */
function uniqueName(): string {
  count += 1;
  return `${process.pid}-${count}`;
}
