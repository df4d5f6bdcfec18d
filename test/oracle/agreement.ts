/**
 * How far our compact schema and the official one agree, message type by message type and mutation by mutation.
 */
import type { SchemaValidator } from '../../src/message/schema-validator.js';
import type { XmlElement } from '../../src/model/xml-element.js';
import { type Kind, mutantsOf } from './mutate.js';
import { writeMessage } from './write-message.js';

export interface Tally {
  readonly type: string;
  readonly kind: Kind | 'as it is';
  checked: number;
  /** Ours lets it through, the official one does not. */
  readonly falseValid: string[];
  /** Ours refuses it, the official one does not. */
  readonly falseInvalid: string[];
}

export interface Judges {
  readonly official: SchemaValidator;
  readonly compact: SchemaValidator;
}

export class Agreement {
  readonly #tallies = new Map<string, Tally>();

  constructor(readonly judges: Judges) {}

  /** Compares the verdicts on one message. @returns whether the official schema finds it good */
  compare(type: string, kind: Tally['kind'], message: XmlElement, note: string): boolean {
    const bytes = new TextEncoder().encode(writeMessage(message));
    const [official, compact] = [this.judges.official, this.judges.compact].map((each) => each.validate(bytes));
    const good = official?.decided === true && official.violations.length === 0;
    const ours = compact?.decided === true && compact.violations.length === 0;
    const tally = this.#tally(type, kind);
    tally.checked++;
    const told = (outcome: typeof official) =>
      (outcome?.decided ? (outcome.violations[0]?.message ?? '') : (outcome?.detail ?? '')).slice(0, 160);
    if (ours && !good) tally.falseValid.push(`${note}: ${told(official)}`);
    if (good && !ours) tally.falseInvalid.push(`${note}: ${told(compact)}`);
    return good;
  }

  /** Compares a good message and its mutants. */
  mutate(type: string, message: XmlElement, note: string, most: number, pick: (limit: number) => number): void {
    if (!this.compare(type, 'as it is', message, note)) return;
    const mutants = [...mutantsOf(message)];
    while (mutants.length > most) mutants.splice(pick(mutants.length), 1);
    for (const { kind, path, message: mutant } of mutants) this.compare(type, kind, mutant, `${note} ${kind} ${path}`);
  }

  tallies(): readonly Tally[] {
    return [...this.#tallies.values()];
  }

  /** Share of verdicts that are the same. */
  share(tallies: readonly Tally[] = this.tallies()): number {
    const all = tallies.reduce((sum, each) => sum + each.checked, 0);
    const wrong = tallies.reduce((sum, each) => sum + each.falseValid.length + each.falseInvalid.length, 0);
    return all === 0 ? 0 : 1 - wrong / all;
  }

  #tally(type: string, kind: Tally['kind']): Tally {
    const key = `${type} ${kind}`;
    const known = this.#tallies.get(key) ?? { type, kind, checked: 0, falseValid: [], falseInvalid: [] };
    this.#tallies.set(key, known);
    return known;
  }
}
