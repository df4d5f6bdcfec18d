/**
 * Compact schemas: from our own YAML notation to shapes that a validator and a simulated counterpart can use.
 * Only what the messages can reach is built.
 *
 * @see docs/schema-notation.md
 */
import type { AttributeUse, Particle, Shape, ShapeSet, ValueType } from '../model/shape.js';
import { clarkName } from '../model/xml-element.js';
import type { FileSet } from './file-set.js';
import { hasForm, type Selection, selectForm, tableOf } from './shape-forms.js';
import type { AttributeItem, ElementItem, Item, Marks, TypeRef } from './shape-notation.js';
import { gather, type ShapeSources } from './shape-sources.js';
import { expandItems, guarded, originOf, readItems, refuseName, refuseShape, type ShapeText } from './shape-text.js';
import { BASES, parseValue } from './shape-values.js';

/**
 * Loads the compact schema of a standard.
 * @param files - reads and remembers every file
 * @param standard - folder name of the standard
 * @param uses - folders of `_basis` that it builds on; those with a `shapes.yaml` come along
 * @param entry - the standard's own file, relative to its folder
 * @throws {HarnessError} `SHAPE_INVALID` with file:line:column and the nearest name
 */
export async function loadShapes(files: FileSet, standard: string, uses: readonly string[], entry: string): Promise<ShapeSet> {
  const sources: ShapeSources = {
    prefixes: {},
    values: new Map(),
    attributes: new Map(),
    sets: new Map(),
    elements: [],
    groups: new Map(),
    parts: new Map(),
    kinds: new Map(),
    entities: new Map(),
    messages: [],
  };
  const seen = new Set<string>();
  for (const name of uses) await gather(files, `_basis/${name}/shapes.yaml`, sources, seen);
  await gather(files, `${standard}/${entry}`, sources, seen);
  return build(sources);
}

/** Where a piece of content stands: decides namespaces, default marks, and in which form entities appear. */
interface Scope {
  readonly at: ShapeText;
  readonly namespace: string;
  readonly owner: string;
  readonly entity?: string;
  readonly selection?: Selection;
  /** True for rows of the entity's table, false for content inside them. */
  readonly table?: boolean;
  readonly unmarked?: Marks | undefined;
  readonly overrides?: ReadonlyMap<string, ElementItem>;
}

interface Content {
  readonly particles: readonly Particle[];
  readonly attributes: readonly AttributeUse[];
  readonly value?: ValueType;
}

const ONCE: Marks = { min: 1, max: 1, nillable: false };

