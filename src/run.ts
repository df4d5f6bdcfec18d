/**
 * I keep the order, hold the watch, and tell what happens. I decide nothing, and I fit on one page.
 */
import type { Messenger } from './actor/messenger.js';
import type { Case, JudgeTools } from './judge/judge.js';
import { leftBehind } from './judge/left-behind.js';
import { notChosen } from './judge/precondition.js';
import type { Clock } from './model/clock.js';
import type { Exchange } from './model/exchange.js';
import { HarnessError } from './model/harness-error.js';
import { stepOutcome } from './model/outcome.js';
import { type Plan, stepPath } from './model/plan.js';
import { Progress } from './model/progress.js';
import type { RunEvent, StepJudged } from './model/run-event.js';
import type { Scenario, Step } from './model/scenario.js';
import { type Asking, confirm } from './run-asking.js';
import { answeredOver, askedAtEnd, passedOver } from './run-chain.js';
import { leftOnHops } from './run-hops.js';
import type { Listening } from './run-listening.js';
import { answered, leftInMailbox, receive, type TakenTurn, type Turn } from './run-receiving.js';
import { reply, request } from './run-sending.js';
import type { Watching } from './run-watching.js';

export interface Crew {
  readonly messenger: Messenger;
  readonly tools: JudgeTools;
  readonly clock: Clock;
  readonly mode: 'voorwaardelijk' | 'onvoorwaardelijk';
  /** How long a read-back may take before it counts as not stored, and how long to wait between two looks. */
  readonly poll: { readonly deadlineMillis: number; readonly pauseMillis: number };
  /** Values of functions, worked out when the run starts. */
  readonly functions: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly token: string;
  readonly signal?: AbortSignal;
  /** Resolves when this run may go on judging; for runs that share a process, so that answers go before judgements. */
  readonly turn?: () => Promise<void>;
  /** Absent when the product only answers. */
  readonly incoming?: Listening;
  /** Absent when one product is tested; in a chain, where we watch. */
  readonly watching?: Watching;
  /** Absent when nobody is there to be asked. */
  readonly asking?: Asking;
}

/** Walks a plan. Every event is told as it happens; what a step came to follows from its findings alone. */
export async function* run(plan: Plan, crew: Crew): AsyncGenerator<RunEvent, void, undefined> {
  const progress = new Progress({ ...plan.constants, ...crew.functions }, plan.scenarios);
  const at = () => new Date(crew.clock.now()).toISOString();
  let end: 'done' | 'stopped-at-step' | 'cancelled' = 'done';
  const taken: TakenTurn[] = [];
  yield { type: 'run-started', at: at(), suite: plan.suite.id, seed: crew.seed, token: crew.token };
  for (const { scenario, skipped } of plan.scenarios) {
    if (crew.signal?.aborted) end = 'cancelled';
    if (skipped || end !== 'done') {
      yield { type: 'scenario-skipped', at: at(), scenario: scenario.id, reason: skipped ?? 'stopped' };
      continue;
    }
    yield { type: 'scenario-started', at: at(), scenario: scenario.id };
    for (const step of scenario.steps) {
      if (crew.signal?.aborted) end = 'cancelled';
      if (end !== 'done') break;
      yield { type: 'step-started', at: at(), scenario: scenario.id, step: step.nr };
      const turn = turnOf(scenario, step, progress, crew, at);
      const judged = yield* confirm(turn, yield* takeStep(turn));
      taken.push({ turn, judged });
      yield judged;
      // A step that follows from another is not the failing one: of a refused request, that is the reply.
      if (crew.mode === 'voorwaardelijk' && judged.verdict !== 'voldoet' && !judged.gevolgVan) end = 'stopped-at-step';
    }
    yield { type: 'scenario-finished', at: at(), scenario: scenario.id };
  }
  yield* leftInMailbox({ crew, at }, taken);
  yield* leftOnHops({ crew, at }, taken);
  for (const left of await leftBehind(progress, crew.tools)) yield { type: 'left-behind', at: at(), ...left };
  yield { type: 'run-finished', at: at(), reason: crew.signal?.aborted ? 'cancelled' : end };
}

export type Telling = AsyncGenerator<RunEvent, StepJudged, undefined>;

function turnOf(scenario: Scenario, step: Step, progress: Progress, crew: Crew, at: () => string): Turn {
  const path = stepPath(scenario, step);
  const tell: Turn['tell'] = (findings, more = {}) => ({
    ...{ type: 'step-judged', at: at(), scenario: scenario.id, step: step.nr, findings, exchanges: progress.evidenceOf(path) },
    ...stepOutcome(findings),
    ...more,
  });
  return { scenario, step, progress, crew, at, tell, caseOf: (exchange) => caseOf(exchange, scenario, progress, crew) };
}

async function* takeStep(turn: Turn): Telling {
  const { scenario, step, progress, crew, tell } = turn;
  const path = stepPath(scenario, step);
  const needed = [step.send, step.readBack].flatMap((source) => (source ? crew.messenger.needs(source) : []));
  const blocked = progress.blockedBy(step, needed);
  if (blocked) {
    progress.follows(path, blocked);
    return tell(progress.isLeftOut(blocked) ? [notChosen(blocked)] : [], { verdict: 'niet_beslist', gevolgVan: blocked });
  }
  if (step.isEndState) return yield* askedAtEnd(turn);
  if (step.link !== undefined) return step.answers === undefined ? yield* passedOver(turn) : yield* answeredOver(turn);
  if (step.receive) return yield* receive(turn);
  if (step.from === 'STP' && !step.send) return yield* answered(turn);
  return step.send ? yield* request(turn) : yield* reply(turn);
}

function caseOf(exchange: Exchange, scenario: Scenario, progress: Progress, crew: Crew): Case {
  const service = crew.tools.standard.services.find((each) => each.id === exchange.purpose.service);
  if (!service) throw new HarnessError('INTERNAL', `service ${exchange.purpose.service} is not in the plan's standard`);
  const { fault: due, misbehave } = scenario.steps.find((each) => each.answers === exchange.purpose.step) ?? {};
  const said = scenario.steps.find((each) => each.nr === exchange.purpose.step)?.send;
  const wrongOnPurpose = exchange.purpose.kind === 'step' && (said?.wrongOnPurpose ?? false);
  return {
    record: progress,
    exchange,
    service,
    values: progress.values,
    tools: crew.tools,
    wrongOnPurpose,
    ...(due && { due }),
    ...(misbehave !== undefined && { misbehave }),
  };
}
