/** The references of our own that a played servicebus gives to the messages that it passes on. */
import { createHash } from 'node:crypto';

/** Names that are kept: so many messages can come between one and the same once more. */
const KEPT = 10_000;

export interface OwnNames {
  of(theirs: string, bytes: Uint8Array): string;
}

/**
 * A message has one name of ours, however often it comes: under another one nobody behind us would know it again. What comes
 * under a reference that was of another message is another message.
 */
export function createNames(fresh: () => string): OwnNames {
  const known = new Map<string, string>();
  return {
    of(theirs, bytes) {
      const key = `${theirs} ${createHash('sha256').update(bytes).digest('base64')}`;
      const name = known.get(key) ?? fresh();
      known.set(key, name);
      const [oldest] = known.keys();
      if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
      return name;
    },
  };
}
