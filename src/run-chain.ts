/**
 * The steps of a chain: somebody speaks, the message passes from hop to hop, and I watch each of them. What was seen is
 * judged hop by hop, in the order in which it went, so that the first that deviates comes first.
 */
import type { Mailbox } from './actor/mailbox.js';
import {
  judgeDeliveriesAlong,
  judgeExpectedAlong,
  judgeRepliesAlong,
  judgeRequestsAlong,
  type Way,
} from './judge/along-chain.js';
import { captureValues } from './judge/capture.js';
import { notPassedOn, notSeen, passedAgain } from './judge/every-hop.js';
import { notReceived } from './judge/every-received.js';
import { asAnswered } from './judge/hop-view.js';
import { confirmed, reached } from './judge/reach.js';
import type { ChainLink, Hop } from './model/chain.js';
import type { Exchange } from './model/exchange.js';
import type { Finding } from './model/finding.js';
import { HarnessError } from './model/harness-error.js';
import { stepOutcome } from './model/outcome.js';
import { stepPath } from './model/plan.js';
import type { RunEvent } from './model/run-event.js';
import type { Stray } from './model/stray.js';
import type { Telling } from './run.js';
import type { TakenTurn, Turn } from './run-receiving.js';
import { readBack, send } from './run-sending.js';

/** Where a run sees what passes between the systems of a chain. */
export interface Watching {
  readonly mailbox: Mailbox;
  linkOf(id: string): ChainLink;
  /** The hops of a link, in the order in which a request takes them. */
  hopsOf(id: string): readonly Hop[];
  /** Ids of the hops over which an actor hears. */
  heardBy(actor: string): ReadonlySet<string>;
  /** Whether an actor is somebody else's system; otherwise we play it, and what it does wrong is ours. */
  isReal(actor: string): boolean;
  /** From now on this step is waited for on its hops; and no longer. */
  awaits(path: string): void;
  passes(path: string): void;
  strayOf(exchange: Exchange): Stray | undefined;
  /** How long the first message is waited for when a real system sends it, and how long it may take to be passed on. */
  readonly waitMillis: number;
  readonly passMillis: number;
}

/** What was seen of the message of a step, hop by hop, and whether it was right. */
interface Seen {
  readonly passed: readonly Exchange[];
  readonly isRight: boolean;
}

const SEEN = new WeakMap<Turn['progress'], Map<string, Seen>>();

/** Somebody speaks; the message is followed until it is where it has to be, and what it did there is asked. */
export async function* passedOver(turn: Turn): Telling {
  const { scenario, step, progress, tell } = turn;
  const path = stepPath(scenario, step);
  const watching = watchingOf(turn);
  const hops = watching.hopsOf(step.link ?? '');
  watching.awaits(path);
  const spoken = step.send ? yield* send(turn, step.send, 'step') : yield* awaitSpeaker(turn, hops);
  const passed = yield* follow(turn, hops);
  watching.passes(path);
  if (passed.length === 0) return tell(ours(unseen(turn, spoken), turn));
  const way = wayOf(turn, hops, passed);
  const said = [...(await judgeRequestsAlong(way)), ...missing(turn, hops, passed)];
  const findings = [...said, ...(await judgeDeliveriesAlong(way))];
  const last = passed.length === hops.length ? passed.at(-1) : undefined;
  const arrived = last !== undefined && reached(last);
  const answer = scenario.steps.find((each) => each.answers === step.nr);
  if (answer?.fault) progress.disprove(path);
  const proof = arrived && step.readBack ? yield* readBack(turn, step.readBack) : undefined;
  const all = [...findings, ...ofParty(proof?.findings ?? [], turn)];
  const taken = arrived && (await confirmed(turn.caseOf(asAnswered(last))));
  if (proof?.shown === 'voldoet_niet') progress.disprove(path);
  const isRight = stepOutcome(findings).verdict === 'voldoet';
  seenIn(progress).set(path, { passed, isRight });
  if (isRight && (step.readBack ? proof?.shown === 'voldoet' : taken || answer?.fault)) progress.establish(path);
  // What was refused was not stored because of that refusal, which the reply step tells.
  if (isRight && stepOutcome(all).verdict === 'voldoet_niet' && arrived && !taken && answer && !answer.fault) {
    progress.follows(path, stepPath(scenario, answer));
    return tell(ours(all, turn), { verdict: 'niet_beslist', gevolgVan: stepPath(scenario, answer) });
  }
  return tell(ours(all, turn));
}

