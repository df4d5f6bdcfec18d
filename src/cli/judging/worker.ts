/**
 * A thread that judges what a simulated counterpart receives, so that the thread that answers has time to answer. Schema and
 * rules look at a message together, once.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { OpenSchemaBasis } from '../../message/schema-basis.js';
import type { SchemaOutcome } from '../../model/record.js';
import { brokenOff, isParserBroken, judgeBytes } from '../validate/judge-file.js';
import { type OpenShelf, openShelf } from '../validate/shelf.js';
import { type JudgedMessage, type JudgingAnswer, type JudgingJob, type JudgingTask, told } from './judged-message.js';

const port = parentPort;
const task = workerData as JudgingTask;
const NO_SCHEMA: SchemaOutcome = { decided: false, reason: 'no-schema', detail: 'there is no schema' };

/** What the schema said last. */
let said: SchemaOutcome | undefined;

const opening = open();

async function open(): Promise<OpenShelf> {
  const shelf = await openShelf(task, { standard: task.standard, ...(task.schemas !== undefined && { schemas: task.schemas }) });
  await shelf.open(task.standard);
  const opened = shelf.opened(task.standard);
  opened?.basis?.makeReady();
  const watched = opened?.basis && { ...opened, basis: watching(opened.basis) };
  port?.postMessage('ready' satisfies JudgingAnswer);
  return { ...shelf, opened: (id) => (id === task.standard ? (watched ?? opened) : shelf.opened(id)) };
}

/** Keeps what it says, for whoever asks only that. */
function watching(basis: OpenSchemaBasis): OpenSchemaBasis {
  return {
    ...basis,
    validateOpen(message) {
      said = basis.validateOpen(message);
      return said;
    },
  };
}

/** One list after the other, so that answers come in the order of the questions. */
let before: Promise<void> = Promise.resolve();

port?.on('message', (jobs: readonly JudgingJob[]) => {
  before = before.then(() => answer(jobs));
});

async function answer(jobs: readonly JudgingJob[]): Promise<void> {
  const shelf = await opening;
  const answers: JudgedMessage[] = [];
  for (const job of jobs) answers.push(await judged(job, shelf));
  port?.postMessage(answers satisfies JudgingAnswer);
}

async function judged({ bytes, soapAction }: JudgingJob, shelf: OpenShelf): Promise<JudgedMessage> {
  said = undefined;
  const { profile } = task;
  const file = await judgeBytes('-', bytes, shelf, { profile, ...(soapAction && { soapAction }) }).catch((error: unknown) => {
    if (isParserBroken(error)) throw error;
    return brokenOff('-', String(error));
  });
  return { outcome: said ?? shelf.opened(task.standard)?.basis?.validateBytes(bytes) ?? NO_SCHEMA, ...told(file) };
}
