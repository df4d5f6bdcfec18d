/**
 * The fields of the GEMMA Softwarecatalogus (its "voorzieningen" 2.0.0), each with what belongs in it and who may put it there.
 * Names are as it publishes them. Nothing is ever sent: whoever keeps the catalogue copies what they want.
 */
import type { Tekst } from '../../model/finding.js';
import type { FeedRecord } from './feed-record.js';

/** Who fills a field in: `wij` from the reports, the `leverancier` who decides, or `nooit` because the catalogue does so itself. */
export type FilledBy = 'wij' | 'leverancier' | 'nooit';

export interface ExportField {
  readonly veld: string;
  /** Absent when there is nothing to put there, or when it is not ours to say. */
  readonly waarde?: string;
  readonly wie: FilledBy;
  readonly uitleg: Tekst;
}

export const G3_PROFILE = 'gemma-softwarecatalogus/voorzieningen-2.0.0';

export const WHO_WORDS: Readonly<Record<FilledBy, Tekst>> = {
  wij: { nl: 'uit de rapporten', en: 'from the reports' },
  leverancier: { nl: 'de leverancier beslist', en: 'the supplier decides' },
  nooit: { nl: 'nooit invullen', en: 'never fill in' },
};

type ProfileOf = Omit<FeedRecord, 'export' | 'plaktekst'>;

export function g3Profile(of: ProfileOf): readonly ExportField[] {
  const { product, leverancier, standaard, bewijs } = of;
  return [
    field('compliancy.standaardversie', 'wij', TEXTS.element, standaard.elementId),
    field('compliancy.standaardGemma', 'wij', TEXTS.gemma, standaard.gemmaId),
    field('compliancy.module', 'leverancier', TEXTS.module, product.pakketnaam),
    field('compliancy.url', 'leverancier', TEXTS.url, bewijs.url),
    field('compliancy.bewijs', 'leverancier', TEXTS.proof),
    field('module.naam', 'leverancier', TEXTS.name, product.pakketnaam),
    field('module.aanbieder', 'leverancier', TEXTS.supplier, leverancier.naam),
    field('module.referentieComponenten', 'leverancier', TEXTS.component, of.referentiecomponent),
    field('module.standaarden', 'nooit', TEXTS.derived),
    field('module.standaardenGemma', 'nooit', TEXTS.derived),
    field('moduleVersie.module', 'leverancier', TEXTS.module, product.pakketnaam),
    field('moduleVersie.versie', 'leverancier', TEXTS.version, product.versie),
    field('moduleVersie.beschrijvingKort', 'leverancier', TEXTS.label, product.versieLabel),
    field('moduleVersie.status', 'leverancier', TEXTS.status),
    ...of.koppelingen.flatMap(({ koppeling, moduleA, moduleB }) => [
      field('koppeling.moduleA', 'leverancier', TEXTS.link(koppeling), moduleA.pakketnaam ?? moduleA.referentiecomponent),
      field('koppeling.moduleB', 'leverancier', TEXTS.link(koppeling), moduleB.pakketnaam ?? moduleB.referentiecomponent),
      field('koppeling.gegevensuitwisselingRichting', 'leverancier', TEXTS.link(koppeling), 'AnaarB'),
      field('koppeling.standaardversies', 'leverancier', TEXTS.link(koppeling), standaard.elementId),
    ]),
  ];
}

function field(veld: string, wie: FilledBy, uitleg: Tekst, waarde?: string | null): ExportField {
  return { veld, ...(waarde !== undefined && waarde !== null && { waarde }), wie, uitleg };
}

const TEXTS = {
  element: {
    nl: 'verwijst naar het element in de catalogus; volgt niet uit het Object ID. Leeg als het niet bekend is',
    en: 'refers to the element in the catalogue; does not follow from the Object ID. Empty when it is not known',
  },
  gemma: { nl: '"Object ID" van deze versie van de standaard', en: '"Object ID" of this version of the standaard' },
  module: {
    nl: 'het product, zonder versie; exact dezelfde naam, of niets',
    en: 'the product, without its version; exactly the same name, or nothing',
  },
  url: { nl: 'alle versies en rapporten op één adres', en: 'all versions and reports at one address' },
  proof: {
    nl: 'alleen PDF, JPEG, PNG, DOC of DOCX tot 10 MiB, label "testraport"; "ketentest report MAP --format pdf" maakt een PDF',
    en: 'only PDF, JPEG, PNG, DOC or DOCX up to 10 MiB, tagged "testraport"; "ketentest report DIR --format pdf" makes a PDF',
  },
  name: { nl: 'gelijk aan het rapport, of het is een ander product', en: 'equal to the report, or it is another product' },
  supplier: {
    nl: 'zoeken op KvK-nummer, anders de exacte naam; nooit aanmaken',
    en: 'look up by KvK number, else the exact name; never create',
  },
  component: { nl: 'voorstel, uit de rol die getest is', en: 'a suggestion, from the role that was tested' },
  derived: { nl: 'de catalogus leidt dit zelf af uit compliancy', en: 'the catalogue derives this itself from compliancy' },
  version: { nl: 'alleen als semver; anders leeg', en: 'only as semver; otherwise empty' },
  label: { nl: 'de versie zoals het product die zelf noemt', en: 'the version as the product calls it itself' },
  status: { nl: 'volgt niet uit een test', en: 'does not follow from a test' },
  link: (koppeling: string): Tekst => ({
    nl: `advies uit een ketentest, koppeling ${koppeling}`,
    en: `advice from a chain test, link ${koppeling}`,
  }),
} as const;
