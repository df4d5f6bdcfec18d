/** The interoperability matrix: every version of a product that asks against every one that answers, in one version of a standard. */
import { type Cel, isSameStandard, type Standaard } from './cell.js';
import type { TeltNiet } from './evidence.js';
import { distinct, isSameProduct, type Release, releaseTested } from './release.js';
import { type Kennis, together } from './together.js';

export interface Matrix {
  readonly standaard: Standaard;
  readonly vragers: readonly Release[];
  readonly aanbieders: readonly Release[];
  /** Row by row: each that asks, with each that answers. */
  readonly cellen: readonly Cel[];
}

/** Of everything that was given. */
export interface Interoperabiliteit {
  /** Whether anybody said whose seals count; without it nothing is proven. */
  readonly vertrouwen: 'genoemd' | 'niemand';
  /** One for each version of a standard, by name. */
  readonly matrices: readonly Matrix[];
  readonly teltNiet: readonly TeltNiet[];
}

export function matricesOf(kennis: Kennis): readonly Matrix[] {
  return standardsOf(kennis).map((standaard) => {
    const vragers = releases(kennis, standaard, 'vraagt');
    const aanbieders = releases(kennis, standaard, 'antwoordt');
    const cellen = vragers.flatMap((vrager) =>
      aanbieders
        .filter((aanbieder) => !isSameProduct(vrager, aanbieder))
        .map((aanbieder) => ({ vrager, aanbieder, standaard, ...together({ vrager, aanbieder, standaard }, kennis) })),
    );
    return { standaard, vragers, aanbieders, cellen };
  });
}

/** Every version of a standard that a report speaks of, by name. */
export function standardsOf({ getuigenissen }: Pick<Kennis, 'getuigenissen'>): readonly Standaard[] {
  const found: Standaard[] = [];
  for (const { feiten } of getuigenissen) {
    const { naam, versie } = feiten.standaard;
    if (!found.some((each) => isSameStandard(each, { naam, versie }))) found.push({ naam, versie });
  }
  return found.sort((one, other) => `${one.naam} ${one.versie}`.localeCompare(`${other.naam} ${other.versie}`, 'nl'));
}

function releases({ getuigenissen, samenspel }: Kennis, standaard: Standaard, kant: 'vraagt' | 'antwoordt'): readonly Release[] {
  const tested = getuigenissen.filter(
    ({ feiten, gesprekken }) =>
      isSameStandard(feiten.standaard, standaard) && !feiten.keten && gesprekken.some((each) => each.kant === kant),
  );
  const played = samenspel.filter((each) => isSameStandard(each.standaard, standaard));
  return distinct([
    ...tested.flatMap(({ feiten }) => releaseTested(feiten) ?? []),
    ...played.map(({ vrager, aanbieder }) => (kant === 'vraagt' ? vrager : aanbieder)),
  ]);
}
