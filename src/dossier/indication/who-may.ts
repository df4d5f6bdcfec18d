/** Who may state what: by who they are in the trust root of whoever computes, never by what they call themselves. */
import type { Tekst } from '../../model/finding.js';
import type { PARTIES } from '../../report/seal/trust-root.js';
import type { SignedStatement } from '../statement/signed-statement.js';
import type { Soort } from '../statement/verklaring.js';
import { plain } from './same-tuple.js';

type Party = (typeof PARTIES)[number];

const NOT_THE_SUPPLIER: readonly Party[] = ['onafhankelijk', 'gemeente'];

/** A supplier speaks for its own products only; who has to be independent of it may not be it. */
export const MAY: Readonly<Record<Soort, readonly Party[]>> = {
  steun: ['leverancier'],
  intrekking: ['leverancier'],
  betwisting: NOT_THE_SUPPLIER,
  publicatie: NOT_THE_SUPPLIER,
  vinkje: ['leverancier', ...NOT_THE_SUPPLIER],
  platformrapport: NOT_THE_SUPPLIER,
  erkenning: ['onafhankelijk'],
  in_gebruik: ['leverancier', ...NOT_THE_SUPPLIER],
  testset_vervangen: NOT_THE_SUPPLIER,
  standaardstatus: NOT_THE_SUPPLIER,
  sleutel_ingetrokken: [],
  niet_vergelijkbaar: NOT_THE_SUPPLIER,
};

/** What is known of what a statement is about. */
export interface About {
  /** Whose product it is; absent when it is about no product. */
  readonly leverancier?: string;
  /** Of the report or the key it is about: whoever holds this key, or is called so, may take it back. */
  readonly sleutel?: string;
  readonly houder?: string;
}

export function mayState({ verklaring, sleutel, partij, wie, bezwaar }: SignedStatement, about: About): boolean {
  const isOwnKey = about.sleutel !== undefined && sleutel === about.sleutel;
  const isHolder = bezwaar === undefined && partij !== undefined && partij === about.houder;
  // Who holds a key can take back what it says, whether or not anybody knows who that is.
  const isTakenBack = verklaring.soort === 'intrekking' || verklaring.soort === 'sleutel_ingetrokken';
  if (isTakenBack && (isOwnKey || isHolder)) return true;
  if (bezwaar !== undefined || wie === undefined || !MAY[verklaring.soort].includes(wie)) return false;
  if (wie !== 'leverancier' || about.leverancier === undefined) return true;
  return partij !== undefined && plain(partij) === plain(about.leverancier);
}

/** Who may, for somebody who may not. */
export function whoMay(soort: Soort): Tekst {
  const held = { nl: 'wie de sleutel heeft', en: 'whoever holds the key' };
  const words = MAY[soort];
  if (words.length === 0) return held;
  const own = words.includes('leverancier');
  const nl = words.map((each) => (each === 'leverancier' ? 'de leverancier van dit product' : each)).join(', ');
  const en = words.map((each) => (each === 'leverancier' ? 'the supplier of this product' : each)).join(', ');
  return own && soort === 'intrekking' ? { nl: `${nl}, of ${held.nl}`, en: `${en}, or ${held.en}` } : { nl, en };
}
