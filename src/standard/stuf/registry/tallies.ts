/**
 * What a store counts, what it issued and what still waits; knows what of it was not written yet.
 */
import type { Pending } from './occurrence.js';
import { ownText } from './own-text.js';
import type { Changes } from './store-line.js';

export class Tallies {
  pending: readonly Pending[] = [];
  readonly counters = new Map<string, number>();
  readonly issued = new Set<string>();
  private readonly counted = new Set<string>();
  private fresh: string[] = [];
  private written: readonly Pending[] = this.pending;

  set(counter: string, value: number): void {
    this.counters.set(counter, value);
    this.counted.add(counter);
  }

  issue(name: string): void {
    this.issued.add(ownText(name));
    this.fresh.push(name);
  }

  /** What was not written yet. */
  changes(): Changes {
    const counters = Object.fromEntries([...this.counted].map((each) => [each, this.counters.get(each) ?? 0]));
    return {
      ...(this.counted.size > 0 && { counters }),
      ...(this.fresh.length > 0 && { issued: this.fresh }),
      ...(this.pending !== this.written && { pending: this.pending }),
    };
  }

  /** The changes were written. */
  settled(): void {
    this.counted.clear();
    this.fresh = [];
    this.written = this.pending;
  }

  everything(): Required<Pick<Changes, 'counters' | 'issued' | 'pending'>> {
    return { counters: Object.fromEntries(this.counters), issued: [...this.issued], pending: this.pending };
  }

  take({ counters = {}, issued = [], pending }: Changes): void {
    for (const [counter, value] of Object.entries(counters)) this.set(counter, value);
    for (const name of issued) this.issue(name);
    if (pending) this.pending = pending;
  }
}
