/**
 * Names the elements of a schema set that hold base64. The validator passes over characters that base64 does not have, so
 * that `#?` or a date can count as base64 for it; what these elements hold is looked at once more.
 */
import type { Particle, ShapeSet } from '../model/shape.js';
import type { Closure } from './schema-closure.js';
import { isSchema, type QName, resolveName, type SchemaNode } from './schema-document.js';

const BASE64 = '{http://www.w3.org/2001/XMLSchema}base64Binary';

type Scope = Readonly<Record<string, string>>;

/** An element declaration, or a type with what it is derived from. */
interface Declared {
  readonly name: string;
  readonly type: string;
}

/**
 * @returns Clark names; not those that are declared with another type as well, since a name alone cannot tell them apart
 */
export function binaryElementsOf(closure: Closure): readonly string[] {
  const elements: Declared[] = [];
  const bases = new Map<string, string>();
  for (const { namespace, root } of closure.documents) {
    const scope = root.attributes.targetNamespace === undefined ? { '': namespace } : {};
    for (const child of root.children) noteType(child, namespace, { ...scope, ...root.declares }, bases);
    elements.push(...elementsIn(root, namespace, root.attributes.elementFormDefault === 'qualified', scope));
  }
  const isBinary = (type: string): boolean => {
    for (let at: string | undefined = type, steps = 0; at !== undefined && steps < 100; at = bases.get(at), steps++)
      if (at === BASE64) return true;
    return false;
  };
  return namesOf(elements, isBinary);
}

/** The same for shapes. */
export function binaryElementsOfShapes({ roots, shapes }: ShapeSet): readonly string[] {
  const elements: Declared[] = [...roots].map(([name, type]) => ({ name, type }));
  const visit = (particles: readonly Particle[]): void => {
    for (const each of particles) {
      if (each.kind === 'element') elements.push({ name: `{${each.namespace}}${each.name}`, type: each.shape });
      if (each.kind === 'choice') each.alternatives.forEach(visit);
    }
  };
  for (const { particles } of shapes.values()) visit(particles);
  return namesOf(elements, (type) => shapes.get(type)?.value?.base === 'base64Binary');
}

function namesOf(elements: readonly Declared[], isBinary: (type: string) => boolean): readonly string[] {
  const others = new Set(elements.filter(({ type }) => !isBinary(type)).map(({ name }) => name));
  const names = elements.filter(({ type, name }) => isBinary(type) && !others.has(name)).map(({ name }) => name);
  return [...new Set(names)].sort();
}

function noteType(node: SchemaNode, namespace: string, outer: Scope, bases: Map<string, string>): void {
  const { name } = node.attributes;
  const base = baseOf(node, { ...outer, ...node.declares });
  if (name !== undefined && base !== undefined && /^(simple|complex)Type$/.test(node.name))
    bases.set(`{${namespace}}${name}`, base);
}

/** What a type without elements is derived from. */
function baseOf(type: SchemaNode, scope: Scope): string | undefined {
  for (const child of type.children) {
    const inner = { ...scope, ...child.declares };
    if (isSchema(child, 'simpleContent')) return baseOf(child, inner);
    const { base } = child.attributes;
    if ((isSchema(child, 'restriction') || isSchema(child, 'extension')) && base !== undefined)
      return clark(resolveName(base, inner));
  }
  return undefined;
}

function elementsIn(node: SchemaNode, namespace: string, isQualified: boolean, outer: Scope): readonly Declared[] {
  return node.children.flatMap((child) => {
    const scope = { ...outer, ...node.declares, ...child.declares };
    const inside = elementsIn(child, namespace, isQualified, { ...outer, ...node.declares });
    const { name, form, type } = child.attributes;
    if (!isSchema(child, 'element') || name === undefined) return inside;
    const isIn = isSchema(node, 'schema') || (form === undefined ? isQualified : form === 'qualified');
    const inline = child.children.find((each) => isSchema(each, 'simpleType') || isSchema(each, 'complexType'));
    const of = type === undefined ? inline && baseOf(inline, { ...scope, ...inline.declares }) : clark(resolveName(type, scope));
    return [{ name: `{${isIn ? namespace : ''}}${name}`, type: of ?? '' }, ...inside];
  });
}

function clark({ namespace, name }: QName): string {
  return `{${namespace}}${name}`;
}
