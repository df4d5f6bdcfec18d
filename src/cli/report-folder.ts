/** Where a report goes, and the number it has: the moment at which the run began, and a few characters of its own. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../model/harness-error.js';

/** `20260131-120000-1a2b`: sorts by time, and two runs in one second differ. @param now - milliseconds since 1970 */
export function reportNumber(now: number, token: string): string {
  const digits = new Date(now).toISOString().replace(/\D/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${token.slice(0, 4)}`;
}

/**
 * The folder for a report.
 * @throws {HarnessError} `OUTPUT_FAILED` when it holds something already, since a report is never written over, or when
 *   it is no folder that we may look into
 */
export function reportFolder(
  cwd: string,
  out: string | undefined,
  number: string,
): { readonly path: string; readonly shown: string } {
  const shown = out ?? join('reports', number);
  const path = resolve(cwd, shown);
  if (existsSync(path) && namesIn(path, shown).length > 0) {
    throw new HarnessError('OUTPUT_FAILED', `${shown} is not empty`, {
      place: { file: shown },
      hint: 'Name another folder with --out; a report is never written over.',
    });
  }
  return { path, shown };
}

function namesIn(path: string, shown: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch (cause) {
    const isFile = (cause as NodeJS.ErrnoException).code === 'ENOTDIR';
    throw new HarnessError('OUTPUT_FAILED', isFile ? `${shown} is a file` : `${shown} cannot be read`, {
      cause,
      place: { file: shown },
      hint: 'Name a new folder with --out.',
    });
  }
}
