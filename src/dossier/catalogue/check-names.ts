/** Names in reports and in the catalogue: the same letter by letter, or nothing is taken for the same; what is near is told. */
import { didYouMean, nearest } from '../../model/nearest.js';
import { UNNAMED } from '../../model/unnamed.js';
import { releaseTested } from '../interop/release.js';
import { byId } from './catalogue.js';
import type { TeToetsen } from './checked.js';
import { type Bevinding, bevinding } from './finding.js';

export function checkNames({ catalogus, kennis }: TeToetsen): readonly Bevinding[] {
  const names = catalogus.modules.map(({ naam }) => naam);
  const found = kennis.getuigenissen.flatMap(({ feiten, naam: folder }) => {
    const tested = feiten.keten ? undefined : releaseTested(feiten);
    if (!tested) return [];
    const bewijs = [{ rapport: feiten.digest, naam: folder }];
    const modules = catalogus.modules.filter(({ naam }) => naam === tested.pakketnaam);
    if (modules.length === 0) {
      const meant = didYouMean(nearest(tested.pakketnaam, names));
      return [
        bevinding(
          'PRODUCT_NIET_IN_CATALOGUS',
          `van "${tested.pakketnaam}" is een rapport, en in de catalogus staat het niet${meant.nl}`,
          `of "${tested.pakketnaam}" there is a report, and it is not in the catalogue${meant.en}`,
          { module: tested.pakketnaam, bewijs },
        ),
      ];
    }
    const suppliers = modules.flatMap(({ aanbieder }) => byId(catalogus.organisaties, aanbieder)?.naam ?? []);
    const supplier = tested.leverancier ?? UNNAMED;
    if (suppliers.length === 0 || supplier === UNNAMED || suppliers.includes(supplier)) return [];
    return [
      bevinding(
        'LEVERANCIER_ANDERS',
        `${tested.pakketnaam}: volgens het rapport van "${supplier}", volgens de catalogus van "${suppliers.join('", "')}"; het rapport telt hier niet mee`,
        `${tested.pakketnaam}: of "${supplier}" by the report, of "${suppliers.join('", "')}" by the catalogue; the report does not count here`,
        { module: tested.pakketnaam, bewijs },
      ),
    ];
  });
  const keyOf = ({ code, tekst }: Bevinding) => `${code} ${tekst.nl}`;
  return [...new Map(found.map((each) => [keyOf(each), each])).values()];
}
