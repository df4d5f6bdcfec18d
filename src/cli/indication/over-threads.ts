/** Reads packages over threads, in any order: what is made of them does not depend on it. */
import { Worker } from 'node:worker_threads';
import type { SealedReport } from '../../dossier/sealed-report.js';
import { packageReader, type ReadingTask } from './read-package.js';

/** Packages in a parcel: passing one costs a part of what reading a package costs. */
const PARCEL = 16;

/** Fewer are read sooner than a second thread has started. */
const MANY = 32;

/** What is left of a package is small, and what reading it leaves behind is gone at once. */
const LIMITS = { maxYoungGenerationSizeMb: 32 } as const;

export async function readOverThreads(
  packages: readonly string[],
  task: ReadingTask,
  jobs: number,
): Promise<readonly SealedReport[]> {
  if (jobs === 1 || packages.length < MANY) {
    const read = packageReader(task);
    const all: SealedReport[] = [];
    for (const shown of packages) all.push(await read(shown));
    return all;
  }
  const parcels = Array.from({ length: Math.ceil(packages.length / PARCEL) }, (_, nth) =>
    packages.slice(nth * PARCEL, (nth + 1) * PARCEL),
  );
  const threads = Array.from({ length: Math.min(jobs, parcels.length) }, () => readAll(parcels, task));
  return (await Promise.all(threads)).flat();
}

/** One thread, which takes the next parcel when it is done with one. @param left - shared; what is taken is gone */
function readAll(left: (readonly string[])[], task: ReadingTask): Promise<readonly SealedReport[]> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task, resourceLimits: LIMITS });
  const all: SealedReport[] = [];
  return new Promise<readonly SealedReport[]>((resolve, reject) => {
    const take = (): void => {
      const parcel = left.shift();
      if (parcel) worker.postMessage(parcel);
      else resolve(all);
    };
    worker.on('message', (answers: readonly SealedReport[]) => {
      for (const each of answers) all.push(each);
      take();
    });
    worker.on('error', reject);
    take();
  }).finally(() => worker.terminate());
}
