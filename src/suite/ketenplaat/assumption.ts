/** Something that a plan takes for granted, and what it rests on. */
import type { Tekst } from '../../model/finding.js';
import type { Placed, PlateElement } from './ketenplaat.js';

export interface Assumption {
  /** Its name in the plan. */
  readonly name: string;
  readonly zegt: Tekst;
  readonly waarom: Tekst;
  readonly feiten: readonly Fact[];
}

/** What the model does say, and where. */
export interface Fact extends Placed {
  readonly what: string;
}

/** More facts of one assumption are counted. */
export const TOLD = 12;

/** That there is such a thing. */
export function element({ id, line, type, name }: PlateElement): Fact {
  return { id, line, what: `${type}: ${name}` };
}
