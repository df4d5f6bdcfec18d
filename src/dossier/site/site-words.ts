/** What states mean in one sentence, and how they look on a page; what they are called says the indication itself. Beside a colour always a sign. */
import type { Tekst } from '../../model/finding.js';
import type { Assurance } from '../../report/seal/assurance.js';
import type { Indicatie } from '../indication/indication.js';

export interface StateWords {
  readonly betekent: Tekst;
  readonly teken: string;
  readonly toon: 'goed' | 'getest' | 'fout' | 'let-op' | 'stil';
}

export const STATES: Readonly<Record<Indicatie, StateWords>> = {
  compliant: {
    betekent: {
      nl: 'Foutloos op het officiële instrument, openbaar, en door de leverancier in de catalogus gemeld.',
      en: 'Without faults on the official instrument, public, and reported in the catalogue by the supplier.',
    },
    teken: '✓',
    toon: 'goed',
  },
  gepubliceerd_foutloos: {
    betekent: {
      nl: 'Een rapport zonder fouten staat openbaar, en is nagekeken op wat er staat. Het is geen uitspraak van een officiële instantie.',
      en: 'A report without faults is public, and was checked to be what it was. It is no ruling of an official body.',
    },
    teken: '✓',
    toon: 'goed',
  },
  getest_foutloos: {
    betekent: {
      nl: 'Er is een verzegeld rapport zonder fouten. Dat het op zijn openbare adres onveranderd staat, is nog niet vastgelegd.',
      en: 'There is a sealed report without faults. That it stands unchanged at its public address was not recorded yet.',
    },
    teken: '✓',
    toon: 'getest',
  },
  getest_met_fouten: {
    betekent: {
      nl: 'Het rapport dat telt noemt fouten van het product.',
      en: 'The report that counts names faults of the product.',
    },
    teken: '✕',
    toon: 'fout',
  },
  betwist: {
    betekent: {
      nl: 'Iemand heeft nagerekend en verwerpt het rapport. Dat blijft zo tot er een nieuw is.',
      en: 'Somebody computed it again and rejects the report. That stays so until there is a new one.',
    },
    teken: '!',
    toon: 'fout',
  },
  ingetrokken: {
    betekent: {
      nl: 'Het rapport, of de sleutel eronder, telt niet meer.',
      en: 'The report, or the key under it, counts no more.',
    },
    teken: '✕',
    toon: 'fout',
  },
  verlopen: {
    betekent: {
      nl: 'Er is een nieuwere versie van het product, van de testset of van de standaard. Wat hier staat gold voor de oude.',
      en: 'There is a newer version of the product, of the test set or of the standard. What stands here held for the old one.',
    },
    teken: '!',
    toon: 'let-op',
  },
  zelfverklaard: {
    betekent: { nl: 'De leverancier zegt het; er telt geen rapport.', en: 'The supplier says so; no report counts.' },
    teken: '–',
    toon: 'stil',
  },
  geen: {
    betekent: { nl: 'Er telt geen rapport en geen verklaring.', en: 'No report and no statement counts.' },
    teken: '–',
    toon: 'stil',
  },
};

/** What each level of assurance says. */
export const ASSURANCES: Readonly<Record<Assurance['niveau'], Tekst>> = {
  A0: {
    nl: 'Wie het rapport verzegelde is niet vastgesteld.',
    en: 'Who sealed the report is not established.',
  },
  A1: {
    nl: 'De uitvoerder testte en ondertekende zelf.',
    en: 'Who ran the test signed for it.',
  },
  'A1+': {
    nl: 'Als A1, en een onafhankelijke partij rekende elk oordeel na.',
    en: 'As A1, and an independent party recomputed every verdict.',
  },
  A2: {
    nl: 'Een onafhankelijke partij testte, met een ticket vooraf.',
    en: 'An independent party ran the test, on a ticket given beforehand.',
  },
  A3: {
    nl: 'Als A2, in de omgeving van de gemeente, met beide kanten opgenomen.',
    en: "As A2, in the gemeente's own environment, recorded at both ends.",
  },
};

/** Stands on every page. */
export const NOT_PROVEN: readonly Tekst[] = [
  {
    nl: 'Een indicatie is geen certificaat en geen uitspraak van een officiële instantie. Zij volgt uit testrapporten, en is na te rekenen.',
    en: 'An indication is no certificate and no ruling of an official body. It follows from test reports, and can be recomputed.',
  },
  {
    nl: 'Elk rapport geldt alleen voor de versie van het product die erop staat, in die rol en met die testset.',
    en: 'Each report holds only for the version of the product that it names, in that role and with that test set.',
  },
  {
    nl: 'Ook foutloos geeft geen zekerheid dat systemen in de praktijk volledig samenwerken.',
    en: 'Even without faults there is no certainty that systems fully work together in practice.',
  },
  {
    nl: 'Deze pagina’s zijn niet het bewijs. Dat is het verzegelde pakket: haal het op en controleer het zelf.',
    en: 'These pages are not the proof. The sealed package is: fetch it, and verify it yourself.',
  },
];
