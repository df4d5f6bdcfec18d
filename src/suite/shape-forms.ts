/**
 * Works out what one form of an entity takes from the entity's own table: which elements, how often, as what.
 */
import type { AttributeItem, ElementItem, Item, Marks } from './shape-notation.js';
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
export function hasForm(sources: ShapeSources, type: string, form: string): boolean {
  const entity = sources.entities.get(type);
  if (!entity) return false;
  return entity.forms.has(form) || sources.kinds.get(entity.kind ?? '')?.forms.get(form)?.take !== undefined;
}

/** The parsed table of an entity. */
export function tableOf(entity: Entity, at: ShapeText): readonly Item[] {
  if (!entity.elements) throw refuseShape(at, 0, `entity "${entity.type}" has no elements`);
  return readItems(entity.elements);
}

/**
 * @param at - who asks, for complaints
 * @throws {HarnessError} `SHAPE_INVALID`
 */
export function selectForm(sources: ShapeSources, entity: Entity, form: string, at: ShapeText): Selection {
  const kind = kindOf(sources, entity, at);
  const rules = kind.forms.get(form);
  const spec = entity.forms.get(form) ?? rules?.take;
  const names = namesIn(tableOf(entity, at));
  if (!spec) throw refuseName(at, 0, `form of ${entity.type}`, form, [...entity.forms.keys(), ...kind.forms.keys()]);
  const items = readItems(spec);
  const base = items[0]?.kind === 'base' ? items[0] : undefined;
  if (!base && !rules) throw refuseName(spec, 0, `form (begin with =form to derive one)`, form, kind.forms.keys());
  const start = base && selectForm(sources, entity, base.form, spec);
  const selection: Selection = {
    rules: start?.rules ?? (rules as KindForm),
    taken: new Map(start?.taken),
    choices: new Map(start?.choices),
    attributes: new Map(start?.attributes ?? attributesOf(rules, entity)),
  };
  const lenient = spec === rules?.take;
  for (const item of base ? items.slice(1) : items) apply(item, selection, names, spec, lenient);
  return selection;
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
    throw refuseName(spec, at, 'element', name, names);
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

/** Every name in a table in order, those inside choices and the labels of choices too. */
function namesIn(items: readonly Item[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'element') return [item.name];
    return item.kind === 'choice' ? [item.label, ...item.alternatives.flatMap(namesIn)] : [];
  });
}
