/**
 * `prive/opdracht.json`: what a run set out to do, written before its first message, so that a report can be made of it
 * whatever happens to the process. Holds no credentials: those are in neither plan nor facts.
 */
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import type { Plan } from '../../model/plan.js';
import type { RunFacts } from '../../report/fold/fold.js';
import { type KeptSettings, keptSettings } from '../settings/kept-settings.js';
import type { Settings } from '../settings/settings.js';
import type { DeviationsGiven } from './deviations-given.js';

export interface Assignment {
  readonly plan: Plan;
  readonly facts: RunFacts;
  /** The files the suite was read from, by path below `suites/`. */
  readonly files: ReadonlyMap<string, string>;
  /** Without what opens doors. */
  readonly settings: KeptSettings;
  /** Faults that were known beforehand, and the file that said so. */
  readonly deviations?: DeviationsGiven;
  /** When the run began, on its own clock. */
  readonly startMillis: number;
}

const NAME = 'opdracht.json';

/** @param folder - `prive/` of a package, which is there */
export async function writeAssignment(
  folder: string,
  { settings, files, ...rest }: Omit<Assignment, 'settings'> & { readonly settings: Settings },
): Promise<void> {
  const file = join(folder, NAME);
  try {
    await writeFile(file, JSON.stringify({ ...rest, settings: keptSettings(settings), files: [...files] }), { mode: 0o600 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `${file} is niet te schrijven: ${why}`, en: `cannot write ${file}: ${why}` },
      {
        cause,
        place: { file },
        hint: {
          nl: 'Maak ruimte op de schijf, of kies een andere map met --out.',
          en: 'Make room on the disk, or choose another folder with --out.',
        },
      },
    );
  }
}

/** @returns undefined when there is none, or only a part: then nothing had been sent yet */
export async function readAssignment(folder: string): Promise<Assignment | undefined> {
  try {
    const read = JSON.parse(await readFile(join(folder, NAME), 'utf8')) as Assignment & {
      readonly files: readonly (readonly [string, string])[];
    };
    return { ...read, files: new Map(read.files) };
  } catch {
    return undefined;
  }
}

/**
 * The plan alone, which stands first: of the rest, which is twenty times as long, nothing is read.
 * @returns undefined when there is none, or only a part
 */
export function readAssignedPlan(folder: string): Plan | undefined {
  try {
    const bytes = readFileSync(join(folder, NAME));
    const end = bytes.subarray(0, FIRST.length).equals(FIRST) ? endOfObject(bytes, FIRST.length) : undefined;
    if (end !== undefined) return JSON.parse(bytes.toString('utf8', FIRST.length, end)) as Plan;
    return (JSON.parse(bytes.toString('utf8')) as Assignment).plan;
  } catch {
    return undefined;
  }
}

const FIRST = Buffer.from('{"plan":');
const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];

/** Where the object that begins here is over; undefined when it is not. */
function endOfObject(bytes: Uint8Array, from: number): number | undefined {
  let depth = 0;
  let isText = false;
  for (let at = from; at < bytes.length; at++) {
    const sign = bytes[at];
    if (isText && sign === BACKSLASH) at += 1;
    else if (sign === QUOTE) isText = !isText;
    else if (!isText && sign === OPEN) depth += 1;
    else if (!isText && sign === CLOSE && --depth === 0) return at + 1;
  }
  return undefined;
}
