/**
 * A store and its ledger: what changed goes there as one line, and the lines make the store again.
 */
import type { Ledger, LedgerLine, Place } from '../../ledger.js';
import type { Holdings } from './holdings.js';
import type { MessageLog } from './message-log.js';
import type { Occurrence } from './occurrence.js';
import { opened } from './packed.js';
import { placesIn, type StoreLine, writeLine } from './store-line.js';
import type { Tallies } from './tallies.js';

/** What a store consists of. */
export interface StoreParts {
  readonly tallies: Tallies;
  readonly log: MessageLog;
  readonly holdings: Holdings;
}

/** Entities in one line when everything is written at once. */
const TOGETHER = 100;

/**
 * Writes what changed since the last time, whole or not at all.
 * @throws {HarnessError} `OUTPUT_FAILED`; then it is written with the next change
 */
export function settle({ tallies, log, holdings }: StoreParts, ledger: Ledger): void {
  const entries = log.changes();
  const { held, gone } = holdings.changes();
  const changes = { ...tallies.changes(), ...(gone.length > 0 && { gone }) };
  if (entries.size === 0 && held.size === 0 && Object.keys(changes).length === 0) return;
  const line = writeLine(changes, [...entries.values()], [...held.values()]);
  const at = ledger.append(line.text);
  tallies.settled();
  log.settled(placed(entries.keys(), line.log, at));
  holdings.settled(placed(held.keys(), line.held, at));
}

/**
 * Takes over one line.
 * @param stands - an entity stands there; undefined for one that is gone
 */
export function takeLine(
  { tallies, log }: Pick<StoreParts, 'tallies' | 'log'>,
  line: LedgerLine,
  stands: (number: number, now?: { readonly occurrence: Occurrence; readonly place: Place }) => void,
): void {
  const said = JSON.parse(line.text) as StoreLine;
  const places = placesIn(line.bytes, ...said.sizes);
  tallies.take(said);
  tallies.settled();
  said.log.forEach(([key, digest], index) => {
    log.stands(key, digest, moved(places.log[index], line.at));
  });
  for (const number of said.gone ?? []) stands(number);
  said.held.forEach((packed, index) => {
    const occurrence = opened(packed);
    stands(occurrence.number, { occurrence, place: moved(places.held[index], line.at) });
  });
}

/**
 * Writes everything to another ledger.
 * @returns makes that the ledger of the store; until then nothing has changed
 */
export function copyTo({ tallies, log, holdings }: StoreParts, ledger: Ledger): () => void {
  const keys = log.keys();
  const first = writeLine(
    tallies.everything(),
    keys.map((key) => log.text(key)),
    [],
  );
  const logged = placed(keys, first.log, ledger.append(first.text));
  const held = new Map<number, Place>();
  const numbers = holdings.numbers();
  for (let from = 0; from < numbers.length; from += TOGETHER) {
    const some = numbers.slice(from, from + TOGETHER);
    const line = writeLine(
      {},
      [],
      some.map((number) => holdings.text(number)),
    );
    for (const [number, place] of placed(some, line.held, ledger.append(line.text))) held.set(number, place);
  }
  return () => {
    tallies.settled();
    log.moved(ledger, logged);
    holdings.moved(ledger, held);
  };
}

function placed<K>(keys: Iterable<K>, places: readonly Place[], at: number): ReadonlyMap<K, Place> {
  return new Map([...keys].map((key, index) => [key, moved(places[index], at)]));
}

function moved(place: Place | undefined, by: number): Place {
  return { at: (place?.at ?? 0) + by, bytes: place?.bytes ?? 0 };
}
