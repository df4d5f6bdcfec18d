/** Conformity of what a catalogue says: ticks, proof, versions and koppelingen, each laid beside sealed reports at a date. */
import type { TeltNiet } from '../interop/evidence.js';
import { checkGemeenten } from './check-gemeenten.js';
import { checkLinks } from './check-links.js';
import { checkNames } from './check-names.js';
import { checkTicks } from './check-ticks.js';
import type { CatalogusToets, TeToetsen } from './checked.js';
import type { Ernst } from './finding.js';

const ORDER: readonly Ernst[] = ['fout', 'open', 'let_op'];

export function checkCatalogue(given: TeToetsen, teltNiet: readonly TeltNiet[]): CatalogusToets {
  const all = [...checkTicks(given), ...checkLinks(given), ...checkNames(given)];
  return {
    peildatum: given.indicaties.peildatum,
    vertrouwen: given.indicaties.vertrouwen,
    bevindingen: all.toSorted((one, other) => ORDER.indexOf(one.ernst) - ORDER.indexOf(other.ernst)),
    gemeenten: checkGemeenten(given),
    teltNiet,
    overgeslagen: given.catalogus.overgeslagen,
  };
}

/** `fout`: something in the catalogue does not hold. `open`: something cannot be told, or has no chain proof. */
export function worstOf({ bevindingen, gemeenten }: CatalogusToets): 'fout' | 'open' | 'goed' {
  const koppelingen = gemeenten.flatMap((each) => each.koppelingen);
  if (bevindingen.some(({ ernst }) => ernst === 'fout') || koppelingen.some(({ stand }) => stand === 'strijdig')) return 'fout';
  const isOpen = bevindingen.some(({ ernst }) => ernst === 'open') || koppelingen.some(({ stand }) => stand !== 'bewezen');
  return isOpen || gemeenten.some(({ onbeslist }) => onbeslist.length > 0) ? 'open' : 'goed';
}
