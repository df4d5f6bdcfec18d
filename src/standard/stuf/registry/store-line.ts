/**
 * What one message changed in a store, as one line of its ledger. Its texts can be found again without reading the line.
 */
import type { Place } from '../../ledger.js';
import type { Pending } from './occurrence.js';

/** What changed, beside the texts. */
export interface Changes {
  readonly counters?: Readonly<Record<string, number>>;
  readonly issued?: readonly string[];
  readonly pending?: readonly Pending[];
  /** Numbers of entities. */
  readonly gone?: readonly number[];
}

/** What a line says. */
export interface StoreLine extends Changes {
  /** Lengths of the texts, in bytes: entries of the message log, and entities. */
  readonly sizes: readonly [log: readonly number[], held: readonly number[]];
  readonly log: readonly (readonly [key: string, digest: string, reply: unknown])[];
  readonly held: readonly unknown[];
}

export interface WrittenLine {
  readonly text: string;
  /** The places of the texts, counted from the beginning of the line. */
  readonly log: readonly Place[];
  readonly held: readonly Place[];
}

const BETWEEN = '],"held":[';
const AFTER = ']}';

export function writeLine(changes: Changes, log: readonly string[], held: readonly string[]): WrittenLine {
  const sizes = [log, held].map((texts) => texts.map((text) => Buffer.byteLength(text)));
  const head = JSON.stringify({ sizes, ...changes });
  const text = `${head.slice(0, -1)},"log":[${log.join(',')}${BETWEEN}${held.join(',')}${AFTER}`;
  return { text, ...placesIn(Buffer.byteLength(text), sizes[0] ?? [], sizes[1] ?? []) };
}

/** The texts stand at the end of a line. */
export function placesIn(bytes: number, log: readonly number[], held: readonly number[]): Omit<WrittenLine, 'text'> {
  const heldAt = bytes - AFTER.length - lengthOf(held);
  const logAt = heldAt - BETWEEN.length - lengthOf(log);
  return { log: places(logAt, log), held: places(heldAt, held) };
}

function lengthOf(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, Math.max(0, sizes.length - 1));
}

function places(from: number, sizes: readonly number[]): readonly Place[] {
  let at = from;
  return sizes.map((bytes) => {
    const place = { at, bytes };
    at += bytes + 1;
    return place;
  });
}
