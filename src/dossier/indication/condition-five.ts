/** The fifth condition: the catalogue shows the report at the product, and the supplier ticked that it complies. */
import type { Tupel, Voorwaarde } from './indication.js';
import { reden } from './reasons.js';
import type { Said, Statements } from './said.js';
import { isSameProduct, isSameStandard, plain } from './same-tuple.js';
import type { Standing } from './standing.js';

const NUMBER = { voorwaarde: 5 } as const;

export interface Tick extends Pick<Voorwaarde, 'voldaan' | 'waarom'> {
  /** The last that was said of the tick, when it is set. */
  readonly tick?: Said<'vinkje'>;
}

export function conditionFive(standing: Standing | undefined, tupel: Tupel, said: Statements): Tick {
  const tick = tickFor(tupel, said);
  if (!tick) return { voldaan: 'N', waarom: [reden('NIET_AANGEVINKT', [], NUMBER)] };
  const more = { ...NUMBER, verklaring: tick.digest };
  const shows = tick.verklaring.rapport;
  const isShown = standing !== undefined && shows === standing.feiten.digest;
  return isShown
    ? { tick, voldaan: 'J', waarom: [reden('AANGEVINKT', [tick.opgesteldOp], { ...more, rapport: shows })] }
    : { tick, voldaan: 'N', waarom: [reden('VINKJE_ANDER_BEWIJS', [tick.opgesteldOp], more)] };
}

/** What was said last: of this version and role when that was said, for a catalogue often knows neither. */
function tickFor(tupel: Tupel, said: Statements): Said<'vinkje'> | undefined {
  const last = said.of('vinkje').find(({ verklaring: { over } }) => {
    const isVersion = over.product.versie === undefined || plain(over.product.versie) === plain(tupel.product.versie);
    const isRole = over.rol === undefined || plain(over.rol) === plain(tupel.rol);
    return isVersion && isRole && isSameProduct(over, tupel) && isSameStandard(over.standaard, tupel.standaard);
  });
  return last?.verklaring.gezet ? last : undefined;
}
