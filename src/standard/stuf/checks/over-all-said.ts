/**
 * Works something out over all that was said, and goes on from there when more was said: every exchange looks back at all
 * before it, and a long conversation would be gone through once for each of them.
 */
import type { Conversation } from '../../family.js';

/** What was worked out, and over what. */
interface Reached<T> {
  readonly said: Conversation[];
  of: readonly Conversation[];
  value: T;
}

/**
 * @param start - before anything was said
 * @param after - with one more; may change what it got
 * @returns what holds after all of these; not to be kept
 */
export function overAllSaid<T>(start: () => T, after: (value: T, said: Conversation) => T): (all: readonly Conversation[]) => T {
  const known = new WeakMap<Conversation, Reached<T>>();
  return (all) => {
    const [first] = all;
    if (!first) return start();
    const before = known.get(first);
    const reached = before && isBegunBy(all, before) ? before : { said: [], of: all, value: start() };
    for (const each of all.slice(reached.said.length)) {
      reached.value = after(reached.value, each);
      reached.said.push(each);
    }
    reached.of = all;
    known.set(first, reached);
    return reached.value;
  };
}

function isBegunBy(all: readonly Conversation[], { said, of }: Reached<unknown>): boolean {
  if (of === all && said.length === all.length) return true;
  if (said.length > all.length) return false;
  for (let at = said.length - 1; at >= 0; at--) if (said[at] !== all[at]) return false;
  return true;
}
