/**
 * Judges many files over threads and gives the entries back in the order of the files.
 */
import { Worker } from 'node:worker_threads';
import { HarnessError } from '../../model/harness-error.js';
import type { JudgedFile } from '../../model/judged-file.js';
import type { Input } from './inputs.js';
import { brokenOff } from './judge-file.js';
import type { WorkerAnswer, WorkerTask } from './worker.js';

/** Files that a thread gets at once. */
const BATCH = 32;

/** Batches that a thread may be ahead of what was told, so that results do not pile up. */
const AHEAD = 4;

/**
 * @param jobs - number of threads
 * @returns entries in the order of the inputs
 */
export async function* judgeOverThreads(inputs: readonly Input[], task: WorkerTask, jobs: number): AsyncGenerator<JudgedFile> {
  const batches = Array.from({ length: Math.ceil(inputs.length / BATCH) }, (_, index) =>
    inputs.slice(index * BATCH, (index + 1) * BATCH),
  );
  const threads = Array.from({ length: Math.min(jobs, batches.length) }, () => openThread(task));
  const waiting: Promise<readonly JudgedFile[]>[] = [];
  try {
    for (const [index, batch] of batches.entries()) {
      const slot = index % threads.length;
      const judged = judgeBatch(batch, threads, slot, task);
      // It is awaited in its turn; until then nobody else hears that it failed.
      judged.catch(() => undefined);
      waiting.push(judged);
      if (waiting.length >= threads.length * AHEAD) yield* (await waiting.shift()) ?? [];
    }
    for (const each of waiting) yield* await each;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/**
 * Judges files each in a thread of its own, which gives back all its memory; for what is large.
 * @param spare - a thread that was opened before
 */
export async function judgeApart(input: Input, task: WorkerTask, spare?: Thread): Promise<JudgedFile> {
  const thread = spare ?? openThread(task);
  try {
    const [judged] = await thread.judge([input]);
    return judged ?? brokenOff(input.bestand, 'no answer');
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    return brokenOff(input.bestand, error instanceof Error ? error.message : String(error));
  } finally {
    await thread.end();
  }
}

/** A thread that breaks takes its batch with it: then each file of it gets a thread of its own, to know which one it was. */
async function judgeBatch(
  batch: readonly Input[],
  threads: Thread[],
  slot: number,
  task: WorkerTask,
): Promise<readonly JudgedFile[]> {
  const thread = threads[slot] ?? openThread(task);
  try {
    return await thread.judge(batch);
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    if (threads[slot] === thread) threads[slot] = openThread(task);
    await thread.end();
    const judged: JudgedFile[] = [];
    for (const input of batch) judged.push(await judgeApart(input, task));
    return judged;
  }
}

export interface Thread {
  judge(batch: readonly Input[]): Promise<readonly JudgedFile[]>;
  end(): Promise<unknown>;
}

/** Answers come in the order of the questions. It makes itself ready at once. */
export function openThread(task: WorkerTask): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task });
  const asked: { readonly done: (judged: readonly JudgedFile[]) => void; readonly failed: (error: Error) => void }[] = [];
  let broken: Error | undefined;
  const breakAll = (error: Error) => {
    broken = error;
    for (const each of asked.splice(0)) each.failed(error);
  };
  worker.on('message', (answer: WorkerAnswer) => {
    const first = asked.shift();
    if ('judged' in answer) first?.done(answer.judged);
    else first?.failed(new HarnessError(answer.failed.code, answer.failed.message));
  });
  worker.on('error', breakAll);
  worker.on('exit', () => breakAll(broken ?? new Error('the thread ended')));
  return {
    judge: (batch) =>
      new Promise((done, failed) => {
        if (broken) return failed(broken);
        asked.push({ done, failed });
        worker.postMessage(batch);
      }),
    end: () => worker.terminate(),
  };
}
