/**
 * What the registry remembers: entities by key, what was issued, whom it answered, and what still waits.
 * Changes within a transaction are undone when it is refused.
 */
import type { XmlElement } from '../../../model/xml-element.js';
import type { RegistryStore } from '../../family.js';
import { isRelation, targetOf } from './elements.js';
import type { Knowledge } from './knowledge.js';
import { MessageLog, type SavedEntry } from './message-log.js';
import type { Occurrence, Pending } from './occurrence.js';
import { targetKeys } from './references.js';

/** The store as JSON. */
export interface SavedStore {
  readonly format: 1;
  readonly occurrences: readonly Occurrence[];
  readonly counters: Readonly<Record<string, number>>;
  readonly issued: readonly string[];
  readonly pending: readonly Pending[];
  readonly log: readonly SavedEntry[];
}

export class Store implements RegistryStore {
  readonly log = new MessageLog();
  pending: readonly Pending[] = [];
  private readonly occurrences = new Map<number, Occurrence>();
  private readonly byType = new Map<string, Set<number>>();
  private readonly byKey = new Map<string, Set<number>>();
  private readonly byTarget = new Map<string, Set<number>>();
  private readonly counters = new Map<string, number>();
  private readonly issued = new Set<string>();
  private undo: (() => void)[] = [];

  constructor(private readonly knowledge: Knowledge) {}

  /** Everything of one type, in the order in which it came. */
  all(type: string): readonly Occurrence[] {
    return this.pick(this.byType.get(type));
  }

  /** The occurrences that an element may mean, by any of its keys; more than one when the keys disagree. */
  lookup(type: string, element: Pick<XmlElement, 'children'>): readonly Occurrence[] {
    const found = new Set<number>();
    for (const key of this.knowledge.keysOf(type, element)) for (const number of this.byKey.get(key) ?? []) found.add(number);
    return this.pick(found);
  }

  /** Every occurrence, in the order in which they came. */
  everything(): readonly Occurrence[] {
    return [...this.occurrences.values()];
  }

  get(number: number): Occurrence | undefined {
    return this.occurrences.get(number);
  }

  /** The occurrences of a type that point at something with one of these keys, through this relation. */
  pointingAt(keys: readonly string[], type: string, relation: string): readonly Occurrence[] {
    const found = new Set<number>();
    for (const key of keys) for (const number of this.byTarget.get(`${type}|${relation}|${key}`) ?? []) found.add(number);
    return this.pick(found);
  }

  add(type: string, content: readonly XmlElement[]): Occurrence {
    const occurrence = { number: this.count('occurrence'), type, content };
    this.put(occurrence);
    return occurrence;
  }

  /** Adds it, or takes the place of the one with the same number. */
  put(occurrence: Occurrence): void {
    const before = this.occurrences.get(occurrence.number);
    this.replace(occurrence.number, occurrence);
    this.undo.push(() => this.replace(occurrence.number, before));
  }

  remove(number: number): void {
    const before = this.occurrences.get(number);
    this.replace(number, undefined);
    this.undo.push(() => this.replace(number, before));
  }

  /** The next number of a counter, from 1; never given twice, also not after a refusal. */
  count(counter: string): number {
    const next = (this.counters.get(counter) ?? 0) + 1;
    this.counters.set(counter, next);
    return next;
  }

  /** Raises a counter to at least this, and strictly above what it was. */
  raise(counter: string, least: number): number {
    const next = Math.max(least, (this.counters.get(counter) ?? 0) + 1);
    this.counters.set(counter, next);
    return next;
  }

  /** @returns false when this value was issued before */
  issue(kind: string, value: string): boolean {
    const name = `${kind}|${value}`;
    if (this.issued.has(name)) return false;
    this.issued.add(name);
    return true;
  }

  wasIssued(kind: string, value: string): boolean {
    return this.issued.has(`${kind}|${value}`);
  }

  /** Runs something that may end in a refusal; then nothing has happened. */
  transaction<T extends object>(work: () => T | undefined): T | undefined {
    this.undo = [];
    const refusal = work();
    if (refusal) for (const step of this.undo.reverse()) step();
    this.undo = [];
    return refusal;
  }

  toJSON(): SavedStore {
    return {
      format: 1,
      occurrences: [...this.occurrences.values()],
      counters: Object.fromEntries(this.counters),
      issued: [...this.issued],
      pending: this.pending,
      log: this.log.toJSON(),
    };
  }

  /** Takes over what was saved. */
  restore(saved: SavedStore): void {
    for (const occurrence of saved.occurrences) this.replace(occurrence.number, occurrence);
    for (const [counter, value] of Object.entries(saved.counters)) this.counters.set(counter, value);
    for (const name of saved.issued) this.issued.add(name);
    this.pending = saved.pending;
    this.log.restore(saved.log);
  }

  private pick(numbers: Iterable<number> | undefined): readonly Occurrence[] {
    return [...(numbers ?? [])].flatMap((number) => this.occurrences.get(number) ?? []);
  }

  private replace(number: number, occurrence: Occurrence | undefined): void {
    const before = this.occurrences.get(number);
    if (before) this.index(before, (index, key) => index.get(key)?.delete(number));
    if (occurrence) {
      this.occurrences.set(number, occurrence);
      this.index(occurrence, (index, key) => (index.get(key) ?? index.set(key, new Set()).get(key))?.add(number));
    } else {
      this.occurrences.delete(number);
    }
  }

  private index(of: Occurrence, each: (index: Map<string, Set<number>>, key: string) => void): void {
    each(this.byType, of.type);
    for (const key of this.knowledge.keysOf(of.type, { children: of.content })) each(this.byKey, key);
    for (const relation of of.content.filter(isRelation)) {
      if (!this.knowledge.seenFromBothSides.has(`${of.type}|${relation.name}`) || !targetOf(relation)) continue;
      for (const key of targetKeys(this.knowledge, relation)) each(this.byTarget, `${of.type}|${relation.name}|${key}`);
    }
  }
}
