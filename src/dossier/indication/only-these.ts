/** Indications of one product, version, standard or role only, as somebody who has that asks for them. */
import type { Indications, Tupel } from './indication.js';
import { plain } from './same-tuple.js';

/** What is absent is not looked at. */
export interface Chosen {
  readonly product?: string;
  readonly version?: string;
  /** Name and version. */
  readonly standard?: string;
  readonly role?: string;
}

export function onlyThese(of: Indications, { product, version, standard, role }: Chosen): Indications {
  const is = (wanted: string | undefined, seen: string) => wanted === undefined || plain(wanted) === plain(seen);
  const fits = (each: Omit<Tupel, 'rol'>) =>
    is(product, each.product.pakketnaam) &&
    is(version, each.product.versie) &&
    is(standard, `${each.standaard.naam} ${each.standaard.versie}`);
  const isRole = (rol: string) => is(role, rol);
  return {
    ...of,
    indicaties: of.indicaties.filter((each) => fits(each) && isRole(each.rol)),
    producten: of.producten.filter((each) => fits(each) && each.rollen.some(({ rol }) => isRole(rol))),
  };
}
