/** Sites to look at and to test: an invented koppelvlak, some products in it, and every indication that there is. */
import { createHash } from 'node:crypto';
import {
  INDICATIES,
  type Indicatie,
  type Indication,
  type Indications,
  type Tupel,
} from '../../../src/dossier/indication/indication.js';
import type { SealedFacts } from '../../../src/dossier/sealed-report.js';
import { type KnownReport, NO_HISTORY, nextHistory } from '../../../src/dossier/site/history.js';
import type { PublishedReport, SiteInput } from '../../../src/dossier/site/published.js';
import type { CatalogueIds } from '../../../src/model/catalogue-ids.js';
import type { Report } from '../../../src/model/report.js';
import { chainSample } from '../../report/chain-samples.js';
import { FLAWLESS, RUN_FACTS, WITH_FAULTS } from '../../report/samples.js';

export const AT = '2026-06-01T12:00:00.000Z';

export const CATALOGUE: readonly CatalogueIds[] = [
  {
    standaard: { naam: 'Bibliotheekservices', versie: '1.0' },
    gemmaId: { standaard: '11111111-aaaa-4bbb-8ccc-000000000001', versie: '11111111-aaaa-4bbb-8ccc-000000000002' },
    elementId: 'id-9f9f9f9f',
    componenten: { Catalogus: 'Catalogusregistratiecomponent' },
  },
];

const text = (nl: string, en: string) => ({ nl, en });

export function tupel(
  of: { product?: string; versie?: string; leverancier?: string; rol?: string; standaard?: string } = {},
): Tupel {
  return {
    product: { pakketnaam: of.product ?? 'Boekenplank', versie: of.versie ?? '4.2.1' },
    leverancier: { naam: of.leverancier ?? 'Voorbeeld Software B.V.' },
    standaard: { naam: 'Bibliotheekservices', versie: of.standaard ?? '1.0' },
    rol: of.rol ?? 'Catalogus',
  };
}

export function indication(indicatie: Indicatie, over: Tupel = tupel(), more: Partial<Indication> = {}): Indication {
  const rapport = digestFor(over);
  const hasReport = indicatie !== 'geen' && indicatie !== 'zelfverklaard';
  return {
    ...over,
    indicatie,
    zekerheid: hasReport ? 'A1' : 'A0',
    ...(hasReport && { omvang: 'volledig', rapport, datum: '2026-03-14T09:31:00.000Z' }),
    waarom: [
      {
        code: 'RUN_FOUTLOOS',
        tekst: text('Het nieuwste rapport dat telt is foutloos.', 'The newest report that counts is without faults.'),
      },
    ],
    watNodig: [
      {
        code: 'PLATFORM',
        tekst: text(
          'Een run op het officiële testplatform, en een vinkje van de leverancier.',
          'A run on the official test platform, and a tick of the supplier.',
        ),
      },
    ],
    voorwaarden: ([1, 2, 3, 4, 5] as const).map((nummer) => ({
      nummer,
      wat: text(`voorwaarde ${nummer} van de eigenaar van de standaard`, `condition ${nummer} of the owner of the standard`),
      voldaan: nummer === 2 ? 'N' : nummer === 5 ? 'onbekend' : 'J',
      waarom: [{ code: 'X', tekst: text('het rapport toont dat', 'the report shows that') }],
    })),
    alarmen:
      indicatie === 'betwist'
        ? [
            {
              code: 'BETWIST',
              tekst: text(
                'Gemeente Verzonnendam verwerpt dit rapport na narekenen.',
                'Gemeente Verzonnendam rejects this report after recomputing it.',
              ),
            },
          ]
        : [],
    opmerkingen: [],
    rapporten: hasReport ? [seen(over, rapport, indicatie)] : [],
    pogingen: { rapporten: hasReport ? 1 : 0, hoogste: hasReport ? 2 : 0, metTicket: 0 },
    geldigVoor: text(
      `Geldt alleen voor versie ${over.product.versie} van ${over.product.pakketnaam}.`,
      `Holds only for version ${over.product.versie} of ${over.product.pakketnaam}.`,
    ),
    ...more,
  };
}

function seen(over: Tupel, digest: string, indicatie: Indicatie): Indication['rapporten'][number] {
  return {
    digest,
    naam: `rapport/${digest}/pakket`,
    nummer: '20260314-0001',
    resultaat: indicatie === 'getest_met_fouten' ? 'met_fouten' : 'foutloos',
    datum: '2026-03-14T09:31:00.000Z',
    zekerheid: 'A1',
    omvang: 'volledig',
    testset: { id: `Bieb ${over.standaard.versie} ${over.rol}`, versie: '1.0 (1.1)', digest: 'd'.repeat(64) },
    telt: true,
    waaromNiet: [],
  };
}

