/** Sealed reports about invented products, as facts. */
import type { Gesprek, Getuigenis } from '../../../src/dossier/interop/usage.js';
import type { SealedFacts } from '../../../src/dossier/sealed-report.js';
import type { Keten, Koppeling, MatrixRij, Partij } from '../../../src/model/report-chain.js';
import { SEAL } from '../../../src/report/seal/seal-names.js';

export const STANDAARD = { naam: 'Bibliotheekkoppelvlak', versie: '1.0' } as const;

let made = 0;

/** Of who ran it, set right after. */
function seal(day: number): SealedFacts['ondertekenaars'][number] {
  const at = `2026-03-${String(day).padStart(2, '0')}T10:00:01.000Z`;
  return {
    zegel: SEAL,
    verzegeldOp: at,
    sleutel: 'd'.repeat(64),
    naam: 'Proefhuis',
    vertrouwd: true,
  } as unknown as SealedFacts['ondertekenaars'][number];
}

export interface About {
  readonly product?: string;
  readonly versie?: string;
  readonly rol?: string;
  readonly testset?: string;
  /** Day of the month. */
  readonly day?: number;
  readonly more?: Partial<SealedFacts>;
}

export function facts({
  product = 'Balie',
  versie = '1.4',
  rol = 'Rol',
  testset = 'set',
  day = 1,
  more,
}: About = {}): SealedFacts {
  made += 1;
  return {
    rapport: { nummer: `R${made}`, taal: 'nl' },
    standaard: { ...STANDAARD, rol },
    product: { pakketnaam: product, versie, eigenReferentie: false },
    leverancier: { naam: `${product} BV` },
    testset: { id: testset, versie: '1', digest: 'c'.repeat(64), bron: 'officieel', berichten: 'officieel', omvang: 'volledig' },
    harnas: { naam: 'ketentest', versie: '0.1.0' },
    schemabasis: { soort: 'officieel', naam: 'set', digest: '' },
    resultaat: { totaal: 'foutloos', tellingen: { scenarios: {}, stappen: {}, regels: {} } },
    uitvoering: {
      gestartOp: `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`,
      beeindigdOp: `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`,
      ...{ poging: 1, profiel: 'strict', modus: 'onvoorwaardelijk', seed: 1, kenmerk: 'k', einde: 'done', overschrijvingen: [] },
    },
    omgeving: { type: 'test' },
    uitvoerder: { organisatie: 'Proefhuis' },
    digest: made.toString(16).padStart(64, '0'),
    zekerheid: { niveau: 'A1', waarom: { nl: '', en: '' } } as unknown as SealedFacts['zekerheid'],
    ondertekenaars: [seal(day)],
    vertrouwd: true,
    weggelaten: [],
    diensten: [],
    gewijzigdeConstanten: [],
    metTicket: false,
    waargenomen: false,
    ...more,
  };
}

/** What somebody asked, and got a good answer to, unless told otherwise. */
export function asked(dienst: string, vraag: readonly string[] = ['boek', 'boek/titel'], more: Partial<Gesprek> = {}): Gesprek {
  const antwoord = { soort: 'bevestigd', berichttype: 'Bevestiging', paden: ['code'] } as const;
  return { id: '0001', stap: `s.${dienst}/1`, kant: 'vraagt', dienst, verdict: 'voldoet', vraag, antwoord, ...more };
}

export function answered(
  dienst: string,
  vraag: readonly string[] = ['boek', 'boek/titel'],
  more: Partial<Gesprek> = {},
): Gesprek {
  return asked(dienst, vraag, { id: '0101', kant: 'antwoordt', ...more });
}

export function refused(dienst: string, vraag: readonly string[], more: Partial<Gesprek> = {}): Gesprek {
  const antwoord = { soort: 'fout', foutcode: 'F055' } as const;
  return answered(dienst, vraag, { id: '0102', verdict: 'voldoet_niet', antwoord, ...more });
}

export function report(about: About, ...gesprekken: readonly Gesprek[]): Getuigenis {
  const feiten = facts(about);
  return { naam: `reports/${feiten.rapport.nummer}`, feiten, gesprekken };
}

export interface Played {
  readonly versies?: Partial<Record<'a' | 'bus' | 'z', string>>;
  readonly link?: Partial<Koppeling>;
  readonly keten?: Partial<Keten>;
  readonly row?: Partial<MatrixRij>;
  readonly about?: About;
  readonly echt?: Partial<Record<'a' | 'bus' | 'z', boolean>>;
}

/** A session in which Balie asked Magazijn over Doorgever. */
export function session({ versies = {}, link = {}, keten = {}, row = {}, about = {}, echt = {} }: Played = {}): Getuigenis {
  const actor = (id: 'a' | 'bus' | 'z', rol: Partij['rol'], pakketnaam: string): Partij => ({
    ...{ id, rol, naam: { nl: id, en: id }, component: 'Component', echt: echt[id] ?? true },
    product: { pakketnaam, versie: versies[id] ?? '1.4' },
  });
  const koppeling: Koppeling = { id: 'a-z', van: 'a', naar: 'z', via: ['bus'], verplicht: true, verdict: 'voldoet', ...link };
  const bericht = { stap: 1, berichttype: 'Vraag', bijA: ['0002'], bijB: ['0003'], overkomst: 'gelijk' } as const;
  const matrix = [
    { koppeling: 'a-z', scenario: 'k.1', verplicht: true, verdict: koppeling.verdict, berichten: [bericht], ...row },
  ];
  const partijen = [
    actor('a', 'vrager', 'Balie'),
    actor('bus', 'tussenstation', 'Doorgever'),
    actor('z', 'aanbieder', 'Magazijn'),
  ];
  const chain: Keten = { partijen, koppelingen: [koppeling], verdict: koppeling.verdict, matrix, ...keten };
  const { more, ...rest } = about;
  return report({ product: 'niet genoemd', testset: 'keten', ...rest, more: { keten: chain, ...more } });
}
