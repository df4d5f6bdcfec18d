/** Which versions of a module are in use at a date, and which come, as the release planning in the catalogue says. */
import type { Catalogus, Module, ModuleVersie } from './catalogue.js';

export interface Uitgaven {
  /** In use at the date; the newest first. */
  readonly nu: readonly ModuleVersie[];
  /** That come into use later, or are being made; what comes first stands first. */
  readonly straks: readonly ModuleVersie[];
  readonly alle: readonly ModuleVersie[];
}

/** @param at - milliseconds since 1970 */
export function releasesOf(module: Module, { versies }: Pick<Catalogus, 'versies'>, at: number): Uitgaven {
  const alle = versies.filter((each) => module.ids.includes(each.module));
  const nu = alle.filter((each) => isInUse(each, at)).toSorted((one, other) => since(other) - since(one));
  const straks = alle.filter((each) => comes(each, at)).toSorted((one, other) => since(one) - since(other));
  return { nu, straks, alle };
}

/** Dates say more than a status, which somebody has to change on the day. */
function isInUse({ status, inGebruik, teruggetrokken }: ModuleVersie, at: number): boolean {
  if (isPast(teruggetrokken, at)) return false;
  if (inGebruik !== undefined) return isPast(inGebruik, at) && status !== 'teruggetrokken';
  return status === undefined || status === 'in gebruik' || status === 'einde ondersteuning';
}

function comes({ status, inGebruik, teruggetrokken }: ModuleVersie, at: number): boolean {
  if (isPast(teruggetrokken, at) || status === 'teruggetrokken') return false;
  return inGebruik === undefined ? status === 'in ontwikkeling' : !isPast(inGebruik, at);
}

function isPast(date: string | undefined, at: number): boolean {
  return date !== undefined && Date.parse(date) <= at;
}

function since({ inGebruik }: ModuleVersie): number {
  return inGebruik === undefined ? Number.POSITIVE_INFINITY : Date.parse(inGebruik);
}
