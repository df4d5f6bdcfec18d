/**
 * Judges what a simulated counterpart receives in threads beside the one that answers: as many as the machine has cores for.
 */
import { availableParallelism } from 'node:os';
import { brokenOff } from '../validate/judge-file.js';
import { type JudgedMessage, type JudgingJob, type JudgingTask, told } from './judged-message.js';
import { openThread, type Thread } from './thread.js';

export interface Judging extends AsyncDisposable {
  /** What is said of these bytes; of the same bytes the same, for both who wants the schema's word and who tells of it. */
  judge(job: JudgingJob): Promise<JudgedMessage>;
}

/** Judging something larger takes memory that is only given back when its thread ends, in bytes. */
const LARGE_BYTES = 8 * 1024 * 1024;

/** Resolves when the first message can be judged. */
export async function openJudging(task: JudgingTask, count = Math.max(1, availableParallelism() - 1)): Promise<Judging> {
  const threads = Array.from({ length: count }, () => openThread(task));
  await Promise.all(threads.map(({ ready }) => ready));
  const known = new WeakMap<Uint8Array, Promise<JudgedMessage>>();
  let turn = 0;

  const judgeInTurn = async (job: JudgingJob): Promise<JudgedMessage> => {
    const slot = turn++ % threads.length;
    const thread = threads[slot] ?? openThread(task);
    try {
      return await thread.judge(job);
    } catch {
      // It took everything down that it held: the next gets a new one, and this message a thread of its own.
      if (threads[slot] === thread) threads[slot] = openThread(task);
      await thread.end();
      return judgeApart(job, task);
    }
  };
  const judge = (job: JudgingJob) => (job.bytes.length > LARGE_BYTES ? judgeApart(job, task) : judgeInTurn(job));
  return {
    judge(job) {
      const before = known.get(job.bytes);
      if (before) return before;
      const judged = judge(job);
      known.set(job.bytes, judged);
      return judged;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** In a thread of its own, which gives back all its memory; what breaks that too is told of. */
async function judgeApart(job: JudgingJob, task: JudgingTask): Promise<JudgedMessage> {
  const thread: Thread = openThread(task);
  try {
    return await thread.judge(job);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { outcome: { decided: false, reason: 'broken', detail }, ...told(brokenOff('-', detail)) };
  } finally {
    await thread.end();
  }
}
