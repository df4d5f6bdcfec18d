/**
 * What the registry remembers: entities by key, what was issued, whom it answered, and what still waits.
 * Changes within a transaction are undone when it is refused.
 */
import type { XmlElement } from '../../../model/xml-element.js';
import type { KeptStore } from '../../family.js';
import type { Ledger, Place } from '../../ledger.js';
import { isRelation, targetOf } from './elements.js';
import { Holdings } from './holdings.js';
import type { Knowledge } from './knowledge.js';
import { MessageLog, type SavedEntry } from './message-log.js';
import { NumberIndex } from './number-index.js';
import type { Occurrence, Pending } from './occurrence.js';
import { targetKeys } from './references.js';
import { copyTo, type StoreParts, settle, takeLine } from './store-ledger.js';
import { Tallies } from './tallies.js';

/** The store as JSON. */
export interface SavedStore {
  readonly format: 1;
  readonly occurrences: readonly Occurrence[];
  readonly counters: Readonly<Record<string, number>>;
  readonly issued: readonly string[];
  readonly pending: readonly Pending[];
  readonly log: readonly SavedEntry[];
}

export class Store implements KeptStore {
  readonly log: MessageLog;
  private readonly tallies = new Tallies();
  private readonly holdings: Holdings;
  private readonly byType = new NumberIndex();
  private readonly byKey = new NumberIndex();
  private readonly byTarget = new NumberIndex();
  private undo: (() => void)[] = [];

  /** @param ledger - where it writes what it takes over; without one it holds everything in memory */
  constructor(
    private readonly knowledge: Knowledge,
    private ledger?: Ledger,
  ) {
    this.log = new MessageLog(ledger);
    this.holdings = new Holdings(ledger);
    for (const line of ledger?.lines() ?? []) takeLine(this.parts, line, (number, now) => this.stands(number, now));
  }

  get pending(): readonly Pending[] {
    return this.tallies.pending;
  }

  set pending(pending: readonly Pending[]) {
    this.tallies.pending = pending;
  }

  /** Nothing was ever taken over. */
  get isEmpty(): boolean {
    return this.tallies.counters.size === 0;
  }

  /** Of what it wrote, what still counts. */
  get liveBytes(): number {
    return this.holdings.liveBytes;
  }

  /** Everything of one type, in the order in which it came; read as one goes along, for there may be very much. */
  *all(type: string): Iterable<Occurrence> {
    for (const number of [...this.byType.of(type)]) {
      const occurrence = this.holdings.get(number);
      if (occurrence) yield occurrence;
    }
  }

  /** The occurrences that an element may mean, by any of its keys; more than one when the keys disagree. */
  lookup(type: string, element: Pick<XmlElement, 'children'>): readonly Occurrence[] {
    const [key, ...others] = this.knowledge.keysOf(type, element);
    if (key === undefined) return [];
    if (others.length === 0) return this.pick(this.byKey.of(key));
    const found = new Set(this.byKey.of(key));
    for (const other of others) for (const number of this.byKey.of(other)) found.add(number);
    return this.pick(found);
  }

  /** Every occurrence, in the order in which they came. */
  everything(): readonly Occurrence[] {
    return this.pick(this.holdings.numbers());
  }

  get(number: number): Occurrence | undefined {
    return this.holdings.get(number);
  }

  /** The occurrences of a type that point at something with one of these keys, through this relation. */
  pointingAt(keys: readonly string[], type: string, relation: string): readonly Occurrence[] {
    const found = new Set<number>();
    for (const key of keys) for (const number of this.byTarget.of(`${type}|${relation}|${key}`)) found.add(number);
    return this.pick(found);
  }

  add(type: string, content: readonly XmlElement[]): Occurrence {
    const occurrence = { number: this.count('occurrence'), type, content };
    this.put(occurrence);
    return occurrence;
  }

