/**
 * Walks a message together with the compact schema that describes it, so that a check knows what kind of value or group an
 * element is. What the schema does not know is passed over.
 */
import type { ElementParticle, Particle, Shape, ShapeSet } from '../../../model/shape.js';
import { clarkName, type XmlElement } from '../../../model/xml-element.js';

/** Calls back for every element whose shape is known, each before what is in it. */
export function walkShapes(message: XmlElement, shapes: ShapeSet, visit: (element: XmlElement, shape: Shape) => void): void {
  const root = shapes.roots.get(clarkName(message));
  if (root !== undefined) walk(message, root, shapes, visit);
}

function walk(element: XmlElement, name: string, set: ShapeSet, visit: (element: XmlElement, shape: Shape) => void): void {
  const shape = set.shapes.get(name);
  if (!shape) return;
  visit(element, shape);
  if (element.children.length === 0) return;
  const known = childrenOf(shape);
  for (const child of element.children) {
    const next = known.get(clarkName(child));
    if (next !== undefined) walk(child, next, set, visit);
  }
}

/** Elements that may stand in a shape: name → shape. One name has one shape in StUF, also in a choice. */
const KNOWN = new WeakMap<Shape, ReadonlyMap<string, string>>();

function childrenOf(shape: Shape): ReadonlyMap<string, string> {
  const known = KNOWN.get(shape) ?? new Map(shape.particles.flatMap(elementsOf).map((each) => [clarkName(each), each.shape]));
  KNOWN.set(shape, known);
  return known;
}

function elementsOf(particle: Particle): readonly ElementParticle[] {
  if (particle.kind === 'element') return [particle];
  return particle.kind === 'choice' ? particle.alternatives.flat().flatMap(elementsOf) : [];
}
