/**
 * Works out what one form of an entity takes from the entity's own table: which elements, how often, as what.
 */
import type { AttributeItem, ElementItem, Item, Marks } from './shape-items.js';
import { expandItems, originOf } from './shape-parts.js';
import type { Entity, Kind, KindForm, ShapeSources } from './shape-sources.js';
import { readItems, refuseName, refuseShape, type ShapeText } from './shape-text.js';

/** One form, ready to be laid out in the order of the entity's table. */
export interface Selection {
  /** The form of the kind whose rules hold. */
  readonly rules: KindForm;
  readonly taken: Map<string, ElementItem | undefined>;
  /** Marks of labelled choices that differ. */
  readonly choices: Map<string, Marks>;
  readonly attributes: Map<string, AttributeItem>;
}

/** Whether an entity has a form, of its own or of its kind. */
function hasForm(sources: ShapeSources, type: string, form: string): boolean {
  const entity = sources.entities.get(type);
  if (!entity) return false;
  if (entity.forms.has(form)) return true;
  const take = sources.kinds.get(entity.kind ?? '')?.forms.get(form)?.take;
  const base = take && readItems(take)[0];
  return base?.kind === 'base' ? hasForm(sources, type, base.form) : take !== undefined;
}

/** The first of the wanted forms that an entity has; `kind/form` counts only for entities of that kind. */
export function formFor(sources: ShapeSources, type: string, wanted: readonly string[]): string | undefined {
  for (const each of wanted) {
    const [one = '', other] = each.split('/');
    if (other === undefined && hasForm(sources, type, one)) return one;
    if (other !== undefined && sources.entities.get(type)?.kind === one && hasForm(sources, type, other)) return other;
  }
  return undefined;
}

/** The parsed table of an entity. */
export function tableOf(sources: ShapeSources, entity: Entity): readonly Item[] {
  return entity.elements ? expandItems(entity.elements, sources.parts) : [];
}

/**
 * @param from - who asks, for complaints
 * @throws {HarnessError} `SHAPE_INVALID`
 */
export function selectForm(
  sources: ShapeSources,
  entity: Entity,
  form: string,
  from: { readonly text: ShapeText; readonly at: number },
): Selection {
  const kind = kindOf(sources, entity, from.text);
  const rules = kind.forms.get(form);
  const own = entity.forms.get(form);
  const known = [...entity.forms.keys(), ...kind.forms.keys()];
  const spec = own ?? rules?.take;
  if (!spec) throw refuseName(from.text, from.at, `form of ${entity.type}`, form, known);
  const items = expandItems(spec, sources.parts);
  const [first] = items;
  const derived =
    own && first?.kind === 'base' ? selectForm(sources, entity, first.form, { text: own, at: first.at }) : undefined;
  const selection = derived ? copy(derived) : rules && fresh(rules, entity);
  if (!selection) throw refuseName(spec, 0, 'form of this kind (begin with =form to derive one)', form, kind.forms.keys());
  const also = first?.kind === 'element' && first.name === 'also';
  if (!own || also) takeAsKind(sources, entity, selection, spec);
  const names = namesIn(tableOf(sources, entity));
  if (own) for (const item of derived || also ? items.slice(1) : items) apply(item, selection, names, spec, false);
  return selection;
}

function copy({ rules, taken, choices, attributes }: Selection): Selection {
  return { rules, taken: new Map(taken), choices: new Map(choices), attributes: new Map(attributes) };
}

function fresh(rules: KindForm, entity: Entity): Selection {
  return { rules, taken: new Map(), choices: new Map(), attributes: attributesOf(rules, entity) };
}

/** What the kind says of this form; `=form` there means: the same elements as that form, by the rules of this one. */
function takeAsKind(sources: ShapeSources, entity: Entity, into: Selection, at: ShapeText): void {
  const { take, once } = into.rules;
  if (!take) throw refuseShape(at, 0, 'the kind does not say what this form takes');
  const names = namesIn(tableOf(sources, entity));
  const items = expandItems(take, sources.parts);
  const [first] = items;
  if (first?.kind === 'base') {
    const base = selectForm(sources, entity, first.form, { text: take, at: first.at });
    for (const [name, override] of base.taken) into.taken.set(name, override && once ? atMostOnce(override) : override);
    for (const [label, marks] of base.choices) into.choices.set(label, marks);
  }
  for (const item of first?.kind === 'base' ? items.slice(1) : items) apply(item, into, names, take, true);
}

function atMostOnce(item: ElementItem): ElementItem {
  return item.marks ? { ...item, marks: { ...item.marks, max: 1 } } : item;
}

function kindOf(sources: ShapeSources, entity: Entity, at: ShapeText): Kind {
  const kind = sources.kinds.get(entity.kind ?? '');
  if (!kind) throw refuseName(entity.elements ?? at, 0, 'kind', entity.kind ?? '', sources.kinds.keys());
  return kind;
}

function attributesOf(rules: KindForm | undefined, entity: Entity): Map<string, AttributeItem> {
  const found = new Map<string, AttributeItem>();
  for (const text of [rules?.attributes, entity.attributes]) {
    if (text) for (const item of readItems(text)) if (item.kind === 'attribute') found.set(item.name, item);
  }
  return found;
}

function apply(item: Item, into: Selection, names: readonly string[], spec: ShapeText, lenient: boolean): void {
  const check = (name: string, at: number) => {
    if (names.includes(name)) return true;
    if (lenient) return false;
    throw refuseName(originOf(item, spec), at, 'element', name, names);
  };
  if (item.kind === 'element' && item.name === 'all') for (const name of names) into.taken.set(name, undefined);
  else if (item.kind === 'element' && item.name === 'only') into.taken.clear();
  else if (item.kind === 'element') {
    if (check(item.name, item.at)) into.taken.set(item.name, item.marks || item.type ? item : into.taken.get(item.name));
  } else if (item.kind === 'remove') {
    if (check(item.name, item.at)) into.taken.delete(item.name);
  } else if (item.kind === 'range') {
    if (check(item.from, item.at) && check(item.to, item.at))
      for (const name of names.slice(names.indexOf(item.from), names.indexOf(item.to) + 1)) into.taken.set(name, undefined);
  } else if (item.kind === 'choice') {
    if (check(item.label, item.at) && item.marks) into.choices.set(item.label, item.marks);
  } else if (item.kind === 'attribute') {
    if (item.remove) into.attributes.delete(item.name);
    else into.attributes.set(item.name, item);
  } else throw refuseShape(spec, item.at, 'this does not belong in a form');
}

const names = new WeakMap<readonly Item[], readonly string[]>();

/** Every name in a table in order, those inside choices and the labels of choices too. */
function namesIn(items: readonly Item[]): readonly string[] {
  const known = names.get(items) ?? findNames(items);
  names.set(items, known);
  return known;
}

function findNames(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'element') return [item.name];
    return item.kind === 'choice' ? [item.label, ...item.alternatives.flatMap(findNames)] : [];
  });
}
