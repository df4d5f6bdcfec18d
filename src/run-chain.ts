/**
 * The steps of a chain: somebody speaks, the message passes from hop to hop, and I watch each of them. What was seen is
 * judged hop by hop, in the order in which it went, so that the first that deviates comes first.
 */
import {
  judgeDeliveriesAlong,
  judgeExpectedAlong,
  judgeExpectedOfSpeaker,
  judgeRepliesAlong,
  judgeRequestsAlong,
  type Way,
} from './judge/along-chain.js';
import { captureValues } from './judge/capture.js';
import { judgeOfferedAgain } from './judge/disturbed.js';
import { judgeEndState } from './judge/end-state.js';
import { asAnswered } from './judge/hop-view.js';
import { confirmed, reached } from './judge/reach.js';
import type { Hop } from './model/chain.js';
import { cameAnyway, timesOf } from './model/disturbance.js';
import type { Exchange } from './model/exchange.js';
import { HarnessError } from './model/harness-error.js';
import { stepOutcome } from './model/outcome.js';
import { stepPath } from './model/plan.js';
import type { Telling } from './run.js';
import {
  brokenBack,
  brokenIn,
  brokenOver,
  certificateOf,
  disturbanceOf,
  firstSeen,
  mendedOver,
  overAlready,
} from './run-disturbed.js';
import { awaitSpeaker, follow } from './run-hops.js';
import type { Turn } from './run-receiving.js';
import { readBack, send } from './run-sending.js';
import { asParty, missing, ofParty, ours, seenIn, unseen, watchingOf } from './run-watching.js';

/** Somebody speaks; the message is followed until it is where it has to be, and what it did there is asked. */
export async function* passedOver(turn: Turn): Telling {
  const judged = yield* taken(turn);
  const again = turn.scenario.steps.find((each) => each.again === turn.step.nr);
  if (again) watchingOf(turn).release(stepPath(turn.scenario, again));
  return judged;
}

async function* taken(turn: Turn): Telling {
  const { scenario, step, progress, tell } = turn;
  const path = stepPath(scenario, step);
  const watching = watchingOf(turn);
  const hops = watching.hopsOf(step.link ?? '');
  const over = step.again === undefined ? undefined : await overAlready(turn, hops);
  if (over && 'mended' in over) return yield* mendedOver(turn, wayOf(turn, hops, [over.mended]), over.mended);
  if (over) {
    progress.follows(path, over.follows);
    return tell([], { verdict: 'niet_beslist', gevolgVan: over.follows });
  }
  watching.awaits(path);
  const { spoken, prompted, passed, copies, earlier } = yield* offered(turn, hops);
  watching.passes(path);
  if (passed.length === 0) return tell(ours(unseen(turn, spoken, prompted?.complaint()), turn));
  const way = wayOf(turn, hops, passed);
  const repeated = await judgeOfferedAgain(way, earlier);
  if (brokenIn(passed)) return yield* brokenOver(turn, way, hops, repeated);
  const said = [
    ...disturbanceOf(step, passed),
    ...certificateOf(hops, passed),
    ...(await judgeRequestsAlong(way)),
    ...(await judgeExpectedOfSpeaker(way, step.expect)),
    ...repeated,
    ...missing(turn, hops, passed),
  ];
  const findings = [...said, ...(await judgeDeliveriesAlong(way))];
  const last = passed.length === hops.length ? passed.at(-1) : undefined;
  const arrived = last !== undefined && reached(last);
  const answer = scenario.steps.find((each) => each.answers === step.nr);
  if (answer?.fault) progress.disprove(path);
  const proof = arrived && step.readBack ? yield* readBack(asParty(turn), step.readBack) : undefined;
  const all = [...findings, ...ofParty(proof?.findings ?? [], turn)];
  const taken = arrived && (await confirmed(turn.caseOf(asAnswered(last))));
  if (proof?.shown === 'voldoet_niet') progress.disprove(path);
  const isRight = stepOutcome(findings).verdict === 'voldoet';
  seenIn(progress).set(path, { passed, copies, isRight });
  if (isRight && (step.readBack ? proof?.shown === 'voldoet' : taken || answer?.fault)) progress.establish(path);
  // What was refused was not stored because of that refusal, which the reply step tells.
  if (isRight && stepOutcome(all).verdict === 'voldoet_niet' && arrived && !taken && answer && !answer.fault) {
    progress.follows(path, stepPath(scenario, answer));
    return tell(ours(all, turn), { verdict: 'niet_beslist', gevolgVan: stepPath(scenario, answer) });
  }
  return tell(ours(all, turn));
}

