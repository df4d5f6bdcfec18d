/**
 * A step that needs what nobody was to do in this run: its scenario was left out by --only or --without. That says nothing
 * about the product, and it is no pass.
 *
 * @see decisions/what-only-leaves-out.md
 */
import type { Finding } from '../model/finding.js';
import { type Rule, undecided } from '../model/judged.js';

const PRECONDITION: Rule = {
  id: 'VOORWAARDE',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Wat deze stap nodig heeft, is in deze run gedaan',
    en: 'What this step needs was done in this run',
  },
  advies: {
    nl: 'Kies met --only ook de scenario’s die hieraan voorafgaan, of laat --only weg.',
    en: 'Choose the scenarios that come before this one with --only too, or leave --only out.',
  },
};

/** @param path - the step that was not chosen */
export function notChosen(path: string): Finding {
  return undecided(PRECONDITION, 'configuratie', { verwacht: path, gevonden: `${path} is niet gekozen` });
}
