/**
 * Where a counterpart keeps what it took over: in the file that was named, or in one that vanishes with the process. Both are
 * written anew when most of what they hold does not count any more.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import type { KeptStore, Registry } from '../../standard/family.js';
import type { FileLedger } from './file-ledger.js';
import { type Disk, fresh, isThere, openStateFile } from './state-file.js';

export interface State extends Disposable {
  readonly store: KeptStore;
  /** Nothing was kept before. */
  readonly isFresh: boolean;
  readonly note?: Tekst;
  /** Writes what was not written yet, and the file anew when that pays; to be called now and then. */
  tidy(): void;
}

export interface StateOptions {
  /** Absent for a state that need not survive. */
  readonly file?: string;
  /** Id of the standard. */
  readonly standard: string;
  readonly registry: Registry;
  /** Gets what went wrong while a file was written anew; the old one is used on then. */
  readonly failed: (error: unknown) => void;
  /** Waits for the disk before an answer goes out. */
  readonly disk?: Disk | undefined;
  /** Beyond twice what counts and this much more, a file is written anew, in bytes. */
  readonly spare?: number;
}

/** The message log counts as spare: it is bounded. */
const SPARE = 64 * 1024 * 1024;

type Anew = () => { readonly ledger: FileLedger; readonly take: () => void };

/** @throws {HarnessError} `CONFIG_INVALID`, `OUTPUT_FAILED` */
export function openState(options: StateOptions): State {
  return options.file === undefined ? passing(options) : kept(options, options.file);
}

function kept(options: StateOptions, file: string): State {
  const isFresh = !isThere(file);
  const { store, ledger, note } = openStateFile(file, options.standard, options.registry, options.disk);
  const tidy = tidying(options, store, ledger, () => fresh(file, options.standard, options.disk));
  tidy();
  return { store, isFresh, ...(note && { note }), tidy, [Symbol.dispose]: () => store.settle() };
}

/** In a folder of its own; where the system allows, the file has no name as soon as it is open. */
function passing(options: StateOptions): State {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-store-'));
  let made = 0;
  const nameless: Anew = () => {
    const { ledger } = fresh(join(folder, String(++made)), options.standard);
    return { ledger, take: () => ledger.vanish() };
  };
  const { ledger, take } = nameless();
  const store = options.registry.openStore(ledger);
  take();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { store, isFresh: true, tidy: tidying(options, store, ledger, nameless), [Symbol.dispose]: remove };
}

function tidying({ failed, spare = SPARE }: StateOptions, store: KeptStore, first: FileLedger, anew: Anew): () => void {
  let ledger = first;
  let least = 0;
  return () => {
    store.settle();
    if (ledger.size < 2 * store.liveBytes + spare || ledger.size < least) return;
    try {
      const next = anew();
      const move = store.copyTo(next.ledger);
      next.take();
      move();
      ledger.close();
      ledger = next.ledger;
    } catch (error) {
      // It is tried again when the file is twice as long.
      least = 2 * ledger.size;
      failed(error);
    }
  };
}
