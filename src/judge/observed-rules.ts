/**
 * What is asked of traffic that nobody planned, in words. Every id stands in docs/findings.md.
 */
import type { Rule } from '../model/judged.js';

function rule(id: string, nl: string, en: string, more: Partial<Rule> = {}): Rule {
  return { id, ernst: 'fout', verplicht: true, melding: { nl, en }, ...more };
}

export const RECOGNISED = rule(
  'WAARNEMING-HERKEND',
  'Het bericht is te herkennen als dat van een dienst van de standaard',
  'The message can be told to be that of a service of the standard',
  {
    advies: {
      nl: 'Klopt de standaard van deze relay? "ketentest list services" noemt de diensten met hun SOAPAction.',
      en: 'Is the standard of this relay the right one? "ketentest list services" tells the services with their SOAPAction.',
    },
  },
);

export const NOT_REFUSED = rule(
  'WAARNEMING-GEWEIGERD',
  'Een bericht waarop niets valt aan te merken, wordt niet geweigerd',
  'A message with which nothing is wrong is not refused',
  {
    advies: {
      nl: 'Lees waarom het geweigerd is. Van buiten is niet te zien wie gelijk heeft: wat de afzender vroeg, of wat de ontvanger weet.',
      en: 'Read why it was refused. From outside nobody can tell who is right: what the sender asked, or what the receiver knows.',
    },
  },
);

export const RECORDED = rule(
  'WAARNEMING-VASTGELEGD',
  'Alles wat passeerde is vastgelegd',
  'Everything that passed was recorded',
  {
    advies: {
      nl: 'Maak ruimte op de schijf, of schrijf naar een snellere. Het verkeer ging door; wat toen passeerde is niet beoordeeld. Van meelezen dat is afgebroken (≥) weet niemand wat het laatst passeerde.',
      en: 'Make room on the disk, or write to a faster one. The traffic went on; what passed then was not judged. Of a watch that was broken off (≥) nobody knows what passed last.',
    },
  },
);
