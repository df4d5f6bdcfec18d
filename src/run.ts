/**
 * I keep the order, hold the watch, and tell what happens. I decide nothing, and I fit on one page.
 */
import type { Messenger } from './actor/messenger.js';
import { captureValues } from './judge/capture.js';
import { judgeReply } from './judge/every-reply.js';
import { judgeRequest } from './judge/every-request.js';
import type { Case, JudgeTools } from './judge/judge.js';
import { leftBehind } from './judge/left-behind.js';
import { notChosen } from './judge/precondition.js';
import { confirmed, reached } from './judge/reach.js';
import { judgeExpectation, notJudged, safely } from './judge/safely.js';
import type { Clock } from './model/clock.js';
import type { Exchange, Purpose } from './model/exchange.js';
import type { Finding, Verdict } from './model/finding.js';
import { HarnessError } from './model/harness-error.js';
import { stepOutcome } from './model/outcome.js';
import { type Plan, stepPath } from './model/plan.js';
import { Progress } from './model/progress.js';
import type { RunEvent, StepJudged } from './model/run-event.js';
import type { Expectation, Scenario, Step } from './model/scenario.js';

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
}

/** Walks a plan. Every event is told as it happens; what a step came to follows from its findings alone. */
export async function* run(plan: Plan, crew: Crew): AsyncGenerator<RunEvent, void, undefined> {
  const progress = new Progress({ ...plan.constants, ...crew.functions }, plan.scenarios);
  const at = () => new Date(crew.clock.now()).toISOString();
  let end: 'done' | 'stopped-at-step' | 'cancelled' = 'done';
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
      const judged = yield* takeStep(scenario, step, progress, crew, at);
      yield judged;
      // A step that follows from another is not the failing one: of a refused request, that is the reply.
      if (crew.mode === 'voorwaardelijk' && judged.verdict !== 'voldoet' && !judged.gevolgVan) end = 'stopped-at-step';
    }
    yield { type: 'scenario-finished', at: at(), scenario: scenario.id };
  }
  for (const left of await leftBehind(progress, crew.tools)) yield { type: 'left-behind', at: at(), ...left };
  yield { type: 'run-finished', at: at(), reason: crew.signal?.aborted ? 'cancelled' : end };
}

type Telling = AsyncGenerator<RunEvent, StepJudged, undefined>;

/** What a read-back came to: all that was found, and whether the answer, however written, held what was sent. */
interface Proof {
  readonly findings: readonly Finding[];
  readonly shown: Verdict;
}