/** Another one for everything that is another thing. */
export function digestFor(over: Tupel): string {
  return createHash('sha256').update(JSON.stringify(over)).digest('hex');
}

/** @param report - what it says; that of a run without faults by default */
export function sealedFacts(over: Tupel, report: Report = FLAWLESS().report, more: Partial<SealedFacts> = {}): SealedFacts {
  const { scenarios: _, achtergelaten: _left, bronnen: _sources, ...said } = report;
  return {
    ...said,
    product: { ...over.product, eigenReferentie: false },
    leverancier: over.leverancier,
    standaard: { ...over.standaard, rol: over.rol },
    digest: digestFor(over),
    zekerheid: { niveau: 'A1', waarom: text('verzegeld', 'sealed') },
    ondertekenaars: [
      {
        zegel: 'rapport.sigstore.json',
        sleutel: 'a'.repeat(64),
        algoritme: 'ecdsa-p256-sha256',
        naam: 'Voorbeeld Software B.V.',
        wie: 'leverancier',
        vertrouwd: true,
        verzegeldOp: '2026-03-14T10:00:00.000Z',
      },
    ],
    vertrouwd: true,
    waargenomen: false,
    ...more,
  } as SealedFacts;
}

export function published(feiten: SealedFacts): PublishedReport {
  const naam = `rapport/${feiten.digest}/pakket`;
  const names = [
    'bewijs/0001-antwoord.xml',
    'bewijs/0001-vraag.xml',
    'bewijs/manifest.json',
    'controleer.html',
    'junit.xml',
    'rapport.html',
    'rapport.json',
    'rapport.sigstore.json',
  ];
  return { naam, digest: feiten.digest, feiten, bestanden: names.map((each) => ({ naam: each, grootte: 1000 })), bezwaren: [] };
}

/** A site with these indications, and a report for each that rests on one. */
export function siteOf(indicaties: readonly Indication[], more: Partial<SiteInput> = {}): SiteInput {
  const reports = indicaties.flatMap((of) =>
    of.rapport === undefined
      ? []
      : [published(sealedFacts(tupelIn(of), of.indicatie === 'getest_met_fouten' ? WITH_FAULTS().report : undefined))],
  );
  const indications: Indications = {
    peildatum: AT,
    vertrouwen: 'genoemd',
    indicaties,
    producten: indicaties.map(({ rol, ...of }) => ({
      product: of.product,
      leverancier: of.leverancier,
      standaard: of.standaard,
      indicatie: of.indicatie,
      zekerheid: of.zekerheid,
      rollen: [{ rol, indicatie: of.indicatie }],
    })),
    teltNiet: [],
  };
  return {
    indications,
    reports,
    catalogue: CATALOGUE,
    history: nextHistory(NO_HISTORY, indications, reports.flatMap(knownIn)),
    harness: { naam: 'ketentest', versie: RUN_FACTS.harnas.versie },
    language: 'nl',
    ...more,
  };
}

export function knownIn({ feiten, digest }: PublishedReport): readonly KnownReport[] {
  if (!feiten) return [];
  const { rapport, product, leverancier, standaard } = feiten;
  const { pakketnaam, versie } = product;
  return [
    {
      digest,
      nummer: rapport.nummer,
      product: { pakketnaam, versie },
      leverancier,
      standaard: { naam: standaard.naam, versie: standaard.versie },
      rol: standaard.rol,
    },
  ];
}

function tupelIn({ product, leverancier, standaard, rol }: Tupel): Tupel {
  return { product, leverancier, standaard, rol };
}

/** Every indication that there is, over some products of several suppliers. */
export const MANY = (): readonly Indication[] => [
  ...INDICATIES.map((each, index) =>
    indication(
      each,
      tupel({
        product: `Product ${String.fromCharCode(65 + index)}`,
        versie: `${index + 1}.0`,
        leverancier: index % 2 ? 'Ander Bedrijf N.V.' : 'Voorbeeld Software B.V.',
      }),
    ),
  ),
  indication('getest_foutloos', tupel({ versie: '4.10.0' })),
  indication('verlopen', tupel({ versie: '4.9.2' })),
  indication('getest_met_fouten', tupel({ versie: '4.2.1' })),
  indication('getest_foutloos', tupel({ versie: '4.10.0', rol: 'Lener' })),
  indication('getest_met_fouten', tupel({ versie: '4.10.0', standaard: '1.1' })),
];

/** A report of a chain. */
export const CHAIN = () => chainSample().report;
