/**
 * The Gemeentelijke ICT-kwaliteitsnormen: themes and editions, as far as they are known. Numbers of norms are not: none is given
 * here, and none may be made up.
 */
import type { Tekst } from '../../model/finding.js';

export const NORM_EDITIONS = ['2017-1', '2017-2', '2020-2', '2021-1', '2024-1'] as const;

export const NORM_THEMES = [
  'Architectuur',
  'Interoperabiliteit',
  'Informatiebeveiliging en privacy',
  'Dataportabiliteit',
  'Toegankelijkheid',
  'Archivering',
  'Infrastructuur',
  'Documentatie',
  'E-facturering',
] as const;

/** Of which theme this dossier itself gives evidence. */
export const NORM_EVIDENCE: Readonly<Partial<Record<(typeof NORM_THEMES)[number], Tekst>>> = {
  Interoperabiliteit: { nl: 'preventieve tests en ketentest hieronder', en: 'preventive tests and chain test below' },
  'Informatiebeveiliging en privacy': { nl: 'alleen de testgegevens, zie Privacy', en: 'the test data only, see Privacy' },
};
