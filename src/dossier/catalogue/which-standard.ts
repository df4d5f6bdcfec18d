/** Which version of a standard the catalogue means. By identifier or by its exact name; never by something like it. */
import type { Tekst } from '../../model/finding.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { isSameStandard, type Standaard } from '../interop/cell.js';
import { byId, type Catalogus, type Verwijzing } from './catalogue.js';
import { type Bevinding, bevinding } from './finding.js';

/** A version of a standard as reports name it, with its "Object ID" where somebody wrote that down. */
export interface BekendeStandaard extends Standaard {
  readonly objectId?: string;
}

export interface Gevonden {
  readonly standaard?: Standaard;
  /** As people call it, also when nobody knows which it is. */
  readonly naam: string;
  readonly bezwaren: readonly Bevinding[];
}

export interface Verwezen {
  readonly standaardversie?: Verwijzing;
  readonly standaardGemma?: string;
}

export function whichStandard(
  of: Verwezen,
  { elementen }: Pick<Catalogus, 'elementen'>,
  known: readonly BekendeStandaard[],
): Gevonden {
  const element = byId(elementen, of.standaardversie);
  const byObjectId = (id: string | undefined) => known.find(({ objectId }) => id !== undefined && objectId === id);
  const named = element && known.find(({ naam, versie }) => `${naam} ${versie}` === element.naam);
  const [one, other] = [byObjectId(of.standaardGemma), byObjectId(element?.objectId) ?? named];
  const naam = element?.naam ?? of.standaardGemma ?? of.standaardversie ?? '';
  if (one && other && !isSameStandard(one, other)) return { naam, bezwaren: [contradicts(label(one), label(other))] };
  // What the export itself says of one version in two ways.
  const [said, held] = [of.standaardGemma, element?.objectId];
  if (said !== undefined && held !== undefined && said !== held) return { naam, bezwaren: [contradicts(said, held)] };
  const found = one ?? other;
  if (!found) return { naam, bezwaren: [unknown(naam, known)] };
  return { standaard: { naam: found.naam, versie: found.versie }, naam: label(found), bezwaren: [] };
}

export function label({ naam, versie }: Standaard): string {
  return `${naam} ${versie}`;
}

function contradicts(gemma: string, element: string): Bevinding {
  return bevinding(
    'STANDAARD_TEGENSTRIJDIG',
    `standaardGemma wijst naar ${gemma}, het element naar ${element}; er is niets gekozen`,
    `standaardGemma points at ${gemma}, the element at ${element}; neither was chosen`,
  );
}

function unknown(naam: string, known: readonly BekendeStandaard[]): Bevinding {
  const meant: Tekst = didYouMean(nearest(naam, known.map(label)));
  return bevinding(
    'STANDAARD_ONBEKEND',
    `van standaardversie "${naam}" is niet te zeggen welke standaard in rapporten dat is${meant.nl}`,
    `of standaardversie "${naam}" nobody can tell which standard in reports that is${meant.en}`,
    { standaard: naam },
  );
}
