/** Computes packages again over threads, and gives the answers back in the order of the packages. */
import { Worker } from 'node:worker_threads';
import type { Answer, WorkerTask } from './worker.js';

/** What a message leaves behind is gone soon: the more room there is for it, the less often it has to be cleared away. */
const YOUNG_MB = 128;

/** @param jobs - number of threads; each takes the next package when it is done with one */
export async function* recheckOverThreads(packages: readonly string[], task: WorkerTask, jobs: number): AsyncGenerator<Answer> {
  const next = packages.entries();
  const answers = packages.map(() => pending());
  const threads: Worker[] = [];
  const start = (): void => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    threads.push(worker);
    let current = -1;
    const take = (): void => {
      const { done, value } = next.next();
      if (done) return void worker.terminate();
      [current] = value;
      worker.postMessage(value[1]);
    };
    worker.on('message', (answer: Answer) => {
      answers[current]?.resolve(answer);
      take();
    });
    // A thread that breaks takes its package with it, and no other.
    worker.on('error', (error) => {
      answers[current]?.resolve({ failed: { code: 'INTERNAL', text: String(error) } });
      start();
    });
    take();
  };
  for (let job = 0; job < Math.min(jobs, packages.length); job++) start();
  try {
    for (const answer of answers) yield await answer.promise;
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

interface Pending {
  readonly promise: Promise<Answer>;
  resolve(answer: Answer): void;
}

function pending(): Pending {
  let resolve: Pending['resolve'] = () => undefined;
  const promise = new Promise<Answer>((done) => {
    resolve = done;
  });
  return { promise, resolve: (answer) => resolve(answer) };
}
