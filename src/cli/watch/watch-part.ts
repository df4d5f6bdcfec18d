/** One part of a watch: a report folder with its journal. Of a long watch there are several, each with a report of its own. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRecorder } from '../../actor/recorder.js';
import { createSteadyRecorder, type SteadyRecorder } from '../../actor/steady-recorder.js';
import type { WatchSetup } from '../../model/watched.js';
import { openJournal } from '../journal/journal.js';
import { claimRun } from '../journal/run-lock.js';
import { claimReportFolder, type ReportFolder, reportNumber } from '../package/report-folder.js';
import { tokenOf } from '../run/run-crew.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { writeWatchAssignment, writeWatchEnd } from './watch-assignment.js';
import type { WatchBench } from './watch-bench.js';
import { watchFacts } from './watch-facts.js';

export interface WatchPart {
  readonly folder: ReportFolder;
  readonly recorder: SteadyRecorder;
  /** Writes what it is. @param first - number of its first exchange */
  begin(first: number): void;
  /** Writes how it ended, and lets the folder go to whoever makes its report. */
  close(): Promise<void>;
  /** Takes the folder away again: nothing passed. */
  drop(): void;
}

export interface PartOptions {
  readonly shell: Shell;
  readonly settings: Settings;
  readonly setup: WatchSetup;
  readonly bench: Pick<WatchBench, 'suite' | 'standard'>;
  readonly failed: (error: unknown) => void;
}

/** A message waits no longer than this for the disk, in milliseconds. */
const PATIENCE_MILLIS = 1_000;

/** Messages that wait for the disk take no more memory than this, in bytes. */
const WAITING_BYTES = 64 * 1024 * 1024;

/**
 * Begins a part.
 * @param nth - counts from 1; a folder that was named gets it behind its name
 * @throws {HarnessError} `OUTPUT_FAILED` when its folder is taken or cannot be written
 */
export async function openPart(options: PartOptions, nth: number): Promise<WatchPart> {
  const { shell, settings, setup, bench, failed } = options;
  const startMillis = shell.clock.now();
  const token = tokenOf({ seed: startMillis + nth, suite: bench.suite.id, startMillis });
  const out = settings.out === undefined || nth === 1 ? settings.out : `${settings.out}-${nth}`;
  const folder = claimReportFolder(shell.cwd, out, reportNumber(startMillis, token));
  const claim = claimRun(folder.path, folder.shown);
  const facts = watchFacts({ number: folder.number, settings, setup, standard: bench.standard });
  const journal = await openJournal({ folder: join(folder.path, 'prive'), fsync: settings.fsync });
  const recorder = createSteadyRecorder({
    ...{ recorder: createRecorder(journal), clock: shell.clock, failed },
    ...{ patienceMillis: PATIENCE_MILLIS, mostWaiting: 1_000, mostWaitingBytes: WAITING_BYTES },
  });
  return {
    folder,
    recorder,
    begin: (first) => writeWatchAssignment(folder.path, { setup, facts, startMillis, token, first, settings }),
    async close() {
      await recorder.settled();
      await journal.close();
      writeWatchEnd(folder.path, { endMillis: shell.clock.now(), lost: [...recorder.lost] });
      claim[Symbol.dispose]();
    },
    drop: () => rmSync(folder.path, { recursive: true, force: true }),
  };
}
