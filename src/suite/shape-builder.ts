/**
 * Builds shapes from content: each element gets its namespace, its cardinality and the name of the shape that it holds.
 * A shape is built when something first refers to it, so only what the messages can reach is there.
 */
import type { AttributeUse, Particle, Shape, ValueType } from '../model/shape.js';
import { openLexicon } from './shape-attributes.js';
import { globalElements, type RowRules, rowRules } from './shape-defaults.js';
import { formFor, type Selection, selectForm, tableOf } from './shape-forms.js';
import type { ChoiceItem, ElementItem, Item, Marks, TypeName, TypeRef } from './shape-items.js';
import { expandItems, originOf } from './shape-parts.js';
import type { ShapeSources } from './shape-sources.js';
import { refuseName, refuseShape, type ShapeText } from './shape-text.js';

/** Where a piece of content stands. */
export interface Scope {
  readonly at: ShapeText;
  /** Of the elements in it. */
  readonly namespace: string;
  /** Name of the shape that it belongs to. */
  readonly owner: string;
  /** The entity and the form of it that is being laid out. */
  readonly entity?: string;
  readonly selection?: Selection;
  /** The row-by-row rules of that form; absent in content inside a row. */
  readonly table?: RowRules;
}

type Made = Omit<Shape, 'name'>;

export interface ShapeBuilder {
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Builds a shape unless it is there. @returns its name */
  shape(name: string, make: () => Made): string;
  /** The shape of a group with its arguments filled in. @returns its name */
  group(type: TypeName, scope: Scope): string;
  content(items: readonly Item[], scope: Scope): Made;
}

const ONCE: Marks = { min: 1, max: 1, nillable: false };

