/**
 * Whose a report folder is at this moment: `prive/bezig-<n>.json`, one for each time that a process began to work in it.
 * The last one counts, and only as long as its process lives: a process that dies needs to clean nothing up.
 */
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as its system counts: a number of a process is given out again. Empty where that is not told. */
  readonly began: string;
}

/**
 * Makes a folder ours until we let it go or die.
 * @param folder - of a report; its `prive/` is there
 * @throws {HarnessError} `RUN_BUSY` when a process is at work in it
 */
export function claimRun(folder: string, shown = folder): Disposable {
  const prive = join(folder, 'prive');
  for (;;) {
    const last = lastOf(prive);
    if (isAtWork(last?.holder)) throw busy(shown);
    const file = join(prive, nameOf((last?.number ?? 0) + 1));
    if (told(shown, () => create(file))) return { [Symbol.dispose]: () => rmSync(file, { force: true }) };
  }
}

function told<T>(shown: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') {
      throw new HarnessError(
        'REPORT_INVALID',
        { nl: `er is geen run in ${shown}`, en: `there is no run in ${shown}` },
        { cause, place: { file: shown }, hint: { nl: 'Noem de map van een run.', en: 'Name the folder of a run.' } },
      );
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `in ${shown} is niet te schrijven: ${why}`, en: `cannot write in ${shown}: ${why}` },
      { cause, place: { file: shown } },
    );
  }
}

/** Whether a process of this machine is at work in a folder. */
export function isRunning(folder: string): boolean {
  return isAtWork(lastOf(join(folder, 'prive'))?.holder);
}

function busy(shown: string): HarnessError {
  return new HarnessError(
    'RUN_BUSY',
    { nl: `in ${shown} is een run bezig`, en: `a run is at work in ${shown}` },
    {
      place: { file: shown },
      hint: {
        nl: 'Wacht tot hij klaar is, of breek hem af met Ctrl-C; dan is er een rapport.',
        en: 'Wait until it is done, or stop it with Ctrl-C; then there is a report.',
      },
    },
  );
}

function nameOf(number: number): string {
  return `bezig-${number}.json`;
}

function lastOf(prive: string): { readonly number: number; readonly holder: Holder | undefined } | undefined {
  const numbers = namesIn(prive).flatMap((name) => /^bezig-(\d+)\.json$/.exec(name)?.[1] ?? []);
  if (numbers.length === 0) return undefined;
  const number = Math.max(...numbers.map(Number));
  return { number, holder: read(join(prive, nameOf(number))) };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whole or not at all, and only for the first who comes. */
function create(file: string): boolean {
  const own: Holder = { pid: process.pid, host: hostname(), began: beginOf(process.pid) };
  const draft = `${file}.${process.pid}`;
  const text = JSON.stringify(own);
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A file system without links: then the name is taken first, and filled just after.
    return writeNew(file, text);
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Of a process on another machine nobody here can tell; it does not keep us from a run that was killed there. */
function isAtWork(holder: Holder | undefined): boolean {
  if (holder === undefined || holder.host !== hostname() || beginOf(holder.pid) !== holder.began) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Linux tells it; elsewhere the number of the process has to do. */
function beginOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
