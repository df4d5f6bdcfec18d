/**
 * How far a run is: what was said, what is known, what has been established, and what follows from what.
 */
import type { Exchange } from './exchange.js';
import { type PlannedScenario, stepPath } from './plan.js';
import type { Step } from './scenario.js';

export class Progress {
  readonly exchanges: Exchange[] = [];
  readonly established = new Set<string>();
  readonly disproved = new Set<string>();
  readonly #values: Record<string, string>;
  readonly #own = new Map<string, Exchange>();
  readonly #evidence = new Map<string, string[]>();
  readonly #causes = new Map<string, string>();
  /** Which step had to give a variable its value. */
  readonly #givers = new Map<string, string>();

  /** Ids of scenarios that were not chosen. */
  readonly #leftOut: ReadonlySet<string>;

  constructor(values: Readonly<Record<string, string>>, planned: readonly PlannedScenario[] = []) {
    this.#values = { ...values };
    this.#leftOut = new Set(planned.filter(({ skipped }) => skipped).map(({ scenario }) => scenario.id));
    for (const { scenario } of planned) {
      for (const step of scenario.steps) {
        for (const { variable } of step.capture) this.#givers.set(variable, stepPath(scenario, step));
      }
    }
  }

  get values(): Readonly<Record<string, string>> {
    return this.#values;
  }

  set(name: string, value: string): void {
    this.#values[name] = value;
  }

  /** A text for a person: what has no value yet keeps its name. */
  fill(text: string): string {
    return text.replaceAll(/\{\{\s*([^{}\s]+)\s*\}\}/g, (all, name: string) => this.#values[name] ?? all);
  }

  record(path: string, exchange: Exchange): void {
    this.exchanges.push(exchange);
    if (exchange.purpose.kind === 'step') this.#own.set(path, exchange);
    this.isEvidence(path, exchange);
  }

  isEvidence(path: string, { id }: Exchange): void {
    this.#evidence.set(path, [...(this.#evidence.get(path) ?? []), id]);
  }

  evidenceOf(path: string): readonly string[] {
    return this.#evidence.get(path) ?? [];
  }

  exchangeOf(path: string): Exchange | undefined {
    return this.#own.get(path);
  }

  /** What this step had to bring about is there. */
  establish(path: string): void {
    this.established.add(path);
  }

  /** What this step had to bring about is not there, whatever was confirmed. */
  disprove(path: string): void {
    this.disproved.add(path);
  }

  /** A person saw that what this step brought about is not as it should be. */
  retract(path: string): void {
    this.established.delete(path);
  }

  follows(path: string, from: string): void {
    this.#causes.set(path, from);
  }

  /** The step that all began with. */
  rootOf(path: string): string {
    const cause = this.#causes.get(path);
    return cause === undefined || cause === path ? path : this.rootOf(cause);
  }

  /** Whether a step is of a scenario that was not chosen. */
  isLeftOut(path: string): boolean {
    return this.#leftOut.has(path.slice(0, path.lastIndexOf('/')));
  }

  /**
   * The step that keeps this one from being taken, or undefined.
   * @param needed - names of the variables that its messages need
   */
  blockedBy(step: Step, needed: readonly string[]): string | undefined {
    const unmet = step.requires.find((path) => !this.established.has(path));
    if (unmet) return this.rootOf(unmet);
    const giver = needed.filter((name) => this.#values[name] === undefined).flatMap((name) => this.#givers.get(name) ?? [])[0];
    return giver && this.rootOf(giver);
  }
}
