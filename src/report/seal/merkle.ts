/**
 * The tree over the messages of a run: one digest that stands for all of them, from which each can be shown alone. A leaf and a
 * node are hashed differently, so that none can pass for the other, and what is left over on the right is never doubled.
 *
 * @see RFC 6962, section 2.1
 */
import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** @param entries - in order; the root of none is the digest of nothing */
export function rootOf(entries: readonly Uint8Array[]): Buffer {
  let level = entries.map((entry) => sha256(LEAF, entry));
  // Pairs from the left; the odd one goes up as it is. That is the tree of the RFC, which splits at the largest power of two.
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left !== undefined) next.push(right === undefined ? left : sha256(NODE, left, right));
    }
    level = next;
  }
  return level[0] ?? sha256();
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
