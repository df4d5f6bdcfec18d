/**
 * Whether a message is certainly valid by the schema that is written from shapes. Most messages are plainly valid, and to
 * hold them against the compiled schema they have to be read again into the memory of the validator. What is not plainly
 * valid is left to the validator: it decides, and it words the complaint.
 *
 * @see XML Schema part 1 §3.3.4, §3.4.4, §3.8.4
 */
import { interned } from '../model/interned.js';
import type { AnyParticle, AttributeUse, ElementParticle, Particle, Shape, ShapeSet } from '../model/shape.js';
import { clarkName, type XmlAttribute, type XmlElement } from '../model/xml-element.js';
import { type SureValue, sureValue } from './sure-values.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** @returns whether a message is certainly valid; false says nothing */
export type SureShapes = (message: XmlElement) => boolean;

/** Whether an element is certainly what is asked of it. */
type Sure = (element: XmlElement, as: Pick<ElementParticle, 'nillable' | 'default' | 'fixed'>) => boolean;

const ROOT = { nillable: false };

export function sureShapes(set: ShapeSet): SureShapes {
  const known = new Map<string, Sure>();
  const sureOf = (name: string): Sure => {
    const before = known.get(name);
    if (before) return before;
    const shape = set.shapes.get(name);
    const made = shape ? ofShape(shape, sureOf) : () => false;
    known.set(name, made);
    return made;
  };
  return (message) => {
    const root = set.roots.get(clarkName(message));
    return root !== undefined && sureOf(root)(message, ROOT);
  };
}

/** A shape can hold itself: those in it are looked up when they are needed. */
function ofShape(shape: Shape, sureOf: (name: string) => Sure): Sure {
  const marks = attributesOf(shape.attributes);
  const value = shape.value && sureValue(shape.value);
  const parts = shape.particles.map((each) => partOf(each, sureOf));
  return (element, as) => {
    const { attributes, children, text } = element;
    const isNil = attributes.length > 0 && attributes.some((each) => each.namespace === XSI);
    if (!marks(attributes, isNil)) return false;
    if (isNil) return as.nillable && as.fixed === undefined && children.length === 0 && text === '';
    if (value) return children.length === 0 && isPresent(text, as) && value(text);
    if (as.default !== undefined || as.fixed !== undefined) return false;
    if (parts.length === 0) return children.length === 0 && text === '';
    return isBlank(text) && inOrder(parts, children, 0) === children.length;
  };
}

/** An empty element may stand for something else, and what is fixed is only that. */
function isPresent(text: string, as: Parameters<Sure>[1]): boolean {
  if (as.default !== undefined && text === '') return false;
  return as.fixed === undefined || as.fixed === text;
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign !== 0x20 && sign !== 0x0a && sign !== 0x09 && sign !== 0x0d) return false;
  }
  return true;
}

type Marks = (attributes: readonly XmlAttribute[], isNil: boolean) => boolean;

interface Use {
  readonly namespace: string;
  readonly required: boolean;
  readonly fixed: string | undefined;
  readonly holds: SureValue;
}

/** All that there are are described, and all that must be there are. Of the schema's own, `nil` alone is plain. */
function attributesOf(uses: readonly AttributeUse[]): Marks {
  const named = new Map<string, readonly Use[]>();
  for (const { namespace, name, type, required, fixed } of uses) {
    const use = { namespace: interned(namespace), required, fixed, holds: sureValue(type) };
    named.set(name, [...(named.get(name) ?? []), use]);
  }
  const required = uses.filter((each) => each.required).length;
  return (attributes) => {
    let met = 0;
    for (const { namespace, name, value } of attributes) {
      if (namespace === XSI) {
        if (name !== 'nil' || value !== 'true') return false;
        continue;
      }
      const use = named.get(name)?.find((each) => each.namespace === namespace);
      if (!use?.holds(value) || (use.fixed !== undefined && use.fixed !== value)) return false;
      if (use.required) met += 1;
    }
    return met === required;
  };
}

/** Takes children from a place on; @returns the place after the last that it took, or -1 where it is not sure. */
type Part = (children: readonly XmlElement[], from: number) => number;

function partOf(particle: Particle, sureOf: (name: string) => Sure): Part {
  const most = particle.max === 'unbounded' ? Number.POSITIVE_INFINITY : particle.max;
  if (particle.kind === 'element') return ofElement(particle, most, sureOf);
  if (particle.kind === 'any') return ofAny(particle, most);
  const alternatives = particle.alternatives.map((each) => each.map((part) => partOf(part, sureOf)));
  return (children, from) => {
    let at = from;
    let mayBeEmpty = false;
    for (let times = 0; times < most; times++) {
      let taken = at;
      for (const alternative of alternatives) {
        const end = inOrder(alternative, children, at);
        if (end === at) mayBeEmpty = true;
        if (end > taken) taken = end;
      }
      if (taken === at) return times >= particle.min || mayBeEmpty ? at : -1;
      at = taken;
    }
    return at;
  };
}

/**
 * What may be anything is left to the validator as soon as there is something; only what it has to pass over, and is of
 * one foreign namespace through and through, is plain.
 */
function ofAny({ min, namespace, process }: AnyParticle, most: number): Part {
  const plain = new Set(process === 'skip' && !namespace.includes('##') ? namespace.split(/\s+/).map(interned) : []);
  return (children, from) => {
    let at = from;
    for (let child = children[at]; child && at - from < most; child = children[at]) {
      if (!plain.has(child.namespace)) break;
      if (!isOf(child.namespace, child)) return -1;
      at += 1;
    }
    return at - from < min ? -1 : at;
  };
}

function isOf(namespace: string, element: XmlElement): boolean {
  return element.namespace === namespace && element.children.every((each) => isOf(namespace, each));
}

function ofElement(particle: ElementParticle, most: number, sureOf: (name: string) => Sure): Part {
  const [name, namespace] = [interned(particle.name), interned(particle.namespace)];
  let sure: Sure | undefined;
  return (children, from) => {
    let at = from;
    for (let child = children[at]; child && at - from < most; child = children[at]) {
      if (child.name !== name || child.namespace !== namespace) break;
      sure ??= sureOf(particle.shape);
      if (!sure(child, particle)) return -1;
      at += 1;
    }
    return at - from < particle.min ? -1 : at;
  };
}

function inOrder(parts: readonly Part[], children: readonly XmlElement[], from: number): number {
  let at = from;
  for (const part of parts) {
    at = part(children, at);
    if (at < 0) return -1;
  }
  return at;
}
