/** Dossiers to look at: an invented contract, with reports of the invented koppelvlak of the report samples. */
import type { Velden, Wat, Wijziging } from '../../../src/dossier/acceptance/change.js';
import { foldChanges } from '../../../src/dossier/acceptance/fold.js';
import { nextChange } from '../../../src/dossier/acceptance/history.js';
import type { Evidence, Seen } from '../../../src/dossier/acceptance/kept-report.js';
import type { SeenSignature } from '../../../src/dossier/acceptance/signature.js';
import type { Besluit, Gebrek, KeptReport } from '../../../src/dossier/acceptance/state.js';
import { type DossierView, viewOf } from '../../../src/dossier/acceptance/view.js';
import type { Report } from '../../../src/model/report.js';

export const AT = '2026-11-22';

export const FIELDS: Velden = {
  'contract.opdrachtgever': 'Gemeente Verzonnendam',
  'contract.leverancier': 'Voorbeeld Software B.V.',
  'contract.overeenkomstnummer': '2026-114',
  'contract.gibit': '2023',
  'contract.ictKwaliteitsnormen': '2024-1',
  'product.pakketnaam': 'Boekenplank',
  'product.versie': '4.2.1',
  'plan.einddatumImplementatie': '2027-01-31',
  'plan.fataal': true,
  'betaling.eenmalig': '120000',
};

export interface DossierParts {
  readonly velden?: Velden;
  readonly wat?: readonly Wat[];
  /** In the order of `R1`, `R2`, …; all count, but for those in `broken`. */
  readonly reports?: readonly Report[];
  readonly broken?: readonly string[];
  readonly at?: string;
  readonly signatures?: readonly SeenSignature[];
}

export function dossierView({
  velden = FIELDS,
  wat = [],
  reports = [],
  broken = [],
  at = AT,
  signatures = [],
}: DossierParts = {}): DossierView {
  const kept = reports.map((report, index) => keptReport(report, `R${index + 1}`));
  const all: readonly Wat[] = [
    { soort: 'begonnen', velden },
    ...kept.map((rapport): Wat => ({ soort: 'rapport', rapport })),
    ...wat,
  ];
  const changes: Wijziging[] = [];
  for (const each of all) changes.push(nextChange(changes, { wie: 'jansen', op: '2026-11-22T12:00:00.000Z', wat: each }));
  const evidence: Evidence = new Map(
    kept.map(({ id }, index): [string, Seen] => [
      id,
      broken.includes(id)
        ? {
            geldt: false,
            reden: 'houdt_niet',
            bevindingen: [{ code: 'FILE_DIFFERS', bestand: 'rapport.json' }],
            vertrouwd: 'niet',
            zekerheid: 'A0',
          }
        : { geldt: true, bevindingen: [], vertrouwd: 'nu', zekerheid: 'A1', report: reports[index] as Report },
    ]),
  );
  return viewOf({ stand: foldChanges(changes), wijzigingen: changes, breuken: [], evidence, handtekeningen: signatures, at });
}

export function keptReport(report: Report, id: string): KeptReport {
  const { product, standaard, schemabasis, omgeving, testset, uitvoering, rapport, leverancier, resultaat } = report;
  const { id: suite, versie, digest, bron, berichten, omvang } = testset;
  return {
    ...{ id, map: `rapporten/${'a'.repeat(16)}`, nummer: rapport.nummer, digest: 'a'.repeat(64), zegel: 'b'.repeat(64) },
    ...{ product, standaard, schemabasis, omgeving, leverancier: leverancier.naam, suite: 'bieb-1.0/catalogus' },
    testset: { id: suite, versie, digest, bron, berichten, omvang },
    ...{
      totaal: resultaat.totaal,
      profiel: uitvoering.profiel,
      beeindigdOp: uitvoering.beeindigdOp,
      keten: report.keten !== undefined,
    },
    bijToevoegen: { oordeel: 'houdt', zekerheid: 'A1', sleutel: 'c'.repeat(64), naam: 'Voorbeeld Software B.V.' },
  };
}

export const gebrek = (more: Partial<Gebrek> = {}): Wat => ({
  soort: 'gebreken',
  gebreken: [
    {
      id: 'G1',
      omschrijving: 'zoeken geeft niets terug',
      toerekenbaarAan: 'leverancier',
      status: 'open',
      blokkeertProductie: true,
      ...more,
    },
  ],
});

export const besluit = (uitkomst: Besluit['uitkomst'], more: Partial<Besluit> = {}): Wat => ({
  soort: 'besluit',
  besluit: { uitkomst, datum: AT, door: 'hoofd I&A', omvang: 'integraal', ...more },
});

export const ronde = (nr: number): Wat => ({
  soort: 'ronde',
  ronde: { nr, datum: AT, omvang: 'alles', testers: ['functioneel beheer'] },
});

export const eis = (more: object = {}): Wat => ({
  soort: 'eisen',
  eisen: [{ id: 'E1', eis: 'Koppelt met de catalogus', verplicht: true, ...more }],
});

/** Codes of what a dossier says about itself, the loud ones first. */
export function codes(view: DossierView, ernst?: string): readonly string[] {
  return view.meldingen.filter((each) => ernst === undefined || each.ernst === ernst).map(({ code }) => code);
}
