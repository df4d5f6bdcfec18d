/** One session of a chain test: what it shows of every two products that a koppeling joined in it. */
import type { Keten, Koppeling, MatrixRij } from '../../model/report-chain.js';
import type { SealedFacts } from '../sealed-report.js';
import type { Bewijs, Grond, Paar, Stand } from './cell.js';
import { type Release, releaseOf } from './release.js';
import { TEXTS } from './session-texts.js';
import type { Getuigenis } from './usage.js';

/** What one koppeling came to in one session. */
export interface Samenspel extends Paar {
  /** Its id in the chain. */
  readonly koppeling: string;
  readonly stand: Stand;
  readonly grond: Grond;
  /** Who passed it on, in order; undefined for what we played, and for what nobody named. */
  readonly via: readonly (Release | undefined)[];
  /** Whose doing it is that it went wrong: one of the two, or who passed on. */
  readonly schuld?: 'paar' | 'via';
  readonly uit: Getuigenis;
}

/** Nothing of a report that is of no chain, or of a koppeling with an end that we played or that nobody named. */
export function played(uit: Getuigenis): readonly Samenspel[] {
  const { keten, standaard } = uit.feiten;
  return (keten?.koppelingen ?? []).flatMap((link) => {
    const who = (id: string) => keten?.partijen.find((each) => each.id === id);
    const release = (id: string) => {
      const found = who(id);
      return found && releaseOf(found);
    };
    const [vrager, aanbieder] = [release(link.van), release(link.naar)];
    if (!keten || !vrager || !aanbieder) return [];
    const pair = { vrager, aanbieder, standaard: { naam: standaard.naam, versie: standaard.versie } };
    return [{ ...pair, koppeling: link.id, via: link.via.map(release), uit, ...judged(uit, keten, link) }];
  });
}

function judged(uit: Getuigenis, keten: Keten, link: Koppeling): Pick<Samenspel, 'stand' | 'grond' | 'schuld'> {
  const { feiten } = uit;
  const bewijs = [proof(uit)];
  if (link.verdict === 'voldoet_niet' && link.oorzaak === 'product') return went(uit, keten, link);
  if (link.verdict !== 'voldoet') return { stand: 'onbekend', grond: TEXTS.undecided(link.id, link.verdict, bewijs) };
  const why = whyNotProven(feiten, keten);
  if (why) return { stand: 'voorspeld', grond: why(link.id, bewijs) };
  return { stand: 'bewezen', grond: TEXTS.proven(link.id, feiten, bewijs) };
}

/** Two that did well prove nothing when the session as a whole does not hold, or cannot be relied on. */
function whyNotProven({ vertrouwd, waargenomen, product }: SealedFacts, keten: Keten) {
  if (waargenomen) return TEXTS.watchedOnly;
  if (product.eigenReferentie) return TEXTS.ownReference;
  if (keten.verdict !== 'voldoet') return TEXTS.chainNot;
  return vertrouwd ? undefined : TEXTS.notTrusted;
}

function went(uit: Getuigenis, keten: Keten, link: Koppeling): Pick<Samenspel, 'stand' | 'grond' | 'schuld'> {
  const rows = (keten.matrix ?? []).filter(({ koppeling, verdict }) => koppeling === link.id && verdict === 'voldoet_niet');
  const first = keten.eersteAfwijking;
  const isHere = first !== undefined && rows.some((row) => holds(row, first.stap));
  const { stap, bericht, hop, partij } = isHere ? first : {};
  const blamed = isHere
    ? [{ ...proof(uit), ...(stap && { stap }), ...(bericht && { bericht }), ...(hop && { hop }), ...(partij && { partij }) }]
    : rows.flatMap((row) => passedWrongly(uit, row)).slice(0, 3);
  const via = partij !== undefined && link.via.includes(partij);
  return {
    stand: 'strijdig',
    grond: TEXTS.wrong(link.id, isHere ? first : undefined, blamed.length > 0 ? blamed : [proof(uit)]),
    schuld: via ? 'via' : 'paar',
  };
}

function holds({ scenario, berichten }: MatrixRij, step: string): boolean {
  return berichten.some(({ stap }) => `${scenario}/${stap}` === step);
}

/** What did not come over as it should. */
function passedWrongly(uit: Getuigenis, { scenario, berichten }: MatrixRij): readonly Bewijs[] {
  const wrong = berichten.filter(({ overkomst }) => !['gelijk', 'zelfde_inhoud', 'omgezet', 'verstoord'].includes(overkomst));
  return (wrong.length > 0 ? wrong : berichten.slice(0, 1)).map(({ stap, bijA, bijB }) => {
    const id = bijA[0] ?? bijB[0];
    return { ...proof(uit), stap: `${scenario}/${stap}`, ...(id !== undefined && { bericht: id }) };
  });
}

function proof({ feiten, naam }: Getuigenis): Bewijs {
  return { rapport: feiten.digest, naam };
}
