/**
 * Candidate chains: two components that have to do with each other and both support a standaard that we hold. The model
 * never says that they speak it with each other, so each is a proposal, with the reason why.
 */
import type { HeldStandard } from './held-standards.js';
import { type Ketenplaat, type PlateElement, type PlateView, PROPERTY } from './ketenplaat.js';
import { isInUse, type Support, supportsIn } from './supports.js';
import { type Tie, tiesIn, tiesThrough } from './ties.js';

export interface Candidate {
  readonly tie: Tie;
  readonly held: HeldStandard;
  /** Who speaks first, and who answers. */
  readonly from: PlateElement;
  readonly to: PlateElement;
  /** Why it is thought to be that way round. */
  readonly direction: Direction;
  readonly supports: { readonly from: Support; readonly to: Support };
  /** Versions of the standaard that the model has in use, and the one that we hold if it has that. */
  readonly inUse: readonly PlateElement[];
  readonly ourVersion?: PlateElement;
  /** Other koppelvlakken that we hold of the same standaard. */
  readonly alsoHeld: readonly string[];
}

export type Direction =
  | { readonly kind: 'plays'; readonly component: PlateElement; readonly chain: string }
  | { readonly kind: 'asks'; readonly relations: readonly string[] }
  | { readonly kind: 'flow'; readonly there: number; readonly back: number };

export interface Candidates {
  /** The best founded first. */
  readonly found: readonly Candidate[];
  /** Pairs of components that have to do with each other. */
  readonly pairs: number;
  /** Of those, pairs that share any standaard at all. */
  readonly sharing: number;
  /** Names of shared standaarden that we do not hold. */
  readonly notHeld: readonly string[];
}

export interface Wanted {
  readonly view?: PlateView;
  /** Only this koppelvlak. */
  readonly standard?: string;
}

export function candidatesIn(plate: Ketenplaat, all: readonly HeldStandard[], { view, standard }: Wanted): Candidates {
  const held = standard === undefined ? all : all.filter(({ id }) => id === standard);
  const supports = supportsIn(plate);
  const direct = tiesIn(plate, view);
  const passesOn = ({ name }: PlateElement) => held.some(({ plays }) => plays.get(name)?.plays === 'tussenstation');
  const mayEnd = ({ id }: PlateElement) => [...supports.of(id).values()].some((each) => held.some((one) => isOf(one, each)));
  const notHeld = new Set<string>();
  let sharing = 0;
  const found = [...direct, ...tiesThrough(direct, passesOn, mayEnd)].flatMap((tie): readonly Candidate[] => {
    const [ones, others] = [supports.of(tie.one.id), supports.of(tie.other.id)];
    const shared = [...ones].flatMap(([id, one]) => {
      const other = others.get(id);
      return other ? [{ one, other }] : [];
    });
    if (shared.length > 0 && !tie.via) sharing += 1;
    return shared.flatMap(({ one, other }) => {
      const ours = held.filter((each) => isOf(each, one)).sort(byBlocks);
      const [best, ...rest] = ours;
      if (!best) notHeld.add(one.standaard.name);
      if (!best || passesOn(tie.one) || passesOn(tie.other)) return [];
      const { direction, isTurned } = directionOf(tie, best);
      const inUse = supports.versionsOf(one.standaard.id).filter(isInUse);
      const ourVersion = inUse.find(({ properties }) => properties.get(PROPERTY.id) === best.gemma.versie.id);
      return [
        {
          ...{ tie, held: best, direction, inUse },
          ...(isTurned ? { from: tie.other, to: tie.one } : { from: tie.one, to: tie.other }),
          supports: isTurned ? { from: other, to: one } : { from: one, to: other },
          ...(ourVersion && { ourVersion }),
          alsoHeld: rest.map(({ id }) => id),
        },
      ];
    });
  });
  return { found: found.sort(byGround), pairs: direct.length, sharing, notHeld: [...notHeld].sort() };
}

/** By the id that GEMMA gives it, and where a model has lost its ids by name. */
function isOf({ gemma }: HeldStandard, { standaard }: Support): boolean {
  const id = standaard.properties.get(PROPERTY.id);
  return id === undefined ? standaard.name === gemma.standaard.naam : id === gemma.standaard.id;
}

/** What can be run goes before what cannot, and then the newest. */
function byBlocks(one: HeldStandard, other: HeldStandard): number {
  return Math.sign(other.blocks.length) - Math.sign(one.blocks.length) || (one.id < other.id ? 1 : -1);
}

function directionOf({ one, other, evidence }: Tie, { plays }: HeldStandard): { direction: Direction; isTurned: boolean } {
  const [mine, theirs] = [plays.get(one.name), plays.get(other.name)];
  const known = [
    ['one', one, mine, theirs],
    ['other', other, theirs, mine],
  ] as const;
  for (const [end, component, role, opposite] of known) {
    // Where our chains give both ends the same part, they tell nothing.
    if (role === undefined || role.plays === 'tussenstation' || role.plays === opposite?.plays) continue;
    const isTurned = (role.plays === 'aanbieder') === (end === 'one');
    return { direction: { kind: 'plays', component, chain: role.chain }, isTurned };
  }
  const asking = evidence.filter(({ asks }) => asks !== undefined);
  const [first] = asking;
  if (first) {
    const relations = asking.flatMap((each) => each.relations.map(({ id }) => id));
    return { direction: { kind: 'asks', relations }, isTurned: first.asks === other.id };
  }
  const flows = evidence.map(({ from }) => from);
  const there = flows.filter((from) => from === one.id).length;
  const back = flows.filter((from) => from === other.id).length;
  const isTurned = back > there;
  return { direction: { kind: 'flow', there: isTurned ? back : there, back: isTurned ? there : back }, isTurned };
}

/** Runnable, then known roles, then what is said of both themselves, then the stronger tie, then more evidence. */
function byGround(one: Candidate, other: Candidate): number {
  const [ours, theirs] = [groundsOf(one), groundsOf(other)];
  for (const [index, value] of ours.entries()) {
    const difference = (theirs[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return nameOf(one) < nameOf(other) ? -1 : 1;
}

function groundsOf({ held, direction, supports, tie }: Candidate): readonly number[] {
  const both = [supports.from, supports.to];
  return [
    held.blocks.length > 0 ? 1 : 0,
    direction.kind === 'plays' ? 2 : direction.kind === 'asks' ? 1 : 0,
    tie.via ? 0 : 1,
    both.filter(({ inherited }) => !inherited).length,
    both.filter(({ strength }) => strength === 'Verplicht').length,
    tie.evidence.length,
  ];
}

function nameOf({ from, to, held }: Candidate): string {
  return `${from.name}\n${to.name}\n${held.id}`;
}
