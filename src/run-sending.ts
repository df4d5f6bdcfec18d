/**
 * The steps in which we speak first: I send, ask the product to show what it did, and look at its replies.
 */
import { captureValues } from './judge/capture.js';
import { judgeReply } from './judge/every-reply.js';
import { judgeRequest } from './judge/every-request.js';
import { confirmed, reached } from './judge/reach.js';
import { judgeExpectation, notJudged, safely } from './judge/safely.js';
import type { Exchange, Purpose } from './model/exchange.js';
import type { Finding, Verdict } from './model/finding.js';
import { stepOutcome } from './model/outcome.js';
import { stepPath } from './model/plan.js';
import type { RunEvent } from './model/run-event.js';
import type { Expectation, MessageSource, ReadBack } from './model/scenario.js';
import type { Telling } from './run.js';
import type { Turn } from './run-receiving.js';

/** What a read-back came to: all that was found, and whether the answer, however written, held what was sent. */
export interface Proof {
  readonly findings: readonly Finding[];
  /** Those of them that say whether it held what was expected. */
  readonly expected: readonly Finding[];
  readonly shown: Verdict;
  /** How often was asked, and how long that took by the record. */
  readonly looks: number;
  readonly millis: number;
}

/** Sends, and proves by reading back that the product did what was asked. */
export async function* request(turn: Turn): Telling {
  const { scenario, step, progress, tell, caseOf } = turn;
  const path = stepPath(scenario, step);
  const exchange = yield* send(turn, step.send, 'step');
  if (!exchange) return tell([], { verdict: 'niet_uitgevoerd' });
  const findings = await safely(exchange, () => judgeRequest(caseOf(exchange)));
  const arrived = reached(exchange);
  const answer = scenario.steps.find((each) => each.answers === step.nr);
  // What is to be refused may leave nothing behind, however it is answered.
  if (answer?.fault) progress.disprove(path);
  const proof = arrived && step.readBack ? yield* readBack(turn, step.readBack) : undefined;
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

/** Looks at what came back on an earlier step. */
export async function* reply(turn: Turn): Telling {
  const { scenario, step, progress, at, tell, caseOf } = turn;
  const path = stepPath(scenario, step);
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
  const expected = taken ? await judgeAll(step.expect, exchange, turn) : [];
  const complete = taken && Object.keys(captured.values).length === step.capture.length;
  if (step.fault ? stepOutcome(findings).verdict === 'voldoet' : complete) progress.establish(path);
  return tell([...findings, ...(taken ? captured.findings : []), ...expected]);
}

/** Asks until the answer holds what was sent, or the deadline passes: a confirmation of receipt is not success. How the answer is written does not change by waiting. */
export async function* readBack(turn: Turn, source: ReadBack): AsyncGenerator<RunEvent, Proof, undefined> {
  const { scenario, step, crew, at } = turn;
  const deadline = crew.clock.now() + (source.withinMillis ?? crew.poll.deadlineMillis);
  const told: RunEvent = {
    ...{ type: 'waiting', at: at(), scenario: scenario.id, step: step.nr, for: source.service },
    until: new Date(deadline).toISOString(),
  };
  let began: string | undefined;
  for (let look = 1; ; look++) {
    const exchange = yield* send(turn, source, 'read-back', source.service);
    if (!exchange) return { findings: [notJudged(source.service)], expected: [], shown: 'niet_beslist', looks: look, millis: 0 };
    began ??= exchange.startedAt;
    const expected = await judgeAll(source.expect, exchange, turn);
    const findings = [...(await judgeReadBack(exchange, turn)), ...expected];
    const shown = stepOutcome(source.expect.length > 0 ? expected : findings).verdict;
    const stopped = exchange.failure?.kind === 'cancelled';
    // Somebody who stops us in between takes the product's time away: then one more look says that it was broken off.
    if (shown === 'voldoet' || stopped || crew.clock.now() + crew.poll.pauseMillis > deadline)
      return { findings, expected, shown, looks: look, millis: Date.parse(exchange.endedAt) - Date.parse(began) };
    if (look === 1) yield told;
    await crew.clock.sleep(crew.poll.pauseMillis, crew.signal);
  }
}

async function judgeReadBack(exchange: Exchange, { caseOf }: Turn): Promise<readonly Finding[]> {
  const delivery = await safely(exchange, () => judgeRequest(caseOf(exchange)));
  const answer = reached(exchange) ? await safely(exchange, () => judgeReply(caseOf(exchange))) : [];
  return [...delivery, ...answer];
}

export async function* send(
  turn: Turn,
  source: MessageSource | undefined,
  kind: Purpose['kind'],
  service = turn.step.service,
): AsyncGenerator<RunEvent, Exchange | undefined, undefined> {
  const { scenario, step, progress, crew, at } = turn;
  if (!source) return undefined;
  const what = { scenario: scenario.id, step: step.nr, kind, service };
  const exchanges = await crew.messenger.send(source, what, progress.values, crew.signal);
  for (const exchange of exchanges) {
    progress.record(stepPath(scenario, step), exchange);
    yield { type: 'exchanged', at: at(), exchange };
  }
  return exchanges.at(-1);
}

async function judgeAll(expectations: readonly Expectation[], exchange: Exchange, { caseOf }: Turn): Promise<readonly Finding[]> {
  return (await Promise.all(expectations.map((each) => judgeExpectation(each, caseOf(exchange))))).flat();
}
