/**
 * `antwoorden.jsonl` in a report folder: what persons answered from elsewhere while a run waits, one line an answer. Of a
 * step the first line counts.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../model/clock.js';
import { HarnessError } from '../../model/harness-error.js';
import { HUMAN_ANSWERS, type HumanAnswer } from '../../model/human-check.js';

const NAME = 'antwoorden.jsonl';
/** A person does not notice whether an answer is seen this much later. */
const PAUSE_MILLIS = 200;

/** As it stands in the file. */
export interface InboxLine {
  /** `<scenario>/<nr>` */
  readonly stap: string;
  readonly antwoord: HumanAnswer['answer'];
  readonly notitie?: string;
  readonly door: string;
  /** When it was given. */
  readonly op: string;
  /** Sets this line apart from any other. */
  readonly kenmerk: string;
}

/** The line that counts for a step; one that was torn or is no answer does not. */
export function answerIn(folder: string, step: string): InboxLine | undefined {
  return linesOf(folder).find(({ stap }) => stap === step);
}

/** Appends an answer; @returns the line that counts, which is another one when somebody was just before */
export function putAnswer(folder: string, line: InboxLine): InboxLine {
  try {
    // A line of its own, also after one that was torn.
    appendFileSync(join(folder, NAME), `\n${JSON.stringify(line)}\n`, { mode: 0o600 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `het antwoord is niet te schrijven: ${why}`, en: `the answer cannot be written: ${why}` },
      { cause, place: { file: join(folder, NAME) } },
    );
  }
  return answerIn(folder, line.stap) ?? line;
}

/** Looks now and then until there is an answer, the deadline passes, or somebody stops it. */
export async function awaitAnswer(
  folder: string,
  step: string,
  deadlineMillis: number,
  clock: Clock,
  signal?: AbortSignal,
): Promise<HumanAnswer | undefined> {
  for (;;) {
    const line = answerIn(folder, step);
    if (line) return asAnswer(line);
    const left = deadlineMillis - clock.now();
    if (left <= 0 || signal?.aborted) return undefined;
    await clock.sleep(Math.min(PAUSE_MILLIS, left), signal);
  }
}

export function asAnswer({ antwoord, door, notitie }: InboxLine): HumanAnswer {
  return { answer: antwoord, how: 'opdracht', by: door, ...(notitie !== undefined && { note: notitie }) };
}

function linesOf(folder: string): readonly InboxLine[] {
  let text: string;
  try {
    text = readFileSync(join(folder, NAME), 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => parsed(line) ?? []);
}

function parsed(line: string): InboxLine | undefined {
  try {
    const read = JSON.parse(line) as Partial<InboxLine> | null;
    const isAnswer = HUMAN_ANSWERS.some((word) => word === read?.antwoord);
    return isAnswer && typeof read?.stap === 'string' && typeof read.door === 'string' ? (read as InboxLine) : undefined;
  } catch {
    return undefined;
  }
}
