/**
 * A thread that judges message files: it opens its standards once and answers each batch with one entry a file.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { LoneOptions } from '../../judge/lone-shelf.js';
import { type ErrorCode, HarnessError } from '../../model/harness-error.js';
import type { JudgedFile } from '../../model/judged-file.js';
import type { Input } from './inputs.js';
import { isParserBroken, judgeFile } from './judge-file.js';
import { openShelf, type ShelfOptions } from './shelf.js';

export interface WorkerTask {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly shelf: ShelfOptions;
  readonly judge: LoneOptions;
}

export type WorkerAnswer =
  | { readonly judged: readonly JudgedFile[] }
  /** An error of ours that no other thread would escape. */
  | { readonly failed: { readonly code: ErrorCode; readonly message: string } };

const port = parentPort;
const task = workerData as WorkerTask;
const shelf = openShelf(task, task.shelf);

/** One batch after the other, so that answers come in the order of the questions. */
let before: Promise<void> = Promise.resolve();

port?.on('message', (inputs: readonly Input[]) => {
  before = before.then(() => answer(inputs));
});

async function answer(inputs: readonly Input[]): Promise<void> {
  const judged: JudgedFile[] = [];
  try {
    for (const input of inputs) judged.push(await judgeFile(input, task.cwd, await shelf, task.judge));
    port?.postMessage({ judged } satisfies WorkerAnswer);
  } catch (error) {
    if (isParserBroken(error)) throw error;
    const code = error instanceof HarnessError ? error.code : 'INTERNAL';
    port?.postMessage({ failed: { code, message: String(error) } } satisfies WorkerAnswer);
  }
}
