/**
 * What a run sees of a chain: who stands where, what passed on which hop, and whose doing it is.
 */
import type { Mailbox } from './actor/mailbox.js';
import { notOffered } from './judge/disturbed.js';
import { notPassedOn, notSeen } from './judge/every-hop.js';
import { notReceived } from './judge/every-received.js';
import { askedOurselves } from './judge/hop-view.js';
import type { ChainLink, Hop } from './model/chain.js';
import type { Exchange } from './model/exchange.js';
import type { Finding } from './model/finding.js';
import { HarnessError } from './model/harness-error.js';
import type { Stray } from './model/stray.js';
import type { Listening } from './run-listening.js';
import type { Turn } from './run-receiving.js';

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
  /** What comes once more for this step may pass: it was looked up what the first left behind. */
  release(path: string): void;
  strayOf(exchange: Exchange): Stray | undefined;
  /** How long the first message is waited for when a real system sends it, and how long it may take to be passed on. */
  readonly waitMillis: number;
  readonly passMillis: number;
  /** Whether a step was over in a run that goes on: what was not seen then is not waited for again. */
  readonly isOver?: (path: string) => boolean;
  /** Makes a real system that speaks first send; @returns why it could not. */
  readonly prompt?: Listening['prompt'];
}

/** What was seen of the message of a step, hop by hop, and whether it was right. */
export interface Seen {
  readonly passed: readonly Exchange[];
  /** The same message where we passed it on once more. */
  readonly copies?: readonly Exchange[];
  readonly isRight: boolean;
}

const SEEN = new WeakMap<Turn['progress'], Map<string, Seen>>();

/** Nothing was seen at all: nobody spoke, or what we said did not get out. */
export function unseen(turn: Turn, spoken: Exchange | undefined, complaint?: string): readonly Finding[] {
  const { step, crew } = turn;
  const [first] = watchingOf(turn).hopsOf(step.link ?? '');
  if (!first) return [];
  if (!spoken && step.again !== undefined && !crew.signal?.aborted) return [notOffered(first, step.service)];
  // Of what was cut off while we said it, nobody knows whether it got out.
  if (spoken?.failure?.kind === 'cancelled') return [notSeen(first, step.service)];
  if (spoken) return [{ ...notSeen(first, step.service), oorzaak: 'harnas' }];
  return [{ ...notReceived(step.service, crew.signal?.aborted === true, complaint), hop: first.id, partij: first.from }];
}

/** The hop that it did not get to, unless somebody could not be reached: that was told already. */
export function missing({ step, crew }: Turn, hops: readonly Hop[], passed: readonly Exchange[]): readonly Finding[] {
  const next = hops[passed.length];
  const last = passed.at(-1);
  if (!next || (last?.failure && last.failure.kind !== 'timeout')) return [];
  return [crew.signal?.aborted ? notSeen(next, step.service) : notPassedOn(next, step.service)];
}

/** About the system at the end of the link. */
export function ofParty(findings: readonly Finding[], turn: Turn): readonly Finding[] {
  const hop = watchingOf(turn)
    .hopsOf(turn.step.link ?? '')
    .at(-1);
  return hop ? findings.map((each) => ({ ...each, hop: hop.id, partij: hop.to })) : findings;
}

/** As the system at the end of the link sees it: what reached it, and what we asked it ourselves. */
export function asParty(turn: Turn): Turn {
  const { linkOf, heardBy } = watchingOf(turn);
  const heard = heardBy(linkOf(turn.step.link ?? '').to);
  return { ...turn, caseOf: (exchange) => askedOurselves(turn.caseOf(exchange), heard) };
}

/** What an actor that we play does wrong counts against nobody's product. */
export function ours(findings: readonly Finding[], turn: Turn): readonly Finding[] {
  const { isReal } = watchingOf(turn);
  return findings.map((each) =>
    each.oorzaak === 'product' && each.partij !== undefined && !isReal(each.partij) ? { ...each, oorzaak: 'harnas' } : each,
  );
}

export function watchingOf({ crew }: Pick<Turn, 'crew'>): Watching {
  if (crew.watching) return crew.watching;
  throw new HarnessError('INTERNAL', 'the plan is of a chain, and nobody watches');
}

export function seenIn(progress: Turn['progress']): Map<string, Seen> {
  const known = SEEN.get(progress) ?? new Map<string, Seen>();
  SEEN.set(progress, known);
  return known;
}
