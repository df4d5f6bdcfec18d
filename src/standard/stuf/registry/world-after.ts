/**
 * The world after what was sent. Every question about what was stored looks back at all that was sent before it, and most
 * of that is what the question before it looked back at: then the world goes on from there.
 */
import type { XmlElement } from '../../../model/xml-element.js';
import type { SentMessage } from '../../family.js';
import type { World } from './entity-source.js';
import type { Knowledge } from './knowledge.js';
import { Store } from './store.js';

/** Takes one message over in a world, and gives that world back. */
export type TakeOver = (world: World, each: SentMessage) => World;

interface Reached {
  readonly world: World;
  /** What the world took over, in order. */
  readonly taken: SentMessage[];
}

/** By what a world knows and the first message that it took over: it goes when they go, with their run. */
const REACHED = new WeakMap<Knowledge, WeakMap<XmlElement, Reached>>();

/**
 * @param sent - messages as they were opened: the same element is the same message
 * @returns a world that others get too: whoever looks at it leaves no trace in it
 */
export function worldAfter(knowledge: Knowledge, sent: readonly SentMessage[], takeOver: TakeOver): World {
  const [first] = sent;
  if (!first) return freshWorld(knowledge);
  const known = REACHED.get(knowledge) ?? new WeakMap<XmlElement, Reached>();
  REACHED.set(knowledge, known);
  const reached = known.get(first.message);
  const { world, taken } = reached && isBeginningOf(reached.taken, sent) ? reached : { world: freshWorld(knowledge), taken: [] };
  // Should one of them break, nobody goes on from what it left.
  known.delete(first.message);
  for (const each of sent.slice(taken.length)) {
    takeOver(world, each);
    taken.push(each);
  }
  known.set(first.message, { world, taken });
  return world;
}

/** A world that knows nothing yet, for one alone. */
export function freshWorld(knowledge: Knowledge): World {
  return { store: new Store(knowledge), knowledge };
}

function isBeginningOf(taken: readonly SentMessage[], sent: readonly SentMessage[]): boolean {
  return taken.every((each, index) => isSame(each, sent[index]));
}

function isSame(one: SentMessage, other: SentMessage | undefined): boolean {
  return one.message === other?.message && one.service === other.service && one.reply === other.reply;
}
