/**
 * `prive/meelezen.json`: where we stand and what the report says of it, written before anything passes, so that a report can
 * be made whatever happens to the process.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import type { WatchSetup } from '../../model/watched.js';
import type { RunFacts } from '../../report/fold/fold.js';
import type { Settings } from '../settings/settings.js';

export interface WatchAssignment {
  readonly setup: WatchSetup;
  readonly facts: Omit<RunFacts, 'standaard'>;
  /** On the clock of this machine, in milliseconds since 1970. */
  readonly startMillis: number;
  readonly token: string;
  /** Number of the first exchange; higher than 1 in a later part of a long watch. */
  readonly first: number;
  readonly settings: Pick<Settings, 'pollMillis' | 'waitMillis' | 'profile'> & { readonly schemas?: string | undefined };
}

/** How it ended; of a process that was killed nobody knows. */
export interface WatchEnd {
  readonly endMillis: number;
  /** Ids of exchanges that passed and are not in the record as a whole. */
  readonly lost: readonly string[];
}

const NAME = 'meelezen.json';
const END = 'meelezen-einde.json';

/** @param folder - of the report @throws {HarnessError} `OUTPUT_FAILED` when it cannot be written */
export function writeWatchAssignment(folder: string, assignment: WatchAssignment): void {
  write(join(folder, 'prive', NAME), assignment);
}

/** @throws {HarnessError} `OUTPUT_FAILED` when it cannot be written */
export function writeWatchEnd(folder: string, end: WatchEnd): void {
  write(join(folder, 'prive', END), end);
}

/** @returns undefined when nobody wrote how it ended */
export function readWatchEnd(folder: string): WatchEnd | undefined {
  const file = join(folder, 'prive', END);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as WatchEnd) : undefined;
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

function write(file: string, value: unknown): void {
  try {
    writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
  } catch (cause) {
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `${file} is niet te schrijven`, en: `cannot write ${file}` },
      {
        cause,
        place: { file },
        hint: {
          nl: 'Maak ruimte op de schijf, of kies met --out een andere map.',
          en: 'Make room on the disk, or choose another folder with --out.',
        },
      },
    );
  }
}
