/**
 * The steps that the product takes by itself: I wait for its message, and look at our answer. What comes for another step
 * stays in the mailbox until its turn; what nobody waits for is told at once.
 */
import { captureValues } from './judge/capture.js';
import { judgeAnswer, judgeReceived, notReceived } from './judge/every-received.js';
import type { Case } from './judge/judge.js';
import { confirmed } from './judge/reach.js';
import { judgeExpectation, safely } from './judge/safely.js';
import type { Exchange } from './model/exchange.js';
import type { Finding, Tekst } from './model/finding.js';
import { stepOutcome } from './model/outcome.js';
import { stepPath } from './model/plan.js';
import type { Progress } from './model/progress.js';
import type { RunEvent, StepJudged } from './model/run-event.js';
import type { Scenario, Step } from './model/scenario.js';
import type { Crew, Telling } from './run.js';
import { incomingOf, promptFor, takeFor, tellStray } from './run-listening.js';

/** One step in its run. */
export interface Turn {
  readonly scenario: Scenario;
  readonly step: Step;
  readonly progress: Progress;
  readonly crew: Crew;
  readonly at: () => string;
  readonly tell: (findings: readonly Finding[], more?: Partial<StepJudged>) => StepJudged;
  readonly caseOf: (exchange: Exchange) => Case;
}

/** A step that was taken, and what it came to. */
export interface TakenTurn {
  readonly turn: Turn;
  readonly judged: StepJudged;
}

/** Waits until the message of this step is there, or its time is over. */
export async function* receive(turn: Turn): Telling {
  const { scenario, step, progress, crew, at, tell } = turn;
  const path = stepPath(scenario, step);
  const incoming = incomingOf(crew);
  const isOver = incoming.isOver?.(path) ?? false;
  const deadline = crew.clock.now() + (isOver ? 0 : incoming.waitMillis);
  incoming.awaits(path);
  if (!isOver)
    yield {
      ...{ type: 'waiting', at: at(), scenario: scenario.id, step: step.nr, for: step.service },
      ...{
        until: new Date(deadline).toISOString(),
        ...(step.receive && { instruction: filled(step.receive.instruction, progress) }),
      },
    };
  const prompted = promptFor(path, turn);
  const got = yield* takeFor(path, deadline, turn, prompted.failed);
  incoming.passes(path);
  if (!got) return tell([notReceived(step.service, crew.signal?.aborted === true, prompted.complaint())]);
  progress.record(path, got.exchange);
  yield { type: 'exchanged', at: at(), exchange: got.exchange };
  await crew.turn?.();
  const findings = await judgeSent(got.exchange, turn);
  if (stepOutcome(findings).verdict === 'voldoet') progress.establish(path);
  return tell(findings);
}

/** Our answer went out when the message came in; here it is looked at. */
export async function* answered(turn: Turn): Telling {
  const { scenario, step, progress, crew, at, tell, caseOf } = turn;
  const path = stepPath(scenario, step);
  const asked = `${scenario.id}/${step.answers}`;
  const exchange = progress.exchangeOf(asked);
  if (!exchange || !(step.misbehave !== undefined || (await confirmed(caseOf(exchange))))) {
    progress.follows(path, progress.rootOf(asked));
    if (exchange) progress.isEvidence(path, exchange);
    return tell([], { verdict: 'niet_beslist', gevolgVan: progress.rootOf(asked) });
  }
  progress.isEvidence(path, exchange);
  await crew.turn?.();
  const findings = await safely(exchange, () => judgeAnswer(caseOf(exchange)));
  const { values } = await captureValues(step.capture, caseOf(exchange));
  for (const [name, value] of Object.entries(values)) {
    progress.set(name, value);
    yield { type: 'variable-set', at: at(), scenario: scenario.id, step: step.nr, name, value };
  }
  progress.establish(path);
  return tell(findings);
}

/**
 * What is left in the mailbox when the run is over: what came late or once more is judged with its step all the same, and
 * what nobody waited for is told.
 */
export async function* leftInMailbox(
  { crew, at }: Pick<Turn, 'crew' | 'at'>,
  taken: readonly TakenTurn[],
): AsyncGenerator<RunEvent, void, undefined> {
  const outcomes = new Map(taken.map((each) => [stepPath(each.turn.scenario, each.turn.step), each]));
  for (const { exchange } of crew.incoming?.mailbox.untaken() ?? []) {
    const stray = crew.incoming?.strayOf(exchange);
    if (stray) yield* tellStray(exchange, stray, at);
    const { scenario, step } = exchange.purpose;
    const path = `${scenario}/${step}`;
    const known = outcomes.get(path);
    if (!known) continue;
    const { turn, judged } = known;
    turn.progress.record(path, exchange);
    yield { type: 'exchanged', at: at(), exchange };
    const again = turn.tell([...judged.findings, ...(await judgeSent(exchange, turn))]);
    outcomes.set(path, { turn, judged: again });
    yield again;
  }
}

function filled({ nl, en }: Tekst, progress: Progress): Tekst {
  return { nl: progress.fill(nl), en: progress.fill(en) };
}

async function judgeSent(exchange: Exchange, { step, caseOf }: Turn): Promise<readonly Finding[]> {
  const on = caseOf(exchange);
  const findings = await safely(exchange, () => judgeReceived(on));
  const expected = await Promise.all(step.expect.map((each) => judgeExpectation(each, on)));
  return [...findings, ...expected.flat()];
}
