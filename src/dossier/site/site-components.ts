/** Which products play which component of the architecture, as far as it is written down which role that is. */
import type { Indication } from '../indication/indication.js';
import { byName, byProduct } from './ordered.js';
import type { SiteInput } from './published.js';

export interface Component {
  readonly naam: string;
  readonly indicaties: readonly Indication[];
}

export function componentsOf({ indications, catalogue }: Pick<SiteInput, 'indications' | 'catalogue'>): readonly Component[] {
  const all = new Map<string, Indication[]>();
  for (const each of byProduct(indications.indicaties)) {
    const naam = componentOf(catalogue, each);
    if (naam !== undefined) all.set(naam, [...(all.get(naam) ?? []), each]);
  }
  return [...all].map(([naam, indicaties]) => ({ naam, indicaties })).toSorted((one, other) => byName(one.naam, other.naam));
}

export function componentOf(
  catalogue: SiteInput['catalogue'],
  { standaard, rol }: Pick<Indication, 'standaard' | 'rol'>,
): string | undefined {
  const ids = catalogue.find((each) => each.standaard.naam === standaard.naam && each.standaard.versie === standaard.versie);
  return ids && Object.hasOwn(ids.componenten, rol) ? ids.componenten[rol] : undefined;
}
