/** Where a report goes, and the number it has: the moment at which the run began, and a few characters of its own. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';

export interface ReportFolder {
  readonly path: string;
  /** As people call it. */
  readonly shown: string;
  /** Of the report. */
  readonly number: string;
}

/** `20260131-120000-1a2b`: sorts by time, and two runs in one second differ. @param now - milliseconds since 1970 */
export function reportNumber(now: number, token: string): string {
  const digits = new Date(now).toISOString().replace(/\D/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${token.slice(0, 4)}`;
}

/**
 * Makes the folder of a report, for one run and no other. Without a name it is called after its number, with a further
 * figure when a run with the same seed began in the same second.
 * @param out - the folder that was named
 * @throws {HarnessError} `OUTPUT_FAILED` when it holds something already, since a report is never written over, or when
 *   it cannot be made or read
 */
export function claimReportFolder(cwd: string, out: string | undefined, number: string): ReportFolder {
  for (let nth = 1; ; nth++) {
    const own = nth === 1 ? number : `${number}-${nth}`;
    const shown = out ?? join('reports', own);
    const folder = { path: resolve(cwd, shown), shown, number: own };
    if (claim(folder)) return folder;
    if (out !== undefined) throw taken(shown);
  }
}

/** @returns false when somebody has it already, also when they came at the same moment */
function claim({ path, shown }: ReportFolder): boolean {
  if (existsSync(path) && told(shown, () => readdirSync(path)).length > 0) return false;
  return told(shown, () => {
    mkdirSync(path, { recursive: true });
    try {
      mkdirSync(join(path, 'prive'), { mode: 0o700 });
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

function taken(shown: string): HarnessError {
  return new HarnessError(
    'OUTPUT_FAILED',
    { nl: `${shown} is niet leeg`, en: `${shown} is not empty` },
    {
      place: { file: shown },
      hint: {
        nl: 'Noem met --out een andere map; een rapport wordt nooit overschreven.',
        en: 'Name another folder with --out; a report is never written over.',
      },
    },
  );
}

function told<T>(shown: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    const isFile = ['ENOTDIR', 'EEXIST'].includes(codeOf(cause) ?? '');
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'OUTPUT_FAILED',
      isFile
        ? { nl: `${shown} is een bestand, of ligt onder een bestand`, en: `${shown} is a file, or below one` }
        : { nl: `${shown} is niet te gebruiken: ${reason}`, en: `cannot use ${shown}: ${reason}` },
      {
        cause,
        place: { file: shown },
        hint: {
          nl: 'Noem met --out een nieuwe map, op een plek waar u mag schrijven.',
          en: 'Name a new folder with --out, in a place that can be written.',
        },
      },
    );
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