/** The answer, from the system that gave it back to who asked. */
export async function* answeredOver(turn: Turn): Telling {
  const { scenario, step, progress, at, tell } = turn;
  const path = stepPath(scenario, step);
  const asked = `${scenario.id}/${step.answers}`;
  const hops = watchingOf(turn).hopsOf(step.link ?? '');
  const { passed, isRight } = seenIn(progress).get(asked) ?? { passed: [], isRight: false };
  const last = passed.length === hops.length ? passed.at(-1) : undefined;
  for (const exchange of passed) progress.isEvidence(path, exchange);
  const taken = last !== undefined && (await confirmed(turn.caseOf(asAnswered(last))));
  // An answer to what was wrong already, or did not arrive, follows from that.
  if (!last || !reached(last) || (!isRight && !taken && !step.fault)) {
    const root = progress.rootOf(asked);
    progress.follows(path, root);
    return tell([], { verdict: 'niet_beslist', gevolgVan: root });
  }
  const way = wayOf(turn, hops, passed);
  const findings = await judgeRepliesAlong(way);
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

/** What passed when nobody waited for it any more: late, once more, or of nobody. */
export async function* leftOnHops(
  { crew, at }: Pick<Turn, 'crew' | 'at'>,
  taken: readonly TakenTurn[],
): AsyncGenerator<RunEvent, void, undefined> {
  const outcomes = new Map(taken.map((each) => [stepPath(each.turn.scenario, each.turn.step), each]));
  for (const exchange of inOrder(crew.watching)) {
    yield { type: 'exchanged', at: at(), exchange };
    const stray = crew.watching?.strayOf(exchange);
    if (stray) yield { type: 'unmatched', at: at(), exchange: exchange.id, ...stray };
    const path = stray?.nearest ?? `${exchange.purpose.scenario}/${exchange.purpose.step}`;
    const known = outcomes.get(path);
    if (!known) continue;
    const { turn, judged } = known;
    const { passed: seen, isRight } = seenIn(turn.progress).get(path) ?? { passed: [], isRight: false };
    const hops = watchingOf(turn).hopsOf(turn.step.link ?? '');
    const place = hops.findIndex(({ id }) => id === exchange.hop);
    const [hop, earlier] = [hops[place], hops[place - 1]];
    const before = seen.filter((each) => each.hop === exchange.hop).length;
    // What came more than once is passed on more than once.
    const isPassedOn = earlier !== undefined && seen.filter((each) => each.hop === earlier.id).length > before;
    seenIn(turn.progress).set(path, { passed: [...seen, exchange], isRight });
    turn.progress.record(path, exchange);
    if (!hop || before === 0) continue;
    const again = turn.tell(ours([...judged.findings, passedAgain(hop, before + 1, exchange, isPassedOn)], turn));
    outcomes.set(path, { turn, judged: again });
    yield again;
  }
}

/** What nobody took, in the order in which it began. */
function inOrder(watching: Watching | undefined): readonly Exchange[] {
  const left = watching?.mailbox.untaken().map(({ exchange }) => exchange) ?? [];
  return left.toSorted((one, other) => one.id.localeCompare(other.id));
}

/** A real system has to speak: somebody is told what to do in it. */
async function* awaitSpeaker({ scenario, step, progress, crew, at }: Turn, hops: readonly Hop[]) {
  const until = new Date(crew.clock.now() + (crew.watching?.waitMillis ?? 0)).toISOString();
  const { nl, en } = step.instruction ?? { nl: '', en: '' };
  const instruction = { nl: progress.fill(nl), en: progress.fill(en) };
  const told: RunEvent = {
    type: 'waiting',
    at: at(),
    scenario: scenario.id,
    step: step.nr,
    for: step.service,
    until,
    instruction,
  };
  if (hops.length > 0) yield told;
  return undefined;
}

/** Takes the message from one hop after the other, as far as it gets. */
async function* follow({ scenario, step, progress, crew, at }: Turn, hops: readonly Hop[]) {
  const watching = crew.watching;
  const path = stepPath(scenario, step);
  const passed: Exchange[] = [];
  for (const hop of hops) {
    const isFirst = passed.length === 0 && !step.send;
    const deadline = crew.clock.now() + ((isFirst ? watching?.waitMillis : watching?.passMillis) ?? 0);
    const isHere = (each: Exchange) => each.hop === hop.id && `${each.purpose.scenario}/${each.purpose.step}` === path;
    const got = await watching?.mailbox.take(isHere, deadline, crew.clock, crew.signal);
    if (!got) break;
    progress.record(path, got.exchange);
    yield { type: 'exchanged', at: at(), exchange: got.exchange } satisfies RunEvent;
    passed.push(got.exchange);
    // Whoever could not be reached passes nothing on.
    if (/^(?:dns|refused|tls)$/.test(got.exchange.failure?.kind ?? '')) break;
  }
  return passed;
}

/** The message of a step and what was seen of it, for its judges. */
function wayOf(turn: Turn, hops: readonly Hop[], passed: readonly Exchange[]): Way {
  const { heardBy, linkOf } = watchingOf(turn);
  return { hops, passed, caseOf: turn.caseOf, heardBy, rewrites: linkOf(turn.step.link ?? '').rewrites };
}

/** Nothing was seen at all: nobody spoke, or what we said did not get out. */
function unseen(turn: Turn, spoken: Exchange | undefined): readonly Finding[] {
  const { step, crew } = turn;
  const [first] = watchingOf(turn).hopsOf(step.link ?? '');
  if (!first) return [];
  if (spoken) return [{ ...notSeen(first, step.service), oorzaak: 'harnas' }];
  return [{ ...notReceived(step.service, crew.signal?.aborted === true), hop: first.id, partij: first.from }];
}

/** The hop that it did not get to, unless somebody could not be reached: that was told already. */
function missing({ step, crew }: Turn, hops: readonly Hop[], passed: readonly Exchange[]): readonly Finding[] {
  const next = hops[passed.length];
  const last = passed.at(-1);
  if (!next || (last?.failure && last.failure.kind !== 'timeout')) return [];
  return [crew.signal?.aborted ? notSeen(next, step.service) : notPassedOn(next, step.service)];
}

/** About the system at the end of the link. */
function ofParty(findings: readonly Finding[], turn: Turn): readonly Finding[] {
  const hop = watchingOf(turn)
    .hopsOf(turn.step.link ?? '')
    .at(-1);
  return hop ? findings.map((each) => ({ ...each, hop: hop.id, partij: hop.to })) : findings;
}

/** What an actor that we play does wrong counts against nobody's product. */
function ours(findings: readonly Finding[], turn: Turn): readonly Finding[] {
  const { isReal } = watchingOf(turn);
  return findings.map((each) =>
    each.oorzaak === 'product' && each.partij !== undefined && !isReal(each.partij) ? { ...each, oorzaak: 'harnas' } : each,
  );
}

function watchingOf({ crew }: Pick<Turn, 'crew'>): Watching {
  if (crew.watching) return crew.watching;
  throw new HarnessError('INTERNAL', 'the plan is of a chain, and nobody watches');
}

function seenIn(progress: Turn['progress']): Map<string, Seen> {
  const known = SEEN.get(progress) ?? new Map<string, Seen>();
  SEEN.set(progress, known);
  return known;
}
