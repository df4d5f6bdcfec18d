/** A thread that computes packages again, one after another; what they share it keeps. */
import { parentPort, workerData } from 'node:worker_threads';
import { HarnessError } from '../../model/harness-error.js';
import { recheckPackage } from './recheck-package.js';
import type { Rechecked, RecheckOptions } from './rechecked.js';
import { openWorkshop } from './workshop.js';

export interface WorkerTask extends RecheckOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly schemas?: string;
}

/** What became of one package. */
export type Answer =
  | { readonly rechecked: Rechecked }
  | { readonly failed: Pick<HarnessError, 'code' | 'text'> & Pick<HarnessError['options'], 'hint' | 'place'> };

const port = parentPort;
const task = workerData as WorkerTask;
const workshop = openWorkshop(task, task.schemas);
let before: Promise<void> = Promise.resolve();

port?.on('message', (shown: string) => {
  before = before.then(async () => port.postMessage(await answerFor(shown)));
});

async function answerFor(shown: string): Promise<Answer> {
  try {
    return { rechecked: await recheckPackage(workshop, task.cwd, shown, task) };
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Answer {
  if (!(error instanceof HarnessError))
    return { failed: { code: 'INTERNAL', text: error instanceof Error ? String(error.stack) : String(error) } };
  const { hint, place } = error.options;
  return { failed: { code: error.code, text: error.text, ...(hint && { hint }), ...(place && { place }) } };
}
