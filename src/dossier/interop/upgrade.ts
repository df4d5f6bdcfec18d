/** Whether a gemeente may take another version into use: what its koppelingen come to with it, and what has to be tested before. */
import type { Tekst } from '../../model/finding.js';
import { type Stand, type Uitkomst, worst } from './cell.js';
import type { TeltNiet } from './evidence.js';
import type { Landschap, Systeem, Verbinding } from './landscape.js';
import type { Release } from './release.js';
import { toTestBefore } from './to-test.js';
import { type Kennis, together } from './together.js';

/** A product of which another version is meant. */
export interface Wijziging {
  readonly pakketnaam: string;
  /** Versions that the landscape names. */
  readonly van: readonly string[];
  readonly naar: string;
}

export interface KoppelingAntwoord extends Uitkomst {
  readonly id: string;
  readonly van: Release;
  readonly naar: Release;
  readonly via: readonly Release[];
  readonly standaard: Verbinding['standaard'];
  /** What has to be tested before; empty when it is proven. */
  readonly vooraf: readonly Tekst[];
}

export interface Antwoord {
  readonly gemeente?: string;
  readonly wijzigingen: readonly Wijziging[];
  /** `ja`: each koppeling that it touches is proven. `nee`: one is known to go wrong. */
  readonly mag: 'ja' | 'nee' | 'eerst_testen';
  readonly vertrouwen: 'genoemd' | 'niemand';
  /** Those that it touches; all of them when nothing changes. What needs most attention first. */
  readonly koppelingen: readonly KoppelingAntwoord[];
  /** Ids of koppelingen that it does not touch. */
  readonly ongemoeid: readonly string[];
  readonly teltNiet: readonly TeltNiet[];
}

/** @param changes - new version by product; the product stands in the landscape */
export function mayWeUpgrade(
  landschap: Landschap,
  changes: ReadonlyMap<string, string>,
  kennis: Kennis & { readonly teltNiet: readonly TeltNiet[]; readonly vertrouwen: Antwoord['vertrouwen'] },
): Antwoord {
  const systems = new Map(landschap.systemen.map((each) => [each.id, changed(each, changes)]));
  const touches = (link: Verbinding) =>
    changes.size === 0 || [link.van, link.naar, ...link.via].some((id) => changes.has(systems.get(id)?.release.pakketnaam ?? ''));
  const koppelingen = landschap.koppelingen
    .filter(touches)
    .flatMap((link) => answered(link, systems, kennis))
    .sort((one, other) => ORDER.indexOf(one.stand) - ORDER.indexOf(other.stand));
  const stand = worst(
    koppelingen.map((each) => each.stand),
    'onbekend',
  );
  return {
    ...(landschap.gemeente !== undefined && { gemeente: landschap.gemeente }),
    wijzigingen: [...changes].map(([pakketnaam, naar]) => ({ pakketnaam, van: versionsOf(landschap, pakketnaam), naar })),
    mag: stand === 'bewezen' ? 'ja' : stand === 'strijdig' ? 'nee' : 'eerst_testen',
    vertrouwen: kennis.vertrouwen,
    koppelingen,
    ongemoeid: landschap.koppelingen.filter((link) => !touches(link)).map(({ id }) => id),
    teltNiet: kennis.teltNiet,
  };
}

const ORDER: readonly Stand[] = ['strijdig', 'onbekend', 'voorspeld', 'bewezen'];

function changed(system: Systeem, changes: ReadonlyMap<string, string>): Systeem {
  const versie = changes.get(system.release.pakketnaam);
  return versie === undefined ? system : { ...system, release: { ...system.release, versie } };
}

function versionsOf({ systemen }: Landschap, product: string): readonly string[] {
  return [...new Set(systemen.flatMap(({ release }) => (release.pakketnaam === product ? release.versie : [])))];
}

function answered(link: Verbinding, systems: ReadonlyMap<string, Systeem>, kennis: Kennis): readonly KoppelingAntwoord[] {
  const [van, naar] = [systems.get(link.van), systems.get(link.naar)];
  if (!van || !naar) return [];
  const via = link.via.flatMap((id) => systems.get(id)?.release ?? []);
  const { standaard } = link;
  const rollen = { ...(van.rollen && { vrager: van.rollen }), ...(naar.rollen && { aanbieder: naar.rollen }) };
  const weg = { vrager: van.release, aanbieder: naar.release, standaard, via, rollen };
  const uitkomst = together(weg, kennis);
  const of = { id: link.id, van: van.release, naar: naar.release, via, standaard, ...uitkomst };
  return [{ ...of, vooraf: toTestBefore(of) }];
}
