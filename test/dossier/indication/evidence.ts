/** Evidence to compute indications from: reports and statements as they are after they were verified, of one product in one role. */
import { createHash } from 'node:crypto';
import type { Indication, Tupel } from '../../../src/dossier/indication/indication.js';
import { indicationsOf } from '../../../src/dossier/indication/indications-of.js';
import type { SealedFacts, SealedReport } from '../../../src/dossier/sealed-report.js';
import type { SignedStatement } from '../../../src/dossier/statement/signed-statement.js';
import type { Verklaring } from '../../../src/dossier/statement/verklaring.js';
import type { Totaal } from '../../../src/model/report.js';

export const SUPPLIER = 'Leverancier Plank';
export const TUPEL: Tupel = {
  product: { pakketnaam: 'Boekenplank', versie: '4.2.1' },
  leverancier: { naam: SUPPLIER },
  standaard: { naam: 'Bibliotheekservices', versie: '1.0' },
  rol: 'catalogus',
};

export const sha = (text: string) => createHash('sha256').update(text).digest('hex');
export const KEYS = {
  supplier: sha('key of the supplier'),
  tester: sha('key of the tester'),
  gemeente: sha('key of the gemeente'),
};

/** Day of March 2026, at noon. */
export const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T12:00:00.000Z`;
export const AT = Date.parse(day(28));

type Deep<T> = { readonly [K in keyof T]?: T[K] extends object ? Deep<T[K]> : T[K] };

/** A report of the whole official test set, sealed by the supplier, whose key is trusted. */
export function report(on: number, totaal: Totaal, more: Deep<SealedFacts> & { readonly naam?: string } = {}): SealedReport {
  const { naam = `rapport-${on}-${totaal}`, ...other } = more;
  const facts: SealedFacts = {
    ...{ product: { ...TUPEL.product, eigenReferentie: false }, leverancier: TUPEL.leverancier },
    standaard: { ...TUPEL.standaard, rol: TUPEL.rol },
    rapport: { nummer: naam, taal: 'nl' },
    testset: {
      id: 'bieb-1.0/catalogus',
      versie: '3',
      digest: sha('set 3'),
      bron: 'officieel',
      berichten: 'officieel',
      omvang: 'volledig',
    },
    harnas: { naam: 'ketentest', versie: '0.1.0' },
    schemabasis: { soort: 'officieel', naam: 'bieb', digest: sha('schemas') },
    resultaat: { totaal, tellingen: { scenarios: {}, stappen: {}, regels: {} } },
    uitvoering: {
      ...{ gestartOp: day(on), beeindigdOp: day(on), poging: 1, profiel: 'strict', modus: 'onvoorwaardelijk', seed: 1 },
      ...{ kenmerk: 'x', einde: 'done', overschrijvingen: [] },
    },
    omgeving: { type: 'test' },
    uitvoerder: { organisatie: SUPPLIER },
    digest: sha(naam),
    zekerheid: { niveau: 'A1', waarom: { nl: '', en: '' } },
    ondertekenaars: [
      {
        ...{ zegel: 'rapport.sigstore.json', sleutel: KEYS.supplier, algoritme: 'ecdsa-p256-sha256', naam: SUPPLIER },
        ...{ wie: 'leverancier', vertrouwd: true, verzegeldOp: day(on) },
      },
    ],
    ...{
      vertrouwd: true,
      waargenomen: false,
      weggelaten: [],
      diensten: ['vraagBoek'],
      gewijzigdeConstanten: [],
      metTicket: false,
    },
  };
  return { naam, bevindingen: [], feiten: merged(facts, other) };
}

function merged<T>(of: T, more: Deep<T>): T {
  const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = Object.entries(more).map(([name, value]) => {
    const own = (of as Readonly<Record<string, unknown>>)[name];
    return [name, isPlain(own) && isPlain(value) ? merged(own, value) : value] as const;
  });
  return { ...of, ...Object.fromEntries(entries) };
}

export const digestOf = ({ feiten }: SealedReport) => feiten?.digest ?? '';

type Who = 'supplier' | 'tester' | 'gemeente';
const PARTIES = {
  supplier: { partij: SUPPLIER, wie: 'leverancier' },
  tester: { partij: 'Bureau Toets', wie: 'onafhankelijk' },
  gemeente: { partij: 'Gemeente Dorp', wie: 'gemeente' },
} as const;

/** A statement of somebody whom the trust root knows. */
export function says(who: Who, on: number, verklaring: Verklaring, more: Partial<SignedStatement> = {}): SignedStatement {
  const naam = `${who}-${on}-${verklaring.soort}.verklaring.sigstore.json`;
  const text = JSON.stringify([naam, verklaring]);
  return { naam, digest: sha(text), verklaring, sleutel: KEYS[who], ...PARTIES[who], opgesteldOp: day(on), ...more };
}

export const declares = (on = 1) => says('supplier', on, { soort: 'steun', over: TUPEL });
export const ticks = (on: number, of?: SealedReport) =>
  says('supplier', on, { soort: 'vinkje', over: TUPEL, gezet: true, ...(of && { rapport: digestOf(of) }) });
export const INSTRUMENT = 'Toetsbank';
export const named = (
  instrument: string | undefined = INSTRUMENT,
  status: 'In gebruik' | 'Teruggetrokken' | 'Einde ondersteuning' = 'In gebruik',
  on = 1,
) =>
  says('tester', on, {
    ...{ soort: 'standaardstatus', standaard: TUPEL.standaard, status, sinds: day(on) },
    ...(instrument !== undefined && { instrument }),
  });
export const onPlatform = (on: number, uitkomst: Totaal = 'foutloos', omvang: 'volledig' | 'deels' = 'volledig') =>
  says('gemeente', on, {
    ...{ soort: 'platformrapport', over: TUPEL, instrument: INSTRUMENT, uitkomst, omvang },
    bestand: { naam: 'rapport.xml', sha256: sha('platform') },
  });
export const URL_OF = 'https://voorbeeld.example/rapport';
export const saw = (on: number, of: SealedReport, gezien: 'gelijk' | 'anders' | 'onbereikbaar' = 'gelijk', url = URL_OF) =>
  says('tester', on, { soort: 'publicatie', over: { rapport: digestOf(of) }, url, gezien, gezienOp: day(on) });
export const withdraws = (on: number, of?: SealedReport) =>
  says('supplier', on, { soort: 'intrekking', over: of ? { rapport: digestOf(of) } : TUPEL, reden: 'vergissing' });
export const disputes = (on: number, of: SealedReport) =>
  says('gemeente', on, { soort: 'betwisting', over: { rapport: digestOf(of) }, reden: 'nagerekend, anders' });
export const released = (on: number, versie: string) =>
  says('supplier', on, {
    soort: 'in_gebruik',
    over: { product: { pakketnaam: TUPEL.product.pakketnaam, versie }, leverancier: TUPEL.leverancier },
    sinds: day(on),
  });
export const revokes = (who: Who, on: number, sleutel: string) =>
  says(who, on, { soort: 'sleutel_ingetrokken', sleutel, sinds: day(on) });
export const replaced = (on: number, versie: string) =>
  says('tester', on, {
    soort: 'testset_vervangen',
    testset: { id: 'bieb-1.0/catalogus', versie, digest: sha(`set ${versie}`) },
    sinds: day(on),
  });

export function computed(reports: readonly SealedReport[], said: readonly SignedStatement[] = [], at = AT, isTrusting = true) {
  return indicationsOf(reports, said, { at, isTrusting });
}

/** What came out for the one that all evidence here is about. */
export function ours(
  reports: readonly SealedReport[],
  said: readonly SignedStatement[] = [],
  at = AT,
  isTrusting = true,
): Indication {
  const all = computed(reports, said, at, isTrusting).indicaties;
  const found = all.find(({ product, rol }) => product.versie === TUPEL.product.versie && rol === TUPEL.rol);
  if (!found) throw new Error(`nothing about ${TUPEL.product.versie}, of ${all.length}`);
  return found;
}

export const codes = (of: readonly { readonly code: string }[]) => of.map(({ code }) => code);