async function* takeStep(scenario: Scenario, step: Step, progress: Progress, crew: Crew, at: () => string): Telling {
  const path = stepPath(scenario, step);
  const tell = (findings: readonly Finding[], more: Partial<StepJudged> = {}): StepJudged => ({
    ...{ type: 'step-judged', at: at(), scenario: scenario.id, step: step.nr, findings, exchanges: progress.evidenceOf(path) },
    ...stepOutcome(findings),
    ...more,
  });
  const needed = [step.send, step.readBack].flatMap((source) => (source ? crew.messenger.needs(source) : []));
  const blocked = progress.blockedBy(step, needed);
  if (blocked) {
    progress.follows(path, blocked);
    return tell(progress.isLeftOut(blocked) ? [notChosen(blocked)] : [], { verdict: 'niet_beslist', gevolgVan: blocked });
  }
  return step.send ? yield* request() : yield* reply();

  async function* request(): Telling {
    const exchange = yield* send(step.send, purpose(step.service, 'step'));
    if (!exchange) return tell([], { verdict: 'niet_uitgevoerd' });
    const findings = await safely(exchange, () => judgeRequest(caseOf(exchange)));
    const arrived = reached(exchange);
    const answer = scenario.steps.find((each) => each.answers === step.nr);
    // What is to be refused may leave nothing behind, however it is answered.
    if (answer?.fault) progress.disprove(path);
    const proof = arrived && step.readBack ? yield* readBack(step.readBack) : undefined;
    const all = [...findings, ...(proof?.findings ?? [])];
    const taken = arrived && (await confirmed(caseOf(exchange)));
    const isSent = stepOutcome(findings).verdict === 'voldoet';
    if (proof?.shown === 'voldoet_niet') progress.disprove(path);
    if (isSent && (step.readBack ? proof?.shown === 'voldoet' : taken || answer?.fault)) progress.establish(path);
    // A message that the product refused was not stored because of that refusal, which the reply step tells.
    if (stepOutcome(all).verdict === 'voldoet_niet' && arrived && !taken && answer && !answer.fault) {
      progress.follows(path, stepPath(scenario, answer));
      return tell(all, { verdict: 'niet_beslist', gevolgVan: stepPath(scenario, answer) });
    }
    return tell(all);
  }

  async function* reply(): Telling {
    const asked = `${scenario.id}/${step.answers}`;
    const exchange = progress.exchangeOf(asked);
    if (!exchange || !reached(exchange)) {
      const root = progress.rootOf(asked);
      progress.follows(path, root);
      return tell([], { verdict: 'niet_beslist', gevolgVan: root });
    }
    progress.isEvidence(path, exchange);
    const findings = await safely(exchange, () => judgeReply(caseOf(exchange)));
    const captured = await captureValues(step.capture, caseOf(exchange));
    for (const [name, value] of Object.entries(captured.values)) {
      progress.set(name, value);
      yield { type: 'variable-set', at: at(), scenario: scenario.id, step: step.nr, name, value };
    }
    const taken = await confirmed(caseOf(exchange));
    const expected = taken ? await judgeAll(step.expect, exchange) : [];
    const complete = taken && Object.keys(captured.values).length === step.capture.length;
    if (step.fault ? stepOutcome(findings).verdict === 'voldoet' : complete) progress.establish(path);
    return tell([...findings, ...(taken ? captured.findings : []), ...expected]);
  }

  /** Asks until the answer holds what was sent, or the deadline passes: a confirmation of receipt is not success. How the answer is written does not change by waiting. */
  async function* readBack(source: NonNullable<Step['readBack']>): AsyncGenerator<RunEvent, Proof, undefined> {
    const deadline = crew.clock.now() + crew.poll.deadlineMillis;
    const told: RunEvent = {
      ...{ type: 'waiting', at: at(), scenario: scenario.id, step: step.nr, for: source.service },
      until: new Date(deadline).toISOString(),
    };
    for (let look = 1; ; look++) {
      const exchange = yield* send(source, purpose(source.service, 'read-back'));
      if (!exchange) return { findings: [notJudged(source.service)], shown: 'niet_beslist' };
      const expected = await judgeAll(source.expect, exchange);
      const findings = [...(await judgeReadBack(exchange)), ...expected];
      const shown = stepOutcome(source.expect.length > 0 ? expected : findings).verdict;
      const stopped = exchange.failure?.kind === 'cancelled';
      // Somebody who stops us in between takes the product's time away: then one more look says that it was broken off.
      if (shown === 'voldoet' || stopped || crew.clock.now() + crew.poll.pauseMillis > deadline) return { findings, shown };
      if (look === 1) yield told;
      await crew.clock.sleep(crew.poll.pauseMillis, crew.signal);
    }
  }

  async function judgeReadBack(exchange: Exchange): Promise<readonly Finding[]> {
    const delivery = await safely(exchange, () => judgeRequest(caseOf(exchange)));
    const answer = reached(exchange) ? await safely(exchange, () => judgeReply(caseOf(exchange))) : [];
    return [...delivery, ...answer];
  }

  async function* send(
    source: Step['send'],
    what: Omit<Purpose, 'attempt'>,
  ): AsyncGenerator<RunEvent, Exchange | undefined, undefined> {
    if (!source) return undefined;
    const exchanges = await crew.messenger.send(source, what, progress.values, crew.signal);
    for (const exchange of exchanges) {
      progress.record(path, exchange);
      yield { type: 'exchanged', at: at(), exchange };
    }
    return exchanges.at(-1);
  }

  async function judgeAll(expectations: readonly Expectation[], exchange: Exchange): Promise<readonly Finding[]> {
    return (await Promise.all(expectations.map((each) => judgeExpectation(each, caseOf(exchange))))).flat();
  }

  function purpose(service: string, kind: Purpose['kind']): Omit<Purpose, 'attempt'> {
    return { scenario: scenario.id, step: step.nr, kind, service };
  }

  function caseOf(exchange: Exchange): Case {
    const service = crew.tools.standard.services.find((each) => each.id === exchange.purpose.service);
    if (!service) throw new HarnessError('INTERNAL', `service ${exchange.purpose.service} is not in the plan's standard`);
    const due = scenario.steps.find((each) => each.answers === exchange.purpose.step)?.fault;
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
    };
  }
}
