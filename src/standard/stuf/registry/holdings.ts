/**
 * The entities of a store by number: in memory, or with a ledger on disk, and then only the latest ones in memory.
 */
import type { Ledger, Place } from '../../ledger.js';
import type { Occurrence } from './occurrence.js';
import { pack, unpack } from './packed.js';

/** So many entities that were read back stay in memory. */
const RECENT = 256;

export class Holdings {
  private readonly entries = new Map<number, Occurrence | Place>();
  private readonly recent = new Map<number, Occurrence>();
  /** Numbers of what changed and was not written yet. */
  private readonly changed = new Set<number>();
  /** Of what is on disk. */
  liveBytes = 0;

  constructor(private ledger: Ledger | undefined) {}

  get(number: number): Occurrence | undefined {
    const entry = this.entries.get(number);
    if (!entry || isOccurrence(entry)) return entry;
    const known = this.recent.get(number);
    if (known) return known;
    const read = unpack(this.read(entry));
    this.remember(read);
    return read;
  }

  set(number: number, occurrence: Occurrence | undefined): void {
    this.forget(number);
    if (occurrence) this.entries.set(number, occurrence);
    else this.entries.delete(number);
    if (this.ledger) this.changed.add(number);
  }

  /** It is gone from the ledger. */
  drop(number: number): void {
    this.forget(number);
    this.entries.delete(number);
  }

  /** In the order in which they came. */
  numbers(): readonly number[] {
    return [...this.entries.keys()].sort((one, other) => one - other);
  }

  /** What was changed, as texts, and what is gone. */
  changes(): { readonly held: ReadonlyMap<number, string>; readonly gone: readonly number[] } {
    const held = new Map<number, string>();
    const gone: number[] = [];
    for (const number of this.changed) {
      const entry = this.entries.get(number);
      if (!entry) gone.push(number);
      else if (isOccurrence(entry)) held.set(number, pack(entry));
    }
    return { held, gone };
  }

  /** The changes were written. */
  settled(places: ReadonlyMap<number, Place>): void {
    this.changed.clear();
    for (const [number, place] of places) {
      const entry = this.entries.get(number);
      const latest = entry && isOccurrence(entry) ? entry : this.recent.get(number);
      this.stands(number, place);
      if (latest) this.remember(latest);
    }
  }

  /** It stands in the ledger. */
  stands(number: number, place: Place): void {
    this.discount(number);
    this.recent.delete(number);
    this.entries.set(number, place);
    this.liveBytes += place.bytes;
  }

  /** As it is or would be written. */
  text(number: number): string {
    const entry = this.entries.get(number);
    if (!entry) return '';
    return isOccurrence(entry) ? pack(entry) : this.read(entry);
  }

  /** Everything stands in another ledger now. */
  moved(ledger: Ledger, places: ReadonlyMap<number, Place>): void {
    this.ledger = ledger;
    this.settled(places);
  }

  private forget(number: number): void {
    this.recent.delete(number);
    this.discount(number);
  }

  private discount(number: number): void {
    const entry = this.entries.get(number);
    if (entry && !isOccurrence(entry)) this.liveBytes -= entry.bytes;
  }

  private remember(occurrence: Occurrence): void {
    this.recent.set(occurrence.number, occurrence);
    if (this.recent.size <= RECENT) return;
    const [oldest] = this.recent.keys();
    if (oldest !== undefined) this.recent.delete(oldest);
  }

  private read({ at, bytes }: Place): string {
    return this.ledger?.read(at, bytes) ?? '';
  }
}

function isOccurrence(entry: Occurrence | Place): entry is Occurrence {
  return 'content' in entry;
}
