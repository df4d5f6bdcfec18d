/**
 * A clock that stands still until a test moves it.
 */
import type { Clock } from '../../src/model/clock.js';

interface Sleeper {
  readonly dueAt: number;
  readonly wake: () => void;
}

export class FakeClock implements Clock {
  #now: number;
  readonly #sleepers = new Set<Sleeper>();

  /** @param now - where it starts, in milliseconds since 1970 */
  constructor(now = Date.UTC(2026, 0, 5, 9)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** How many are asleep. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  sleep(millis: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = {
        dueAt: this.#now + millis,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal?.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', sleeper.wake, { once: true });
    });
  }

  /** Moves on, and wakes those whose time has come, earliest first. */
  advance(millis: number): void {
    this.#now += millis;
    const due = [...this.#sleepers].filter(({ dueAt }) => dueAt <= this.#now);
    for (const { wake } of due.toSorted((one, other) => one.dueAt - other.dueAt)) wake();
  }
}
