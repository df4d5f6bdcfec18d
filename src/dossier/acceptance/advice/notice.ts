/** Something that a dossier says about itself, and what it knows when it says it. */
import type { Tekst } from '../../../model/finding.js';
import type { ChainRow } from '../chain-rows.js';
import type { Deadline } from '../deadlines.js';
import type { GibitPlaats } from '../gibit.js';
import type { RequirementState } from '../requirements.js';
import type { ReuseState } from '../reuse.js';
import type { DossierInput } from '../view.js';

export interface Melding {
  readonly code: string;
  /** `strijdig`: what was decided and what is known do not agree. `let_op`: to be done or to be looked at. */
  readonly ernst: 'strijdig' | 'let_op' | 'uitleg';
  readonly tekst: Tekst;
  readonly gibit?: GibitPlaats;
}

/** What advice is given on. */
export interface Known extends DossierInput {
  readonly eisen: readonly RequirementState[];
  readonly hergebruik: readonly ReuseState[];
  readonly keten: readonly ChainRow[];
  readonly termijnen: readonly Deadline[];
}

/** One notice. */
export function advice(code: string, ernst: Melding['ernst'], tekst: Tekst, gibit?: GibitPlaats): Melding {
  return { code, ernst, tekst, ...(gibit && { gibit }) };
}

/** `G1, G2, G3, G4 en nog 3` */
export function listed(ids: readonly string[]): Tekst {
  const [first, rest] = [ids.slice(0, 4).join(', '), ids.length - 4];
  return rest > 0 ? { nl: `${first} en nog ${rest}`, en: `${first} and ${rest} more` } : { nl: first, en: first };
}
