/**
 * How sure a report is: computed from what could be established, never read from the report or its seal. Who somebody is says the
 * trust root of whoever verifies; what they did say their own seals, and only those of keys that are trusted count.
 */
import type { Tekst } from '../../model/finding.js';

export const LEVELS = ['A0', 'A1', 'A1+', 'A2', 'A3'] as const;

export interface Assurance {
  readonly niveau: (typeof LEVELS)[number];
  readonly waarom: Tekst;
  /** What the level above would take; absent at the top, and when nothing counts. */
  readonly hoger?: Tekst;
}

/** What could be established. */
export interface AssuranceFacts {
  /** Nothing is wrong with the package. */
  readonly holds: boolean;
  /** The seal was set with a key that the trust root lets seal. */
  readonly isTrusted: boolean;
  /** Who ran it is not the supplier, as the trust root says. */
  readonly isIndependent: boolean;
  /** It was run on a ticket for this product, version and test set, of an issuer that is trusted. */
  readonly hasTicket: boolean;
  /** Somebody independent, and not who ran it, signed along that every verdict comes out the same. */
  readonly isRechecked: boolean;
  /** A gemeente ran it or signed along, and the report is of an environment for acceptance. */
  readonly isOwnEnvironment: boolean;
  /** Who was at the other end, and did not run it, signed along that it recorded the same messages. */
  readonly hasBothEnds: boolean;
}

export function assuranceOf(facts: AssuranceFacts): Assurance {
  const { holds, isTrusted, isIndependent, hasTicket, isRechecked, isOwnEnvironment, hasBothEnds } = facts;
  if (!holds) return { niveau: 'A0', waarom: TEXTS.broken };
  if (!isTrusted) return { niveau: 'A0', waarom: TEXTS.unknown };
  if (isIndependent && hasTicket) {
    return isOwnEnvironment && hasBothEnds
      ? { niveau: 'A3', waarom: TEXTS.bothEnds }
      : { niveau: 'A2', waarom: TEXTS.independent, hoger: TEXTS.toBothEnds };
  }
  const hoger = isIndependent ? TEXTS.toTicket : TEXTS.toIndependent;
  return isRechecked
    ? { niveau: 'A1+', waarom: TEXTS.rechecked, hoger }
    : { niveau: 'A1', waarom: TEXTS.sealed, hoger: TEXTS.toRechecked };
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
  rechecked: {
    nl: 'zoals A1, en een onafhankelijke partij heeft elk oordeel uit de opgenomen berichten nagerekend en daarvoor getekend. Niet aangetoond: dat de berichten echt zijn',
    en: 'as A1, and an independent party computed every verdict again from the recorded messages and signed for that. Not shown: that the messages are genuine',
  },
  independent: {
    nl: 'uitgevoerd en verzegeld door een onafhankelijke partij, met een geldig ticket voor dit product, deze versie en deze testset',
    en: 'run and sealed by an independent party, on a valid ticket for this product, this version and this test set',
  },
  bothEnds: {
    nl: 'zoals A2, in een acceptatieomgeving van de gemeente, en de andere kant tekende dat zij dezelfde berichten opnam',
    en: 'as A2, in an environment for acceptance of the gemeente, and the other end signed that it recorded the same messages',
  },
  toRechecked: {
    nl: 'voor A1+ tekent iemand die in uw vertrouwenslijst onafhankelijk of gemeente heet mee met "ketentest seal MAP --key … --recheck"',
    en: 'for A1+ somebody whom your trust root calls onafhankelijk or gemeente signs along with "ketentest seal DIR --key … --recheck"',
  },
  toIndependent: {
    nl: 'voor A2 voert iemand die in uw vertrouwenslijst onafhankelijk of gemeente heet de run uit, met een ticket',
    en: 'for A2 somebody whom your trust root calls onafhankelijk or gemeente makes the run, on a ticket',
  },
  toTicket: {
    nl: 'voor A2 ontbreekt een ticket van een uitgever die u vertrouwt',
    en: 'for A2 a ticket of an issuer that you trust is missing',
  },
  toBothEnds: {
    nl: 'voor A3 is de omgeving een acceptatieomgeving van de gemeente, en tekent de andere kant dat zij dezelfde berichten opnam',
    en: 'for A3 the environment is one for acceptance of the gemeente, and the other end signs that it recorded the same messages',
  },
} as const;