function build(sources: ShapeSources): ShapeSet {
  const shapes = new Map<string, Shape>();
  const begun = new Set<string>();
  const values = new Map<string, ValueType>(BASES.map((base) => [base, { name: base, base }]));
  const globals = globalElements(sources);

  const shape = (name: string, make: () => Omit<Shape, 'name'>): string => {
    if (!begun.has(name)) {
      begun.add(name);
      shapes.set(name, { name, ...make() });
    }
    return name;
  };

  const valueOf = (name: string, at: ShapeText, offset: number): ValueType => {
    const known = values.get(name);
    if (known) return known;
    const text = sources.values.get(name);
    if (!text) throw refuseName(at, offset, 'type', name, typeNames(sources));
    const value = guarded(text, () => parseValue(name, text.text, (parent) => valueOf(parent, text, 0)));
    values.set(name, value);
    return value;
  };

  const attribute = (item: AttributeItem, scope: Scope): readonly AttributeUse[] => {
    const set = sources.sets.get(item.name);
    if (set) return readItems(set).flatMap((each) => (each.kind === 'attribute' ? attribute(each, { ...scope, at: set }) : []));
    const text = sources.attributes.get(item.name);
    if (!text)
      throw refuseName(scope.at, item.at, 'attribute', item.name, [...sources.attributes.keys(), ...sources.sets.keys()]);
    const [type = '', own] = text.text.split(/ fixed=/);
    const fixed = item.fixed === '$type' ? scope.entity : (item.fixed ?? own);
    const [prefix, local] = text.name.includes(':') ? text.name.split(':') : [undefined, text.name];
    return [
      {
        namespace: prefix === undefined ? text.namespace : (sources.prefixes[prefix] ?? ''),
        name: local ?? text.name,
        type: /^[\w-]+$/.test(type)
          ? valueOf(type, text, 0)
          : guarded(text, () => parseValue(text.name, type, (of) => valueOf(of, text, 0))),
        required: item.required,
        ...(fixed !== undefined && { fixed }),
      },
    ];
  };

  const content = (items: readonly Item[], scope: Scope): Content => {
    const attributes = items.flatMap((item) => (item.kind === 'attribute' ? attribute(item, scope) : []));
    const texts = items.flatMap((item) => (item.kind === 'text' ? [item] : []));
    const own = texts[0] && item0(texts[0].type, scope);
    return {
      particles: particles(items, scope),
      attributes,
      ...(own && { value: own }),
    };
  };

  const item0 = (type: TypeRef, scope: Scope): ValueType => {
    if (type.kind === 'inline') throw refuseShape(scope.at, 0, 'text needs the name of a value');
    return enumerated(type, valueOf(type.name, scope.at, type.at));
  };

  const particles = (items: readonly Item[], scope: Scope): readonly Particle[] =>
    items.flatMap((item): readonly Particle[] => {
      if (item.kind === 'any')
        return [{ ...occurs(item.marks ?? ONCE), kind: 'any', namespace: anyOf(item.namespace, sources), process: item.process }];
      if (item.kind === 'choice') return choice(item, scope);
      return item.kind === 'element' ? element(item, scope) : [];
    });

  const choice = (item: Extract<Item, { kind: 'choice' }>, scope: Scope): readonly Particle[] => {
    const alternatives = item.alternatives.map((each) => particles(each, scope)).filter((each) => each.length > 0);
    if (alternatives.length === 0) return [];
    const own = scope.table ? scope.selection?.choices.get(item.label) : undefined;
    const marks = own ?? item.marks ?? ONCE;
    return [{ ...occurs(marks), kind: 'choice', alternatives }];
  };

  const element = (item: ElementItem, scope: Scope): readonly Particle[] => {
    const taken = scope.table ? scope.selection?.taken : undefined;
    if (taken && !taken.has(item.name)) return [];
    const override = taken?.get(item.name);
    const set = scope.overrides?.get(item.name);
    const global = item.type ? undefined : globals.get(item.name);
    if (!item.type && !global)
      throw refuseName(originOf(item, scope.at), item.at, 'element (it has no type)', item.name, globals.keys());
    const table = item.marks ?? global?.item.marks ?? scope.unmarked ?? ONCE;
    const once = scope.table && scope.selection?.rules.once && table.max !== 1 ? { ...table, max: 1 as const } : table;
    const marks = override?.marks ?? set?.marks ?? once;
    const type = override?.type ?? set?.type ?? item.type ?? global?.item.type;
    const inner: Scope =
      global && !override?.type ? { at: global.at, namespace: global.at.namespace, owner: global.at.name } : scope;
    const preset = { ...pick(item), ...pick(global?.item) };
    return [
      {
        kind: 'element',
        ...occurs(marks),
        namespace: global?.at.namespace ?? scope.namespace,
        name: item.name,
        nillable: marks.nillable,
        shape: typed(type as TypeRef, inner, item.name),
        ...preset,
      },
    ];
  };

  const typed = (type: TypeRef, scope: Scope, name: string): string => {
    if (type.kind === 'inline') {
      return shape(`${scope.owner}.${name}`, () =>
        content(type.items, {
          ...scope,
          table: false,
          owner: `${scope.owner}.${name}`,
        }),
      );
    }
    const entity = type.name === 'self' || type.name === '' ? scope.entity : type.name;
    if (entity !== undefined && sources.entities.has(entity)) return ofEntity(entity, type, scope);
    if (sources.groups.has(type.name)) return ofGroup(type, scope);
    const dash = type.name.lastIndexOf('-');
    const set = type.name.slice(dash + 1);
    if (dash > 0 && !sources.values.has(type.name) && sources.sets.has(set)) {
      const value = valueOf(type.name.slice(0, dash), scope.at, type.at);
      return shape(type.name + listed(type), () => ({
        particles: [],
        attributes: attribute({ kind: 'attribute', name: set, required: false, remove: false, at: type.at }, scope),
        value: enumerated(type, value),
      }));
    }
    const value = valueOf(type.name, scope.at, type.at);
    return shape(value.name + listed(type), () => ({ particles: [], attributes: [], value: enumerated(type, value) }));
  };

  const ofGroup = (type: Extract<TypeRef, { kind: 'name' }>, scope: Scope): string => {
    const text = sources.groups.get(type.name) as ShapeText;
    const name = [type.name, ...type.args].join('-').replaceAll('/', '-');
    if (text.params.length !== type.args.length)
      throw refuseShape(scope.at, type.at, `${type.name} takes ${text.params.length} arguments`);
    return shape(name, () =>
      content(expandItems(text, sources.parts, type.args), { at: text, namespace: text.namespace, owner: name }),
    );
  };

  const ofEntity = (of: string, type: Extract<TypeRef, { kind: 'name' }>, scope: Scope): string => {
    const wanted = type.form ? [type.form] : (scope.selection?.rules.refers ?? []);
    const form = wanted.flatMap((each) => formFor(sources, of, each)).find((each) => hasForm(sources, of, each));
    if (!form) throw refuseName(scope.at, type.at, `form of ${of}`, wanted[0] ?? '', formNames(sources, of));
    return shape(`${of}-${form}`, () => entityShape(of, form, scope.at));
  };

  const entityShape = (of: string, form: string, at: ShapeText): Omit<Shape, 'name'> => {
    const entity = sources.entities.get(of);
    if (!entity?.elements) throw refuseShape(at, 0, `entity "${of}" has no elements`);
    const selection = selectForm(sources, entity, form, at);
    const unmarked = sources.kinds.get(entity.kind ?? '')?.unmarked;
    const scope: Scope = {
      at: entity.elements,
      namespace: entity.elements.namespace,
      owner: `${of}-${form}`,
      entity: of,
      selection,
      table: true,
      unmarked: unmarked && marksIn(unmarked),
      overrides: elementsIn(selection.rules.set),
    };
    const { particles } = content(tableOf(sources, entity, at), scope);
    const attributes = [...selection.attributes.values()].flatMap((item) => attribute(item, scope));
    return { entiteittype: of, particles, attributes: unique(attributes) };
  };

  const roots = new Map<string, string>();
  for (const message of sources.messages) {
    const scope: Scope = { at: message, namespace: message.namespace, owner: message.name };
    const items = expandItems(message, sources.parts);
    const only = items[0];
    const alias =
      items.length === 1 && only?.kind === 'element' && !only.type && sources.groups.has(only.name) ? only : undefined;
    const name = alias
      ? ofGroup({ kind: 'name', name: alias.name, args: [], at: alias.at }, scope)
      : shape(message.name, () => content(items, scope));
    roots.set(clarkName({ namespace: message.namespace, name: message.name }), name);
  }
  return { prefixes: sources.prefixes, shapes, roots };
}

