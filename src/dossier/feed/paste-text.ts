/** A record as a text for people to paste where a catalogue has no field: version and date first, and what it does not prove last. */
import type { Tekst } from '../../model/finding.js';
import { dutchDay } from '../../report/dutch-time.js';
import { OTHER_WORDS } from '../../report/words.js';
import { INDICATIE_WORDS } from '../indication/words.js';
import type { FeedRecord } from './feed-record.js';

type PasteOf = Omit<FeedRecord, 'export' | 'plaktekst'>;

export function pasteText(of: PasteOf): Tekst {
  return { nl: inLanguage(of, 'nl'), en: inLanguage(of, 'en') };
}

function inLanguage(of: PasteOf, language: keyof Tekst): string {
  const { product, standaard, rol, testset, omvang, datum, rapportDigest, alleenVoor } = of;
  const words = WORDS[language];
  const only = alleenVoor.length > 0 ? `, ${words.only} ${alleenVoor.join(', ')}` : '';
  const lines = [
    `${product.pakketnaam} ${words.version} ${product.versieLabel}: ${INDICATIE_WORDS[of.indicatie][language]}.`,
    `${standaard.naam} ${standaard.versie}, ${words.role} ${rol}${datum === null ? '' : `, ${words.tested} ${dutchDay(datum)}`}.`,
    testset && omvang ? `${words.testset} ${testset.id} ${testset.versie}, ${OTHER_WORDS[omvang][language]}${only}.` : undefined,
    `${words.assurance} ${of.zekerheid}.`,
    rapportDigest === null ? undefined : `${words.report} sha256:${rapportDigest}`,
    `${words.all} ${of.bewijs.url}`,
    words.limit,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

const WORDS = {
  nl: {
    version: 'versie',
    role: 'rol',
    tested: 'getest op',
    testset: 'Testset',
    only: 'alleen voor:',
    assurance: 'Zekerheid',
    report: 'Rapport',
    all: 'Alle versies en rapporten:',
    limit: 'Geldt alleen voor deze versie; geen certificaat en geen uitspraak van een officiële instantie.',
  },
  en: {
    version: 'version',
    role: 'role',
    tested: 'tested on',
    testset: 'Test set',
    only: 'only for:',
    assurance: 'Assurance',
    report: 'Report',
    all: 'All versions and reports:',
    limit: 'Holds for this version only; no certificate, and no ruling of an official body.',
  },
} as const;
