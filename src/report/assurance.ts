/**
 * How sure a report is: computed from what could be established, never read from the report or its seal. Higher than A1
 * takes what cannot be shown yet: that somebody else recomputed it, or that an independent party ran it on a ticket.
 */
import type { Tekst } from '../model/finding.js';

export interface Assurance {
  readonly niveau: 'A0' | 'A1';
  readonly waarom: Tekst;
}

/** @param holds - nothing was found @param isTrusted - the seal was set with a key that the trust root knows */
export function assuranceOf(holds: boolean, isTrusted: boolean): Assurance {
  if (!holds) return { niveau: 'A0', waarom: TEXTS.broken };
  return isTrusted ? { niveau: 'A1', waarom: TEXTS.sealed } : { niveau: 'A0', waarom: TEXTS.unknown };
}

const TEXTS = {
  broken: {
    nl: 'het pakket houdt niet: niets ervan telt',
    en: 'the package does not hold: nothing of it counts',
  },
  unknown: {
    nl: 'wie het zegel zette is niet vastgesteld; iedereen kan een veranderd rapport opnieuw verzegelen. Noem met --trust de sleutel die u langs een andere weg kreeg',
    en: 'who set the seal is not established; anybody can seal a changed report again. Name with --trust the key that you got by another way',
  },
  sealed: {
    nl: 'verzegeld door de houder van een sleutel die u vertrouwt, en die voor de uitvoering instaat. Niet aangetoond: dat de berichten echt zijn, of dat een ander de uitkomst heeft nagerekend',
    en: 'sealed by the holder of a key that you trust, who vouches for how it was run. Not shown: that the messages are genuine, or that somebody else recomputed the result',
  },
} as const;
