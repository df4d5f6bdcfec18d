/**
 * Judges inputs in the order given: small files together, in this thread or over several; a large one in a thread of its
 * own; standard input here.
 */
import type { JudgedFile } from '../../model/judged-file.js';
import type { Shell } from '../shell.js';
import { type Input, STDIN } from './inputs.js';
import type { Thread } from './pool.js';
import type { OpenShelf } from './shelf.js';
import type { WorkerTask } from './worker.js';

/** Judging something larger takes memory that is only given back when its thread ends, in bytes. */
const LARGE_BYTES = 8 * 1024 * 1024;

/** A thread for the first of large inputs, that makes itself ready while the rest is done; undefined where none is large. */
export async function openSpare(inputs: readonly Input[], task: WorkerTask): Promise<Thread | undefined> {
  return inputs.some(isLarge) ? (await import('./pool.js')).openThread(task) : undefined;
}

function isLarge({ size = 0 }: Input): boolean {
  return size > LARGE_BYTES;
}

/**
 * An entry for each input, in order.
 * @param spare - for the first large input
 */
export async function* judgeAll(
  inputs: readonly Input[],
  task: WorkerTask,
  jobs: number,
  shelf: OpenShelf,
  shell: Shell,
  spare?: Thread,
): AsyncGenerator<JudgedFile> {
  const { judgeBytes } = await import('./judge-file.js');
  const pool = () => import('./pool.js');
  const isPlain = (input: Input) => input.bestand !== STDIN && !isLarge(input);
  let next = spare;
  for (const run of runsOf(inputs, isPlain)) {
    const [first] = run;
    if (!first) continue;
    if (first.bestand === STDIN) yield await judgeBytes(STDIN, await shell.readInput(), shelf, task.judge);
    else if (!isPlain(first)) {
      const thread = next;
      next = undefined;
      yield await (await pool()).judgeApart(first, task, thread);
    } else if (jobs > 1) yield* (await pool()).judgeOverThreads(run, task, jobs);
    else yield* judgeHere(run, task, shelf);
  }
}

/** In this thread, until something breaks the parser: then a thread of its own takes over. */
async function* judgeHere(run: readonly Input[], task: WorkerTask, shelf: OpenShelf): AsyncGenerator<JudgedFile> {
  const { isParserBroken, judgeFile } = await import('./judge-file.js');
  for (const [index, input] of run.entries()) {
    let judged: JudgedFile;
    try {
      judged = await judgeFile(input, task.cwd, shelf, task.judge);
    } catch (error) {
      if (!isParserBroken(error)) throw error;
      return yield* (await import('./pool.js')).judgeOverThreads(run.slice(index), task, 1);
    }
    yield judged;
  }
}

/** Stretches of plain files, and each other file alone. */
function runsOf(inputs: readonly Input[], isPlain: (input: Input) => boolean): readonly (readonly Input[])[] {
  const runs: Input[][] = [];
  for (const input of inputs) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && isPlain(before) && isPlain(input)) last.push(input);
    else runs.push([input]);
  }
  return runs;
}
