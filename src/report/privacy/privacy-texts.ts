/** What is said of numbers that may be the BSN of a real person, without saying them. */
import type { Tekst } from '../../model/finding.js';
import type { FoundIn, PrivacyFind } from './privacy-check.js';

const HOW: Readonly<Record<FoundIn['hoe'], Tekst>> = {
  tekst: { nl: '', en: '' },
  base64: { nl: ', in base64', en: ', in base64' },
  naam: { nl: ', in de naam', en: ', in the name' },
};

/** Where a number stands: `bewijs/0001-vraag.xml 4:12`. */
export function placeText({ bestand, aantal, plaatsen, hoe }: FoundIn): Tekst {
  const where = [bestand, ...plaatsen].join(' ');
  const count = aantal > 1 ? ` (${aantal}×)` : '';
  return { nl: `${where}${HOW[hoe].nl}${count}`, en: `${where}${HOW[hoe].en}${count}` };
}

/** What became of it. */
export function clearanceText({ vrijgave }: PrivacyFind): Tekst {
  if (!vrijgave) return { nl: 'niet vrijgegeven', en: 'not cleared' };
  const { door, op, reden } = vrijgave;
  const day = op.slice(0, 10);
  return { nl: `vrijgegeven door ${door} op ${day}: ${reden}`, en: `cleared by ${door} on ${day}: ${reden}` };
}

export const BLOCKED: Tekst = {
  nl: 'Niet publiceren: in het openbare deel staan nummers die het BSN van een echte persoon kunnen zijn. De nummers zelf staan hier niet bij.',
  en: 'Do not publish: in the public part stand numbers that may be the BSN of a real person. The numbers themselves are not told here.',
};

export const CLEARED: Tekst = {
  nl: 'In het openbare deel staan nummers die de vorm van een BSN hebben. Iemand keek ernaar en gaf ze vrij.',
  en: 'In the public part stand numbers that have the form of a BSN. Somebody looked at them and cleared them.',
};
