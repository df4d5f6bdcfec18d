/**
 * Which components have to do with each other: by flows between them, by one that serves the other, or by a service or
 * interface of one that serves the other. A flow says where information goes, and not who asks.
 */
import { type Ketenplaat, listOf, type PlateElement, type PlateRelation, type PlateView } from './ketenplaat.js';

/** One reason to think that two components talk with each other. */
export interface Evidence {
  /** The relations that say so, one after another. */
  readonly relations: readonly PlateRelation[];
  /** Where information comes from, by the model; absent where it does not say. */
  readonly from?: string;
  /** Who asks, by the model; a flow does not say. */
  readonly asks?: string;
}

export interface Tie {
  readonly one: PlateElement;
  readonly other: PlateElement;
  /** Who passes messages on between them. */
  readonly via?: PlateElement;
  readonly evidence: readonly Evidence[];
}

const COMPONENT = 'ApplicationComponent';
const OFFERED: ReadonlySet<string> = new Set(['ApplicationService', 'ApplicationInterface']);
/** How a component and what it offers are tied. */
const OFFERS: ReadonlySet<string> = new Set(['Realization', 'Assignment', 'Composition', 'Aggregation']);

/** @param view - only what is drawn there; the whole model without it */
export function tiesIn({ elements, relations }: Ketenplaat, view?: PlateView): readonly Tie[] {
  const shown = view ? relations.filter(({ id }) => view.relations.has(id)) : relations;
  const ties = new Map<string, { one: PlateElement; other: PlateElement; evidence: Evidence[] }>();
  const component = (id: string) => {
    const found = elements.get(id);
    return found?.type === COMPONENT ? found : undefined;
  };
  const tie = (first: string, second: string, evidence: Evidence) => {
    const [one, other] = [component(first), component(second)];
    if (!one || !other || first === second) return;
    const key = first < second ? `${first}\n${second}` : `${second}\n${first}`;
    const known = ties.get(key) ?? { one, other, evidence: [] };
    known.evidence.push(evidence);
    ties.set(key, known);
  };
  const offers = new Map<string, PlateRelation[]>();
  for (const each of shown) {
    if (!OFFERS.has(each.type) || !OFFERED.has(elements.get(each.target)?.type ?? '')) continue;
    listOf(offers, each.target).push(each);
  }
  for (const each of shown) {
    const { type, source, target } = each;
    if (type === 'Flow') tie(source, target, { relations: [each], from: source });
    if (type !== 'Serving') continue;
    tie(source, target, { relations: [each], asks: target });
    for (const offer of offers.get(source) ?? []) tie(offer.source, target, { relations: [offer, each], asks: target });
  }
  return [...ties.values()];
}

/** Two components that both have to do with one that passes on: they may talk through it. */
export function tiesThrough(
  ties: readonly Tie[],
  passesOn: (component: PlateElement) => boolean,
  mayEnd: (component: PlateElement) => boolean,
): readonly Tie[] {
  const between = new Map<PlateElement, { readonly end: PlateElement; readonly evidence: readonly Evidence[] }[]>();
  for (const { one, other, evidence } of ties) {
    for (const [middle, end] of [
      [one, other],
      [other, one],
    ] as const) {
      if (passesOn(middle) && !passesOn(end) && mayEnd(end)) listOf(between, middle).push({ end, evidence });
    }
  }
  return [...between].flatMap(([via, ends]) =>
    ends.flatMap(({ end: one, evidence }, index) =>
      ends.slice(index + 1).map((each) => ({ one, other: each.end, via, evidence: [...evidence, ...each.evidence] })),
    ),
  );
}