/** The message as often as it is offered: once, or until we let it pass; and what was seen of it before. */
async function* offered(turn: Turn, hops: readonly Hop[]) {
  const { scenario, step } = turn;
  let earlier = firstSeen(turn);
  for (let left = timesOf(step.disturb) - 1; ; left--) {
    const isFirst = left === timesOf(step.disturb) - 1;
    const source = step.send && { ...step.send, ...(!isFirst && { sameReferenceAs: stepPath(scenario, step) }) };
    const spoken = source ? yield* send(turn, source, 'step') : undefined;
    const prompted = source ? undefined : yield* awaitSpeaker(turn, hops, !isFirst || step.again !== undefined);
    const seen = yield* follow(turn, hops, prompted);
    // What got through in spite of a wrong certificate need not come again.
    if (left <= 0 || seen.passed.some(cameAnyway) || seen.passed.length === 0) return { spoken, prompted, ...seen, earlier };
    earlier = seen.passed;
  }
}

/** The answer, from the system that gave it back to who asked. */
export async function* answeredOver(turn: Turn): Telling {
  const { scenario, step, progress, at, tell } = turn;
  const path = stepPath(scenario, step);
  const asked = `${scenario.id}/${step.answers}`;
  const hops = watchingOf(turn).hopsOf(step.link ?? '');
  const { passed, copies = [], isRight } = seenIn(progress).get(asked) ?? { passed: [], isRight: false };
  const last = passed.at(-1)?.hop === hops.at(-1)?.id ? passed.at(-1) : undefined;
  for (const exchange of passed) progress.isEvidence(path, exchange);
  const question = scenario.steps.find(({ nr }) => nr === step.answers);
  if (question && isRight && brokenIn(passed)) {
    const findings = await brokenBack(turn, question, wayOf(turn, hops, passed), hops);
    return tell(ours(findings, turn));
  }
  const taken = last !== undefined && (await confirmed(turn.caseOf(asAnswered(last))));
  // An answer to what was wrong already, or did not arrive, follows from that.
  if (!last || !reached(last) || (!isRight && !taken && !step.fault)) {
    const root = progress.rootOf(asked);
    progress.follows(path, root);
    return tell([], { verdict: 'niet_beslist', gevolgVan: root });
  }
  const way = wayOf(turn, hops, passed);
  const findings = [
    ...(await judgeRepliesAlong(way)),
    ...(await judgeRepliesAlong({ ...way, passed: copies })),
    ...(question ? disturbanceOf(question, passed) : []),
  ];
  const first = passed[0] ?? last;
  const captured = await captureValues(step.capture, turn.caseOf(asAnswered(first)));
  for (const [name, value] of Object.entries(captured.values)) {
    progress.set(name, value);
    yield { type: 'variable-set', at: at(), scenario: scenario.id, step: step.nr, name, value };
  }
  const expected = taken ? await judgeExpectedAlong(way, step.expect) : [];
  const complete = taken && Object.keys(captured.values).length === step.capture.length;
  if (step.fault ? stepOutcome(findings).verdict === 'voldoet' : complete) progress.establish(path);
  return tell(ours([...findings, ...(taken ? ofParty(captured.findings, turn) : []), ...expected], turn));
}

/** Nobody speaks: the system at the end of the koppeling is asked what it all came to, until it shows it or its time is over. */
export async function* askedAtEnd(turn: Turn): Telling {
  const { scenario, step, progress, tell } = turn;
  if (!step.readBack) throw new HarnessError('INTERNAL', `step ${stepPath(scenario, step)} asks nothing`);
  const proof = yield* readBack(asParty(turn), step.readBack);
  const all = [...judgeEndState(step.readBack.service, proof), ...proof.findings];
  if (stepOutcome(all).verdict === 'voldoet') progress.establish(stepPath(scenario, step));
  return tell(ours(ofParty(all, turn), turn));
}

/** The message of a step and what was seen of it, for its judges. */
function wayOf(turn: Turn, hops: readonly Hop[], passed: readonly Exchange[]): Way {
  const { heardBy, linkOf } = watchingOf(turn);
  const again = turn.step.again === undefined ? undefined : `${turn.scenario.id}/${turn.step.again}`;
  return { hops, passed, caseOf: turn.caseOf, heardBy, rewrites: linkOf(turn.step.link ?? '').rewrites, again };
}
