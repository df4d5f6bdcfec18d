/**
 * `prive/meelezen.json`: where we stand and what the report says of it, written before anything passes, so that a report can
 * be made whatever happens to the process.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import type { WatchSetup } from '../../model/watched.js';
import type { RunFacts } from '../../report/fold.js';
import type { Settings } from '../settings.js';

export interface WatchAssignment {
  readonly setup: WatchSetup;
  readonly facts: Omit<RunFacts, 'standaard'>;
  /** On the clock of this machine, in milliseconds since 1970. */
  readonly startMillis: number;
  readonly token: string;
  readonly settings: Pick<Settings, 'pollMillis' | 'waitMillis' | 'profile'> & { readonly schemas?: string | undefined };
}

const NAME = 'meelezen.json';

/** @param folder - of the report @throws {HarnessError} `OUTPUT_FAILED` when it cannot be written */
export function writeWatchAssignment(folder: string, assignment: WatchAssignment): void {
  const file = join(folder, 'prive', NAME);
  try {
    writeFileSync(file, JSON.stringify(assignment), { mode: 0o600 });
  } catch (cause) {
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `${file} is niet te schrijven`, en: `cannot write ${file}` },
      { cause, place: { file }, hint: { nl: 'Kies met --out een andere map.', en: 'Choose another folder with --out.' } },
    );
  }
}

/** Whether a folder is one of traffic that was watched. */
export function isWatch(folder: string): boolean {
  return existsSync(join(folder, 'prive', NAME));
}

/** @returns undefined for a folder of another kind of run */
export function readWatchAssignment(folder: string): WatchAssignment | undefined {
  if (!isWatch(folder)) return undefined;
  return JSON.parse(readFileSync(join(folder, 'prive', NAME), 'utf8')) as WatchAssignment;
}
