/**
 * The state of a counterpart in a file: a first line that says what it is, and then a line for each message that changed
 * something. A file of an earlier form (one JSON object) is taken over.
 */
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import type { KeptStore, Registry } from '../../standard/family.js';
import { FileLedger, type Flush } from './file-ledger.js';

const FORMAT = 2;

/** Of a file that may be rewritten: nothing lies under this name for long. */
export const beside = (file: string): string => `${file}.new`;

/** How to wait until something is on the disk; without it what was answered survives this process, and no power cut. */
export interface Disk {
  readonly flush: Flush;
  /** A name is on the disk when its folder is. */
  readonly flushFolder: (folder: string) => void;
}

export interface OpenedState {
  readonly store: KeptStore;
  readonly ledger: FileLedger;
  /** What the user should know of what was found. */
  readonly note?: Tekst;
}

/**
 * Opens a state file, or makes one.
 * @param standard - id of the standard; a state of another one is refused
 * @throws {HarnessError} `CONFIG_INVALID` for a file that holds no state, `OUTPUT_FAILED`
 */
export function openStateFile(file: string, standard: string, registry: Registry, disk?: Disk): OpenedState {
  rmSync(beside(file), { force: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) {
    const made = fresh(file, standard, disk);
    const store = registry.openStore(made.ledger);
    made.take();
    return { store, ledger: made.ledger };
  }
  const head = headOf(file);
  if (head?.format === 1) return takenOver(file, standard, registry, disk);
  if (head?.format !== FORMAT) throw noState(file, { nl: 'geen bewaarde toestand', en: 'no saved state' });
  if (head.standard !== standard) {
    const of = String(head.standard);
    throw noState(file, { nl: `de toestand van ${of}, niet van ${standard}`, en: `the state of ${of}, not of ${standard}` });
  }
  const ledger = FileLedger.open(file, 'r+');
  try {
    const store = registry.openStore(ledger);
    if (disk) ledger.makeDurable(disk.flush);
    return { store, ledger, ...(ledger.torn > 0 && { note: tornNote(file, ledger.torn) }) };
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof TypeError)) throw cause;
    const line = ledger.lineNumber;
    throw noState(file, { nl: `op regel ${line} iets anders dan toestand`, en: `no state on line ${line}` }, cause);
  }
}

/** A file that takes the place of another, or of nothing, when it is whole. */
export function fresh(file: string, standard: string, disk?: Disk): { readonly ledger: FileLedger; readonly take: () => void } {
  const ledger = FileLedger.open(beside(file), 'w+');
  ledger.append(JSON.stringify({ format: FORMAT, standard }));
  const take = (): void => {
    // Whole before it takes the place of what it replaces: once for all lines, not for each.
    if (disk) ledger.makeDurable(disk.flush);
    renameSync(beside(file), file);
    disk?.flushFolder(dirname(file));
  };
  return { ledger, take };
}

function takenOver(file: string, standard: string, registry: Registry, disk?: Disk): OpenedState {
  let saved: unknown;
  try {
    saved = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw noState(file, { nl: 'geen bewaarde toestand', en: 'no saved state' }, cause);
  }
  const { ledger, take } = fresh(file, standard, disk);
  const store = registry.openStore(ledger, saved);
  take();
  const note = {
    nl: `${file} was van een eerdere versie en is overgezet`,
    en: `${file} was written by an earlier version and was taken over`,
  };
  return { store, ledger, note };
}

/** What the beginning says; undefined when that is not ours. */
function headOf(file: string): { readonly format?: unknown; readonly standard?: unknown } | undefined {
  const ledger = FileLedger.open(file, 'r+');
  try {
    const start = ledger.read(0, Math.min(ledger.size, 1024));
    if (start.startsWith('{"format":1,')) return { format: 1 };
    return JSON.parse(start.slice(0, Math.max(0, start.indexOf('\n'))));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    ledger.close();
  }
}

function tornNote(file: string, bytes: number): Tekst {
  return {
    nl: `de laatste regel van ${file} was half geschreven (${bytes} bytes) en telt niet; geen beantwoord bericht ging verloren`,
    en: `the last line of ${file} was half written (${bytes} bytes) and does not count; no message that was answered is lost`,
  };
}

function noState(file: string, what: Exclude<Tekst, string>, cause?: unknown): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `--state: ${file} bevat ${what.nl}`, en: `--state: ${file} holds ${what.en}` },
    {
      ...(cause !== undefined && { cause }),
      place: { file },
      hint: { nl: 'Noem een ander bestand, of verwijder dit.', en: 'Name another file, or remove this one.' },
    },
  );
}

/** Whether there is a state to go on with. */
export function isThere(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}
