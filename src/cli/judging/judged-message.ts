/** What is asked of a thread that judges, and what it says. */
import type { LoneOptions } from '../../judge/lone-shelf.js';
import type { Verdict } from '../../model/finding.js';
import type { FileRule, JudgedFile } from '../../model/judged-file.js';
import type { SchemaOutcome } from '../../model/record.js';
import { isNotable } from '../../report/step-names.js';

export interface JudgingTask {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Id of a standard. */
  readonly standard: string;
  /** The `--schemas` option. */
  readonly schemas?: string;
  readonly profile: LoneOptions['profile'];
}

export interface JudgingJob {
  readonly bytes: Uint8Array;
  /** Without quotes. */
  readonly soapAction?: string;
}

/** What is said of one message. */
export interface JudgedMessage {
  readonly outcome: SchemaOutcome;
  readonly verdict: Verdict;
  /** Only what is worth telling. */
  readonly regels: readonly Omit<FileRule, 'fragment'>[];
}

/** A thread is ready when it says so; then it answers each list with a list. */
export type JudgingAnswer = 'ready' | readonly JudgedMessage[];

/** What is worth telling of a judgement. */
export function told({ verdict, regels }: JudgedFile): Omit<JudgedMessage, 'outcome'> {
  return { verdict, regels: regels.filter(isNotable).map(({ fragment: _, ...rule }) => rule) };
}
