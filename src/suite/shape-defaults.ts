/**
 * What holds for an element when its own row does not say so: marks of the kind of entity and of the form, and elements
 * that are declared once for everybody.
 */
import type { ElementItem, Marks } from './shape-items.js';
import type { Kind, KindForm, ShapeSources } from './shape-sources.js';
import { readItems, type ShapeText } from './shape-text.js';

/** For the rows of an entity's table in one form. */
export interface RowRules {
  readonly unmarked: Marks | undefined;
  readonly overrides: ReadonlyMap<string, ElementItem>;
}

const known = new WeakMap<KindForm, RowRules>();

/** @param form - a form of that kind */
export function rowRules(kind: Kind | undefined, form: KindForm): RowRules {
  const rules = known.get(form) ?? { unmarked: kind?.unmarked && marksIn(kind.unmarked), overrides: elementsIn(form.set) };
  known.set(form, rules);
  return rules;
}

/** An element that may be named without a type, and the text that declares it. */
export interface GlobalElement {
  readonly item: ElementItem;
  readonly at: ShapeText;
}

export function globalElements(sources: ShapeSources): ReadonlyMap<string, GlobalElement> {
  return new Map(sources.elements.flatMap((at) => [...elementsIn(at)].map(([name, item]) => [name, { item, at }] as const)));
}

function elementsIn(text: ShapeText | undefined): ReadonlyMap<string, ElementItem> {
  const items = text ? readItems(text) : [];
  return new Map(items.flatMap((item) => (item.kind === 'element' ? [[item.name, item] as const] : [])));
}

/** The marks of a kind are written as they would stand behind a name. */
function marksIn(text: ShapeText): Marks | undefined {
  const item = readItems({ ...text, text: `x${text.text}` })[0];
  return item?.kind === 'element' ? item.marks : undefined;
}
