/**
 * Follows a message through a chain, from one hop to the next; and looks at what passed when nobody waited for it any more.
 */
import { passedAgain } from './judge/every-hop.js';
import type { Hop } from './model/chain.js';
import { wentOn } from './model/disturbance.js';
import type { Exchange } from './model/exchange.js';
import { stepPath } from './model/plan.js';
import type { RunEvent } from './model/run-event.js';
import { type Prompted, promptWith } from './run-listening.js';
import type { TakenTurn, Turn } from './run-receiving.js';
import { ours, seenIn, type Watching, watchingOf } from './run-watching.js';

/** A real system has to speak: somebody is told what to do in it, or it is made to. */
export async function* awaitSpeaker(
  turn: Turn,
  hops: readonly Hop[],
  isOnceMore: boolean,
): AsyncGenerator<RunEvent, Prompted, undefined> {
  const { scenario, step, progress, crew, at } = turn;
  const { mailbox, prompt, isOver } = watchingOf(turn);
  const path = stepPath(scenario, step);
  const isPast = isOver?.(path) ?? false;
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
  if (hops.length > 0 && !isPast) yield told;
  // What has to come once more, a system sends because of what it got.
  return promptWith(isPast || isOnceMore ? undefined : prompt, path, mailbox, turn);
}

/**
 * Takes the message from one hop after the other, as far as it gets; what we passed on twice is a copy.
 * @param prompted - how a real system was made to speak; absent when we spoke
 */
export async function* follow({ scenario, step, progress, crew, at }: Turn, hops: readonly Hop[], prompted?: Prompted) {
  const stop = AbortSignal.any([crew.signal, prompted?.failed].filter((each) => each !== undefined));
  const watching = crew.watching;
  const path = stepPath(scenario, step);
  const passed: Exchange[] = [];
  const copies: Exchange[] = [];
  for (const hop of hops) {
    // How long somebody waits for an answer that we keep from him is up to him.
    const isFirst = (passed.length === 0 && prompted !== undefined) || step.disturb !== undefined;
    const patience = isFirst ? watching?.waitMillis : watching?.passMillis;
    const deadline = crew.clock.now() + (watching?.isOver?.(path) ? 0 : (patience ?? 0));
    // Who is impatient sends the next while we still disturb the first.
    const isMeant = ({ disturbed, purpose }: Exchange) =>
      hop.id !== step.disturb?.hop || disturbed !== undefined || purpose.attempt === 1;
    const isHere = (each: Exchange) =>
      each.hop === hop.id && `${each.purpose.scenario}/${each.purpose.step}` === path && isMeant(each);
    const got = await watching?.mailbox.take(isHere, deadline, crew.clock, stop);
    if (!got) break;
    progress.record(path, got.exchange);
    yield { type: 'exchanged', at: at(), exchange: got.exchange } satisfies RunEvent;
    passed.push(got.exchange);
    const { disturbed } = got.exchange;
    const copy = disturbed?.how === 'twice' ? await watching?.mailbox.take(isHere, deadline, crew.clock, crew.signal) : undefined;
    if (copy) {
      progress.record(path, copy.exchange);
      yield { type: 'exchanged', at: at(), exchange: copy.exchange } satisfies RunEvent;
      copies.push(copy.exchange);
    }
    if (disturbed && !wentOn(disturbed)) break;
    // Whoever could not be reached passes nothing on.
    if (/^(?:dns|refused|tls)$/.test(got.exchange.failure?.kind ?? '')) break;
  }
  return { passed, copies };
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
