/**
 * Walks a message together with the compact schema that describes it, so that a check knows what kind of value or group an
 * element is. What the schema does not know is passed over.
 */

import { interned } from '../../../model/interned.js';
import type { ElementParticle, Particle, Shape, ShapeSet } from '../../../model/shape.js';
import { clarkName, type XmlElement } from '../../../model/xml-element.js';
import { ofLatest } from './of-latest.js';

export interface Shaped {
  readonly element: XmlElement;
  readonly shape: Shape;
}

const walked = ofLatest((message: XmlElement, shapes: ShapeSet | undefined): readonly Shaped[] => {
  const root = shapes?.roots.get(clarkName(message));
  const found: Shaped[] = [];
  if (shapes && root !== undefined) walk(message, root, shapes, found);
  return found;
});

/** @returns every element whose shape is known, each before what is in it; none for a message that the schema does not know */
export function shapedIn(message: XmlElement, shapes: ShapeSet | undefined): readonly Shaped[] {
  return walked(message, shapes);
}

function walk(element: XmlElement, name: string, set: ShapeSet, into: Shaped[]): void {
  const shape = set.shapes.get(name);
  if (!shape) return;
  into.push({ element, shape });
  if (element.children.length === 0) return;
  const known = childrenOf(shape);
  for (const child of element.children) {
    for (const particle of known.get(child.name) ?? NONE)
      if (particle.namespace === child.namespace) walk(child, particle.shape, set, into);
  }
}

const NONE: readonly never[] = [];

/** Elements that may stand in a shape, by name. One name has one shape in StUF, also in a choice. */
const KNOWN = new WeakMap<Shape, ReadonlyMap<string, readonly ElementParticle[]>>();

function childrenOf(shape: Shape): ReadonlyMap<string, readonly ElementParticle[]> {
  const before = KNOWN.get(shape);
  if (before) return before;
  const each = new Map(shape.particles.flatMap(elementsOf).map((particle) => [clarkName(particle), particle]));
  const known = new Map<string, readonly ElementParticle[]>();
  for (const particle of each.values()) {
    const named = { ...particle, namespace: interned(particle.namespace) };
    known.set(particle.name, [...(known.get(particle.name) ?? []), named]);
  }
  KNOWN.set(shape, known);
  return known;
}

function elementsOf(particle: Particle): readonly ElementParticle[] {
  if (particle.kind === 'element') return [particle];
  return particle.kind === 'choice' ? particle.alternatives.flat().flatMap(elementsOf) : [];
}
