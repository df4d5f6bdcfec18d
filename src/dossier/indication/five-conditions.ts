/**
 * The five conditions that the owner of a standard sets before somebody may call a product compliant, as a total function: every
 * combination has one outcome.
 *
 * @see docs/indication.md, "The five conditions"
 */
import type { Indicatie } from './indication.js';

export interface FiveConditions {
  /** Whether there is a report that decides anything. */
  readonly hasReport: boolean;
  /** 1: tested as the test set says, and all of it. */
  readonly isTestedInFull: boolean;
  /** 2: on the official instrument. */
  readonly isOnInstrument: boolean;
  /** 3: without faults. */
  readonly isFlawless: boolean;
  /** 4: the report is public, and is the one that was sealed. */
  readonly isPublic: boolean;
  /** 5: the catalogue shows that report, and the supplier ticked. */
  readonly isInCatalogue: boolean;
  /** Whether the supplier ticked, whatever the catalogue shows as proof. */
  readonly isTicked: boolean;
}

export interface Outcome {
  readonly indicatie: Indicatie;
  /** The supplier ticked what this does not bear out. */
  readonly isTickedWrongly: boolean;
}

export function outcomeOf(conditions: FiveConditions): Outcome {
  const indicatie = withoutAlarm(conditions);
  const isTicked = conditions.isTicked || conditions.isInCatalogue;
  return { indicatie, isTickedWrongly: isTicked && indicatie !== 'compliant' };
}

function withoutAlarm(of: FiveConditions): Indicatie {
  if (!of.hasReport) return of.isTicked || of.isInCatalogue ? 'zelfverklaard' : 'geen';
  if (!of.isFlawless) return 'getest_met_fouten';
  if (!of.isTestedInFull || !of.isPublic) return 'getest_foutloos';
  return of.isOnInstrument && of.isInCatalogue ? 'compliant' : 'gepubliceerd_foutloos';
}
