/** A dossier on a given day: what it holds, what still counts of it, and everything that follows from the two. */
import type { Indicatie } from '../indication/indication.js';
import { adviceOn } from './advice/advice.js';
import type { Melding } from './advice/notice.js';
import { type ChainRow, chainRows } from './chain-rows.js';
import type { Wijziging } from './change.js';
import { type Deadline, deadlinesOf } from './deadlines.js';
import type { Breuk } from './history.js';
import type { Evidence } from './kept-report.js';
import { type Payment, paymentOf } from './payment.js';
import { type RequirementState, requirementStates } from './requirements.js';
import { type ReuseState, reuseStates } from './reuse.js';
import type { SeenSignature } from './signature.js';
import type { Stand } from './state.js';

export interface DossierInput {
  readonly stand: Stand;
  readonly wijzigingen: readonly Wijziging[];
  readonly breuken: readonly Breuk[];
  readonly evidence: Evidence;
  readonly handtekeningen: readonly SeenSignature[];
  /** The day it is looked at. */
  readonly at: string;
  /** What a report amounts to for a catalogue, by its id; absent where nobody asked. */
  readonly indicaties?: ReadonlyMap<string, Indicatie>;
}

export interface DossierView extends DossierInput {
  readonly eisen: readonly RequirementState[];
  readonly hergebruik: readonly ReuseState[];
  readonly keten: readonly ChainRow[];
  readonly betaling: Payment;
  readonly termijnen: readonly Deadline[];
  readonly meldingen: readonly Melding[];
}

/** Same dossier, same evidence, same day: the same view. */
export function viewOf(input: DossierInput): DossierView {
  const { stand, evidence, at } = input;
  const known = {
    ...input,
    eisen: requirementStates(stand, evidence),
    hergebruik: reuseStates(stand, evidence),
    keten: chainRows(stand, evidence),
    termijnen: deadlinesOf(stand, at),
  };
  const meldingen = adviceOn(known);
  return { ...known, meldingen, betaling: paymentOf(stand, meldingen) };
}
