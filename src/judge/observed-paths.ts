/**
 * Which exchanges on several hops are one message on its way, and which are the same message once more. Nobody says so: it
 * follows from what they say, from their references and from when they passed.
 */
import type { WatchedHop } from '../model/watched.js';
import type { Sight } from './observed-message.js';

/** One message, from the first hop where it was seen to the last. */
export interface ObservedMessage {
  /** In the order in which it went; never empty. */
  readonly path: readonly Sight[];
  /** The same message once more on a hop, in the order in which it came. */
  readonly again: readonly Sight[];
}

/** @param sights - in the order in which they began */
export function messagesIn(sights: readonly Sight[], hops: readonly WatchedHop[]): readonly ObservedMessage[] {
  const firsts = new Map<string, Sight>();
  const repeats = new Map<Sight, Sight[]>();
  const own: Sight[] = [];
  for (const sight of sights) {
    const key = keyOf(sight);
    const first = key === undefined ? undefined : firsts.get(key);
    if (first) repeats.set(first, [...(repeats.get(first) ?? []), sight]);
    else own.push(sight);
    if (key !== undefined && !first) firsts.set(key, sight);
  }
  const onward = nextOf(own, hops);
  const followers = new Set(onward.values());
  return own
    .filter((sight) => !followers.has(sight))
    .map((first) => {
      const path = [first];
      for (let next = onward.get(first); next; next = onward.get(next)) path.push(next);
      return { path, again: path.flatMap((each) => repeats.get(each) ?? []) };
    });
}

/** The same sender, the same reference and the same words on the same hop. */
function keyOf({ exchange, identity, print }: Sight): string | undefined {
  return identity === undefined ? undefined : JSON.stringify([exchange.hop, identity, print]);
}

/** Where each message was seen next. What says the same counts before what only has the same name. */
function nextOf(sights: readonly Sight[], hops: readonly WatchedHop[]): ReadonlyMap<Sight, Sight> {
  const onward = new Map<Sight, Sight>();
  const isNext = new Map(hops.map(({ id, to }) => [id, new Set(hops.filter(({ from }) => from === to).map((each) => each.id))]));
  const taken = new Set<Sight>();
  for (const likeness of LIKENESSES) {
    const open = new Map<string, Sight[]>();
    for (const sight of sights) {
      const hop = sight.exchange.hop ?? '';
      const key = likeness(sight);
      const before = key === undefined || taken.has(sight) ? [] : (open.get(key) ?? []);
      const place = before.findIndex((each) => isNext.get(each.exchange.hop ?? '')?.has(hop) && wasThere(each, sight));
      const [earlier] = place < 0 ? [] : before.splice(place, 1);
      if (earlier) {
        onward.set(earlier, sight);
        taken.add(sight);
      }
      if (key !== undefined && !onward.has(sight)) open.set(key, [...(open.get(key) ?? []), sight]);
    }
  }
  return onward;
}

/** What makes two messages on neighbouring hops the same one, the surest first. */
const LIKENESSES: readonly ((sight: Sight) => string | undefined)[] = [
  ({ print }) => print,
  ({ printWithout }) => printWithout,
  ({ identity }) => identity,
  ({ service, references: [reference] }) => service && reference && JSON.stringify([service.id, reference]),
  ({ service, subjects: [subject] }) => service && subject && JSON.stringify([service.id, subject]),
];

/** Nothing is passed on before it came; what waits for its answer meanwhile is the likeliest. */
function wasThere({ exchange: earlier }: Sight, { exchange: later }: Sight): boolean {
  return earlier.startedAt <= later.startedAt;
}