export function openBuilder(sources: ShapeSources): ShapeBuilder {
  const shapes = new Map<string, Shape>();
  const begun = new Set<string>();
  const lexicon = openLexicon(sources);
  const globals = globalElements(sources);

  const shape: ShapeBuilder['shape'] = (name, make) => {
    if (!begun.has(name)) {
      begun.add(name);
      shapes.set(name, { name, ...make() });
    }
    return name;
  };

  const content: ShapeBuilder['content'] = (items, scope) => {
    const attributes = items.filter((item) => item.kind === 'attribute');
    const text = items.find((item) => item.kind === 'text');
    return {
      particles: particles(items, scope),
      attributes: lexicon.attributes(attributes, scope.at, scope.entity),
      ...(text && { value: valueNamed(text.type, scope.at) }),
    };
  };

  const valueNamed = (type: TypeRef, at: ShapeText): ValueType => {
    if (type.kind === 'inline') throw refuseShape(at, 0, 'text needs the name of a value');
    return enumerated(type, lexicon.value(type.name, at, type.at));
  };

  const particles = (items: readonly Item[], scope: Scope): readonly Particle[] =>
    items.flatMap((item): readonly Particle[] => {
      if (item.kind === 'element') return element(item, scope);
      if (item.kind === 'choice') return choice(item, scope);
      if (item.kind !== 'any') return [];
      const namespace = sources.prefixes[item.namespace] ?? item.namespace;
      return [{ ...occurs(item.marks ?? ONCE), kind: 'any', namespace, process: item.process }];
    });

  const choice = (item: ChoiceItem, scope: Scope): readonly Particle[] => {
    const alternatives = item.alternatives.map((each) => particles(each, scope)).filter((each) => each.length > 0);
    if (alternatives.length === 0) return [];
    const own = scope.table ? scope.selection?.choices.get(item.label) : undefined;
    return [{ ...occurs(own ?? item.marks ?? ONCE), kind: 'choice', alternatives }];
  };

  const element = (item: ElementItem, scope: Scope): readonly Particle[] => {
    const form = scope.table && scope.selection;
    if (form && !form.taken.has(item.name)) return [];
    const override = form?.taken.get(item.name);
    const set = scope.table?.overrides.get(item.name);
    const global = item.type ? undefined : globals.get(item.name);
    if (!item.type && !global)
      throw refuseName(originOf(item, scope.at), item.at, 'element (it has no type)', item.name, globals.keys());
    const usual = item.marks ?? global?.item.marks ?? scope.table?.unmarked ?? ONCE;
    const marks = override?.marks ?? set?.marks ?? (form?.rules.once && usual.max !== 1 ? { ...usual, max: 1 } : usual);
    const own = override?.type ?? set?.type ?? item.type;
    const home = global && !own ? { at: global.at, namespace: global.at.namespace, owner: global.at.name } : scope;
    return [
      {
        kind: 'element',
        ...occurs(marks),
        namespace: global?.at.namespace ?? scope.namespace,
        name: item.name,
        nillable: marks.nillable,
        shape: typed((own ?? global?.item.type) as TypeRef, home, item),
        ...preset(item),
      },
    ];
  };

  const typed = (type: TypeRef, scope: Scope, of: ElementItem): string => {
    if (type.kind === 'inline') {
      const owner = `${scope.owner}.${of.name}`;
      const { table: _, ...inside } = scope;
      return shape(owner, () => content(type.items, { ...inside, owner }));
    }
    const entity = type.name === 'self' || type.name === '' ? scope.entity : type.name;
    if (entity !== undefined && sources.entities.has(entity)) return entityForm(entity, type, scope);
    if (sources.groups.has(type.name)) return group(type, scope);
    const at = originOf(of, scope.at);
    const [, name = '', set = ''] = /^(.+)-(\w+)$/.exec(type.name) ?? [];
    const isSet = sources.sets.has(set) && !sources.values.has(type.name);
    const value = enumerated(type, lexicon.value(isSet ? name : type.name, at, type.at));
    const item = { kind: 'attribute', name: set, required: false, remove: false, at: type.at } as const;
    return shape(type.name + listed(type), () => ({
      particles: [],
      attributes: isSet ? lexicon.attributes([item], at) : [],
      value,
    }));
  };

  const group: ShapeBuilder['group'] = (type, scope) => {
    const text = sources.groups.get(type.name);
    if (!text) throw refuseName(scope.at, type.at, 'group', type.name, sources.groups.keys());
    if (text.params.length !== type.args.length)
      throw refuseShape(scope.at, type.at, `${type.name} takes ${text.params.length} arguments`);
    const owner = [type.name, ...type.args].join('-').replaceAll('/', '-');
    const items = () => expandItems(text, sources.parts, type.args);
    return shape(owner, () => content(items(), { at: text, namespace: text.namespace, owner }));
  };

  const entityForm = (of: string, type: TypeName, scope: Scope): string => {
    const form = type.form ?? formFor(sources, of, scope.selection?.rules.refers ?? []);
    if (form === undefined) throw refuseShape(scope.at, type.at, `${of} has no form for here`);
    return shape(`${of}-${form}`, () => entityShape(of, form, scope.at, type.at));
  };

  const entityShape = (of: string, form: string, from: ShapeText, offset: number): Made => {
    const entity = sources.entities.get(of);
    if (!entity?.elements) throw refuseShape(from, offset, `entity "${of}" has no elements`);
    const selection = selectForm(sources, entity, form, { text: from, at: offset });
    const at = entity.elements;
    const table = rowRules(sources.kinds.get(entity.kind ?? ''), selection.rules);
    const scope: Scope = { at, namespace: at.namespace, owner: `${of}-${form}`, entity: of, selection, table };
    const attributes: readonly AttributeUse[] = lexicon.attributes(selection.attributes.values(), at, of);
    return { entiteittype: of, particles: particles(tableOf(sources, entity), scope), attributes };
  };

  return { shapes, shape, group, content };
}

function occurs({ min, max }: Marks): Pick<Marks, 'min' | 'max'> {
  return { min, max };
}

function preset({ default: usual, fixed }: ElementItem): { readonly default?: string; readonly fixed?: string } {
  return { ...(usual !== undefined && { default: usual }), ...(fixed !== undefined && { fixed }) };
}

function enumerated(type: TypeName, value: ValueType): ValueType {
  return type.enumeration ? { ...value, name: value.name + listed(type), enumeration: type.enumeration } : value;
}

function listed({ enumeration }: TypeName): string {
  return enumeration ? `-${enumeration.map((each) => each.replace(/\W+/g, '_')).join('-')}` : '';
}
