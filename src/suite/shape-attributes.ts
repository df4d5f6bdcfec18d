/**
 * Values and attributes by name: each is read once, however many shapes carry it.
 */
import type { AttributeUse, ValueType } from '../model/shape.js';
import { clarkName } from '../model/xml-element.js';
import type { AttributeItem } from './shape-items.js';
import type { ShapeSources } from './shape-sources.js';
import { guarded, readItems, refuseName, type ShapeText } from './shape-text.js';
import { BASES, parseValue } from './shape-values.js';

export interface Lexicon {
  /** @throws {HarnessError} `SHAPE_INVALID` with the nearest name */
  value(name: string, at: ShapeText, offset: number): ValueType;
  /**
   * Attributes in the order in which they were first named; a later one of the same name replaces an earlier.
   * @param entity - what `$type` stands for
   */
  attributes(items: Iterable<AttributeItem>, at: ShapeText, entity?: string): readonly AttributeUse[];
}

export function openLexicon(sources: ShapeSources): Lexicon {
  const values = new Map<string, ValueType>(BASES.map((base) => [base, { name: base, base }]));
  const uses = new Map<string, readonly AttributeUse[]>();

  const value: Lexicon['value'] = (name, at, offset) => {
    const known = values.get(name);
    if (known) return known;
    const text = sources.values.get(name);
    if (!text) throw refuseName(at, offset, 'type', name, typeNames(sources));
    const made = guarded(text, () => parseValue(name, text.text, (parent) => value(parent, text, 0)));
    values.set(name, made);
    return made;
  };

  const use = (item: AttributeItem, at: ShapeText, entity?: string): readonly AttributeUse[] => {
    const fixed = item.fixed === '$type' ? entity : item.fixed;
    const key = `${item.name} ${item.required} ${fixed ?? ''}`;
    const known = uses.get(key);
    if (known) return known;
    const set = sources.sets.get(item.name);
    const made = set
      ? readItems(set).flatMap((each) => (each.kind === 'attribute' ? use(each, set, entity) : []))
      : [declared(item, fixed, at)];
    uses.set(key, made);
    return made;
  };

  const declared = (item: AttributeItem, fixed: string | undefined, at: ShapeText): AttributeUse => {
    const text = sources.attributes.get(item.name);
    if (!text) throw refuseName(at, item.at, 'attribute', item.name, [...sources.attributes.keys(), ...sources.sets.keys()]);
    const [type = '', always] = text.text.split(' fixed=');
    const only = fixed ?? always;
    const [prefix, local] = text.name.includes(':') ? text.name.split(':') : [undefined, text.name];
    return {
      namespace: prefix === undefined ? text.namespace : (sources.prefixes[prefix] ?? ''),
      name: local ?? text.name,
      type: /^[\w-]+$/.test(type)
        ? value(type, text, 0)
        : guarded(text, () => parseValue(text.name, type, (of) => value(of, text, 0))),
      required: item.required,
      ...(only !== undefined && { fixed: only }),
    };
  };

  return {
    value,
    attributes(items, at, entity) {
      const found = new Map<string, AttributeUse>();
      for (const item of items) for (const each of use(item, at, entity)) found.set(clarkName(each), each);
      return [...found.values()];
    },
  };
}

function typeNames(sources: ShapeSources): readonly string[] {
  return [...sources.values.keys(), ...sources.groups.keys(), ...sources.entities.keys()];
}
