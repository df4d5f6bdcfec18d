/**
 * What all reports together show of two products: the newest session of each chain test first, then cross-play, then what was
 * proven with another version of either.
 */
import { type Grond, isSameStandard, type Paar, type Stand, type Uitkomst } from './cell.js';
import { crossPlay } from './cross-play.js';
import { newestDeciding } from './newest.js';
import { isSameProduct, isSameRelease, type Release, releaseTested } from './release.js';
import type { Samenspel } from './session.js';
import { TEXTS } from './session-texts.js';
import type { Getuigenis } from './usage.js';

export interface Kennis {
  readonly getuigenissen: readonly Getuigenis[];
  /** Of all sessions of chain tests among them. */
  readonly samenspel: readonly Samenspel[];
}

/** Without what was run later. @param at - milliseconds since 1970 */
export function knownAt({ getuigenissen, samenspel }: Kennis, at: number): Kennis {
  const isThere = ({ feiten }: Getuigenis) => Date.parse(feiten.uitvoering.beeindigdOp) <= at;
  return { getuigenissen: getuigenissen.filter(isThere), samenspel: samenspel.filter(({ uit }) => isThere(uit)) };
}

export interface Weg extends Paar {
  /** Who passes it on, in order; when absent any way will do. */
  readonly via?: readonly Release[];
  /** Roles that count, by name in reports; all of them when absent. */
  readonly rollen?: { readonly vrager?: readonly string[]; readonly aanbieder?: readonly string[] };
}

export function together(weg: Weg, { getuigenissen, samenspel }: Kennis): Uitkomst {
  const same = samenspel.filter((each) => isSamePair(each, weg));
  const sessions = newestOfSessions(same);
  const of = (release: Release, rollen: readonly string[] | undefined) =>
    getuigenissen.filter(({ feiten }) => isAbout(feiten, release, weg, rollen));
  const cross = crossPlay(of(weg.vrager, weg.rollen?.vrager), of(weg.aanbieder, weg.rollen?.aanbieder));
  const seen = sessions.map((each) => onThisWay(each, weg.via));
  const before = isProven(seen) ? [] : provenBefore(weg, samenspel);
  const older = same.filter((each) => !sessions.includes(each) && isOtherwise(each, sessions)).map(wasOtherwise);
  return decided(seen, cross, before, older);
}

interface Seen {
  readonly stand: Stand;
  readonly grond: Grond;
}

function decided(seen: readonly Seen[], cross: Uitkomst, before: readonly Grond[], older: readonly Grond[]): Uitkomst {
  const grounds = (stand: Stand) => seen.filter((each) => each.stand === stand).map(({ grond }) => grond);
  const opmerkingen = [...older, ...cross.opmerkingen];
  const [wrong, proven, near, open] = [grounds('strijdig'), grounds('bewezen'), grounds('voorspeld'), grounds('onbekend')];
  if (wrong.length > 0) {
    const also = cross.stand === 'strijdig' ? cross.gronden : [];
    return { stand: 'strijdig', gronden: [...wrong, ...also], opmerkingen: [...proven, ...opmerkingen] };
  }
  if (proven.length > 0) {
    const against = cross.stand === 'strijdig' ? cross.gronden.map(TEXTS.crossAgainst) : [];
    return { stand: 'bewezen', gronden: proven, opmerkingen: [...against, ...opmerkingen] };
  }
  if (cross.stand === 'strijdig') {
    return { stand: 'strijdig', gronden: cross.gronden, opmerkingen: [...near, ...before, ...open, ...opmerkingen] };
  }
  const predicted = [...near, ...before];
  if (cross.stand === 'voorspeld') {
    return { stand: 'voorspeld', gronden: [...predicted, ...cross.gronden], opmerkingen: [...open, ...opmerkingen] };
  }
  if (predicted.length > 0) {
    return { stand: 'voorspeld', gronden: predicted, opmerkingen: [...cross.gronden, ...open, ...opmerkingen] };
  }
  return { stand: 'onbekend', gronden: [...open, ...cross.gronden], opmerkingen };
}