  /** Adds it, or takes the place of the one with the same number. */
  put(occurrence: Occurrence): void {
    const before = this.holdings.get(occurrence.number);
    this.replace(occurrence.number, occurrence);
    this.undo.push(() => this.replace(occurrence.number, before));
  }

  remove(number: number): void {
    const before = this.holdings.get(number);
    this.replace(number, undefined);
    this.undo.push(() => this.replace(number, before));
  }

  /** The next number of a counter, from 1; never given twice, also not after a refusal. */
  count(counter: string): number {
    const next = (this.tallies.counters.get(counter) ?? 0) + 1;
    this.tallies.set(counter, next);
    return next;
  }

  /** Raises a counter to at least this, and strictly above what it was. */
  raise(counter: string, least: number): number {
    const next = Math.max(least, (this.tallies.counters.get(counter) ?? 0) + 1);
    this.tallies.set(counter, next);
    return next;
  }

  /** @returns false when this value was issued before */
  issue(kind: string, value: string): boolean {
    const name = `${kind}|${value}`;
    if (this.tallies.issued.has(name)) return false;
    this.tallies.issue(name);
    return true;
  }

  wasIssued(kind: string, value: string): boolean {
    return this.tallies.issued.has(`${kind}|${value}`);
  }

  /** Runs something that may end in a refusal; then nothing has happened. */
  transaction<T extends object>(work: () => T | undefined): T | undefined {
    this.undo = [];
    const refusal = work();
    if (refusal) for (const step of this.undo.reverse()) step();
    this.undo = [];
    return refusal;
  }

  /**
   * Writes what changed to the ledger, if there is one.
   * @throws {HarnessError} `OUTPUT_FAILED`
   */
  settle(): void {
    if (this.ledger) settle(this.parts, this.ledger);
  }

  copyTo(ledger: Ledger): () => void {
    const move = copyTo(this.parts, ledger);
    return () => {
      move();
      this.ledger = ledger;
    };
  }

  toJSON(): SavedStore {
    return { format: 1, occurrences: this.everything(), ...this.tallies.everything(), log: this.log.toJSON() };
  }

  /** Takes over what was saved. */
  restore(saved: SavedStore): void {
    for (const occurrence of saved.occurrences) this.replace(occurrence.number, occurrence);
    this.tallies.take(saved);
    this.log.restore(saved.log);
  }

  private get parts(): StoreParts {
    return { tallies: this.tallies, log: this.log, holdings: this.holdings };
  }

  private stands(number: number, now?: { readonly occurrence: Occurrence; readonly place: Place }): void {
    const before = this.holdings.get(number);
    if (before) this.index(before, (index, key) => index.delete(key, number));
    if (now) {
      this.index(now.occurrence, (index, key) => index.add(key, number));
      this.holdings.stands(number, now.place);
    } else {
      this.holdings.drop(number);
    }
  }

  private pick(numbers: Iterable<number>): readonly Occurrence[] {
    const found: Occurrence[] = [];
    for (const number of numbers) {
      const occurrence = this.holdings.get(number);
      if (occurrence) found.push(occurrence);
    }
    return found;
  }

  private replace(number: number, occurrence: Occurrence | undefined): void {
    const before = this.holdings.get(number);
    if (before) this.index(before, (index, key) => index.delete(key, number));
    if (occurrence) this.index(occurrence, (index, key) => index.add(key, number));
    this.holdings.set(number, occurrence);
  }

  private index(of: Occurrence, each: (index: NumberIndex, key: string) => void): void {
    each(this.byType, of.type);
    for (const key of this.knowledge.keysOf(of.type, { children: of.content })) each(this.byKey, key);
    for (const relation of of.content.filter(isRelation)) {
      if (!this.knowledge.seenFromBothSides.has(`${of.type}|${relation.name}`) || !targetOf(relation)) continue;
      for (const key of targetKeys(this.knowledge, relation)) each(this.byTarget, `${of.type}|${relation.name}|${key}`);
    }
  }
}
