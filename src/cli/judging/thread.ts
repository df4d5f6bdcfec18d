/**
 * One thread that judges. Messages that come while it is busy wait together and go in one parcel: passing a parcel costs as
 * much as judging a part of a message.
 */
import { Worker } from 'node:worker_threads';
import type { JudgedMessage, JudgingAnswer, JudgingJob, JudgingTask } from './judged-message.js';

export interface Thread {
  /** Resolves when it can judge, or broke. */
  readonly ready: Promise<void>;
  /** Rejects when the thread broke with this message in it, or before it came to it. */
  judge(job: JudgingJob): Promise<JudgedMessage>;
  end(): Promise<unknown>;
}

interface Asked {
  readonly job: JudgingJob;
  readonly done: (judged: JudgedMessage) => void;
  readonly failed: (error: Error) => void;
}

/** Messages in a parcel. */
const MOST = 16;

/** Parcels that are under way: one that is looked at, and one that waits there, so that nobody waits for the post. */
const UNDER_WAY = 2;

export function openThread(task: JudgingTask): Thread {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: 6 },
  });
  const waiting: Asked[] = [];
  const underWay: (readonly Asked[])[] = [];
  let broken: Error | undefined;
  let becomeReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve;
  });

  const post = (): void => {
    if (waiting.length === 0 || underWay.length >= UNDER_WAY) return;
    const parcel = waiting.splice(0, MOST);
    underWay.push(parcel);
    worker.postMessage(parcel.map(({ job }) => job));
  };
  const breakAll = (error: Error): void => {
    broken ??= error;
    becomeReady();
    for (const each of [...underWay.splice(0).flat(), ...waiting.splice(0)]) each.failed(broken);
  };
  worker.on('message', (answer: JudgingAnswer) => {
    if (answer === 'ready') return becomeReady();
    const parcel = underWay.shift() ?? [];
    post();
    for (const [index, { done, failed }] of parcel.entries()) {
      const judged = answer[index];
      if (judged) done(judged);
      else failed(new Error('no answer'));
    }
  });
  worker.on('error', breakAll);
  worker.on('exit', () => breakAll(new Error('the thread ended')));
  return {
    ready,
    judge: (job) =>
      new Promise((done, failed) => {
        if (broken) return failed(broken);
        waiting.push({ job, done, failed });
        // What else came with it goes along.
        if (waiting.length === 1) queueMicrotask(post);
      }),
    end: () => worker.terminate(),
  };
}