/** What was proven another way is near; what went wrong with who passes on says nothing where somebody else does. */
function onThisWay(each: Samenspel, via: readonly Release[] | undefined): Seen {
  const isSame = via === undefined ? each.schuld !== 'via' : isSameWay(each.via, via);
  if (each.stand === 'strijdig' && each.schuld === 'via' && !isSame) {
    return { stand: 'onbekend', grond: TEXTS.byWhoPassesOn(each.grond.bewijs) };
  }
  if (each.stand !== 'bewezen' || isSame) return each;
  return { stand: 'voorspeld', grond: TEXTS.overAnotherWay(each.via, each.grond.bewijs) };
}

function isSameWay(was: Samenspel['via'], is: readonly Release[]): boolean {
  return was.length === is.length && was.every((each, at) => isSameOrNone(each, is[at]));
}

function isSameOrNone(one: Release | undefined, other: Release | undefined): boolean {
  return one !== undefined && other !== undefined && isSameRelease(one, other);
}

function isProven(seen: readonly Seen[]): boolean {
  return seen.some(({ stand }) => stand === 'bewezen');
}

/** A changed version of anybody opens the link again; that it held with the other is said, as that. */
function provenBefore(weg: Weg, samenspel: readonly Samenspel[]): readonly Grond[] {
  const products = samenspel.filter(
    (each) =>
      isSameStandard(each.standaard, weg.standaard) &&
      isSameProduct(each.vrager, weg.vrager) &&
      isSameProduct(each.aanbieder, weg.aanbieder) &&
      !isSamePair(each, weg),
  );
  const proven = newestOfSessions(products).filter(({ stand }) => stand === 'bewezen');
  return proven
    .slice(0, 2)
    .flatMap((each) => [
      ...(isSameRelease(each.vrager, weg.vrager) ? [] : [TEXTS.provenBefore(each.vrager, weg.vrager, each.grond.bewijs)]),
      ...(isSameRelease(each.aanbieder, weg.aanbieder)
        ? []
        : [TEXTS.provenBefore(each.aanbieder, weg.aanbieder, each.grond.bewijs)]),
    ]);
}

function newestOfSessions(of: readonly Samenspel[]): readonly Samenspel[] {
  const dated = of.map((each) => ({ each, feiten: each.uit.feiten }));
  return newestDeciding(
    dated,
    ({ each, feiten }) => JSON.stringify([feiten.testset.id, each.koppeling, each.vrager, each.aanbieder, each.via]),
    ({ each }) => each.stand !== 'onbekend',
  ).map(({ each }) => each);
}

function isOtherwise(older: Samenspel, newest: readonly Samenspel[]): boolean {
  const isSame = ({ koppeling, uit }: Samenspel) =>
    koppeling === older.koppeling && uit.feiten.testset.id === older.uit.feiten.testset.id;
  return newest.some((each) => isSame(each) && each.stand !== older.stand);
}

function wasOtherwise({ grond }: Samenspel): Grond {
  return TEXTS.wrongBefore(grond.bewijs);
}

function isSamePair(one: Paar, other: Paar): boolean {
  return (
    isSameStandard(one.standaard, other.standaard) &&
    isSameRelease(one.vrager, other.vrager) &&
    isSameRelease(one.aanbieder, other.aanbieder)
  );
}

function isAbout(
  feiten: Getuigenis['feiten'],
  release: Release,
  { standaard }: Paar,
  rollen: readonly string[] | undefined,
): boolean {
  const tested = feiten.keten ? undefined : releaseTested(feiten);
  const inRole = rollen === undefined || rollen.includes(feiten.standaard.rol);
  return tested !== undefined && isSameRelease(tested, release) && isSameStandard(feiten.standaard, standaard) && inRole;
}
