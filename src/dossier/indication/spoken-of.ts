/** What nobody tested, and somebody spoke of: declared, withdrawn or ticked; and a version in use, in the roles that others have. */
import { UNNAMED } from '../../model/unnamed.js';
import type { Aanbod } from '../statement/verklaring.js';
import type { Tupel } from './indication.js';
import type { Statements } from './said.js';
import { isSameProduct, isSameStandard, plain } from './same-tuple.js';

/** @param tested - what there are reports of */
export function spokenOf(said: Statements, tested: readonly Tupel[], at: number): readonly Tupel[] {
  const spoken = [
    ...said.of('steun').map(({ verklaring }) => verklaring.over),
    ...said.of('platformrapport').map(({ verklaring }) => verklaring.over),
    ...said.of('intrekking').flatMap(({ verklaring: { over } }) => ('product' in over ? [over] : [])),
  ];
  const ticked = said
    .of('vinkje')
    .filter(({ verklaring }) => verklaring.gezet)
    .flatMap(({ verklaring }) => ofTick(verklaring.over, [...tested, ...spoken]));
  const known = [...tested, ...spoken, ...ticked];
  const inUse = said
    .of('in_gebruik')
    .filter(({ verklaring }) => Date.parse(verklaring.sinds) <= at)
    .flatMap(({ verklaring: { over } }) =>
      known.filter((each) => isSameProduct(each, over)).map(({ standaard, rol }) => ({ ...over, standaard, rol })),
    );
  return [...spoken, ...ticked, ...inUse];
}

/** A tick that fits something known is about that; otherwise it is about something of which nobody knows version or role. */
function ofTick(over: Aanbod, known: readonly Tupel[]): readonly Tupel[] {
  const { versie } = over.product;
  const { product, leverancier, standaard, rol } = over;
  const fits = known.some(
    (each) =>
      isSameProduct(each, over) &&
      isSameStandard(each.standaard, standaard) &&
      (versie === undefined || plain(each.product.versie) === plain(versie)) &&
      (rol === undefined || plain(each.rol) === plain(rol)),
  );
  if (fits) return [];
  return [{ product: { ...product, versie: versie ?? UNNAMED }, leverancier, standaard, rol: rol ?? UNNAMED }];
}
