/**
 * What only a person can judge: I ask when everything else about a step is well, wait for the answer as long as for a
 * message, and weigh it with the rest. What is wrong already is wrong whatever anybody says.
 */
import { judgeHumanAnswer } from './judge/human-check.js';
import type { HumanAnswer, HumanCheck } from './model/human-check.js';
import { stepOutcome } from './model/outcome.js';
import { stepPath } from './model/plan.js';
import type { Progress } from './model/progress.js';
import type { StepJudged } from './model/run-event.js';
import type { Telling } from './run.js';
import type { Turn } from './run-receiving.js';

/** Where the answers come from. */
export interface Asking {
  /** How long each answer is waited for. */
  readonly waitMillis: number;
  /**
   * @param step - `<scenario>/<nr>`
   * @param deadlineMillis - moment on the clock of the run, in milliseconds since 1970
   * @returns undefined when nobody answered before it
   */
  ask(step: string, check: HumanCheck, deadlineMillis: number, signal?: AbortSignal): Promise<HumanAnswer | undefined>;
}

/** Asks about a step that is well; any other is returned as it is. */
export async function* confirm(turn: Turn, judged: StepJudged): Telling {
  const { scenario, step, progress, crew, at, tell } = turn;
  if (!step.confirm || judged.verdict !== 'voldoet') return judged;
  const path = stepPath(scenario, step);
  const check = shownTo(step.confirm, progress);
  const deadline = crew.clock.now() + (crew.asking?.waitMillis ?? 0);
  const until = new Date(deadline).toISOString();
  yield { type: 'asked', at: at(), scenario: scenario.id, step: step.nr, until, ...check };
  const answer = await crew.asking?.ask(path, check, deadline, crew.signal);
  if (answer) yield { type: 'answered', at: at(), scenario: scenario.id, step: step.nr, ...answer };
  const findings = [...judged.findings, judgeHumanAnswer(check, answer, crew.signal?.aborted === true)];
  if (stepOutcome(findings).verdict !== 'voldoet') progress.retract(path);
  return tell(findings);
}

function shownTo({ question, lookAt }: HumanCheck, progress: Progress): HumanCheck {
  return {
    question: { nl: progress.fill(question.nl), en: progress.fill(question.en) },
    lookAt: { nl: progress.fill(lookAt.nl), en: progress.fill(lookAt.en) },
  };
}