function globalElements(sources: ShapeSources): ReadonlyMap<string, { readonly item: ElementItem; readonly at: ShapeText }> {
  const found = new Map<string, { item: ElementItem; at: ShapeText }>();
  for (const at of sources.elements)
    for (const item of readItems(at)) if (item.kind === 'element') found.set(item.name, { item, at });
  return found;
}

function occurs({ min, max }: Marks): { readonly min: number; readonly max: number | 'unbounded' } {
  return { min, max };
}

function pick(item: ElementItem | undefined): { readonly default?: string; readonly fixed?: string } {
  return {
    ...(item?.default !== undefined && { default: item.default }),
    ...(item?.fixed !== undefined && { fixed: item.fixed }),
  };
}

function enumerated(type: Extract<TypeRef, { kind: 'name' }>, value: ValueType): ValueType {
  return type.enumeration ? { ...value, name: value.name + listed(type), enumeration: type.enumeration } : value;
}

function listed(type: Extract<TypeRef, { kind: 'name' }>): string {
  return type.enumeration ? `-${type.enumeration.map((each) => each.replace(/[^\w]+/g, '_')).join('-')}` : '';
}

function marksIn(text: ShapeText): Marks | undefined {
  const item = readItems({ ...text, text: `x${text.text}` })[0];
  return item?.kind === 'element' ? item.marks : undefined;
}

function elementsIn(text: ShapeText | undefined): ReadonlyMap<string, ElementItem> {
  return new Map(text ? readItems(text).flatMap((item) => (item.kind === 'element' ? [[item.name, item] as const] : [])) : []);
}

/** A later attribute of the same name replaces an earlier one. */
function unique(attributes: readonly AttributeUse[]): readonly AttributeUse[] {
  return [...new Map(attributes.map((each) => [clarkName(each), each])).values()];
}

function anyOf(namespace: string, sources: ShapeSources): string {
  return sources.prefixes[namespace] ?? namespace;
}

function typeNames(sources: ShapeSources): readonly string[] {
  return [...sources.values.keys(), ...sources.groups.keys(), ...sources.entities.keys()];
}

/** `form` holds for every entity, `kind/form` for those of that kind. */
function formFor(sources: ShapeSources, type: string, wanted: string): readonly string[] {
  const [kind = '', form] = wanted.split('/');
  if (form === undefined) return [wanted];
  return sources.entities.get(type)?.kind === kind ? [form] : [];
}

function formNames(sources: ShapeSources, type: string): readonly string[] {
  const entity = sources.entities.get(type);
  return [...(entity?.forms.keys() ?? []), ...(sources.kinds.get(entity?.kind ?? '')?.forms.keys() ?? [])];
}
