/**
 * What a counterpart can say wrongly on purpose, so that others learn how they cope. Each has a name; one that a real
 * system was seen to do says where and when.
 */
import type { Tekst } from '../model/finding.js';
import type { StandardDefinition } from '../model/standard-definition.js';

export interface FaultFacts {
  /** As on the command line, e.g. `wrong-crossref`. */
  readonly name: string;
  readonly text: Tekst;
  /** Absent for a fault that nobody in particular makes. */
  readonly bron?: FaultSource;
}

/** Where real systems were seen to do this. */
export interface FaultSource {
  readonly waar: string;
  /** The day it was reported or seen, e.g. `2021-09-24`. */
  readonly gezien: string;
}

/** A reply without how it travels. */
export interface Spoken {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

export interface SpokenFault<Heard> extends FaultFacts {
  /** The wrong reply, from the right one and the request. */
  readonly speak: (right: Spoken, heard: Heard, standard: StandardDefinition) => Spoken;
}
