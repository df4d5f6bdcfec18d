/**
 * Follows a message through the compact schema: what the schema says of an element at this very place.
 */
import type { ElementParticle, Particle, Shape, ShapeSet } from '../../../model/shape.js';
import type { StandardDefinition } from '../../../model/standard-definition.js';
import { clarkName, type XmlElement } from '../../../model/xml-element.js';

/** A place in the schema; absent where it does not say what stands there. */
export interface Cursor {
  readonly shapes: ShapeSet;
  readonly shape: string;
}

export interface Step {
  readonly particle: ElementParticle;
  /** One of several that exclude each other. */
  readonly isAlternative: boolean;
  readonly at: Cursor;
}

/** At the message element. */
export function cursorAt(standard: StandardDefinition, message: XmlElement): Cursor | undefined {
  const shape = standard.shapes?.roots.get(clarkName(message));
  return shape === undefined || !standard.shapes ? undefined : { shapes: standard.shapes, shape };
}

/** One step down; undefined when the schema does not know the element here. */
export function stepDown(cursor: Cursor | undefined, child: Pick<XmlElement, 'namespace' | 'name'>): Step | undefined {
  const shape = cursor?.shapes.shapes.get(cursor.shape);
  if (!cursor || !shape) return undefined;
  const known = placesIn(shape).get(child.name);
  const found = known?.find(({ particle }) => particle.namespace === child.namespace);
  return found && { ...found, at: { shapes: cursor.shapes, shape: found.particle.shape } };
}

/** Several steps down, by elements. */
export function follow(cursor: Cursor | undefined, path: readonly XmlElement[]): Cursor | undefined {
  return path.reduce<Cursor | undefined>((at, element) => stepDown(at, element)?.at, cursor);
}

type Place = Omit<Step, 'at'>;

/** What stands in a shape, by name, in the order in which the schema names it: shapes do not change, messages are many. */
const PLACES = new WeakMap<Shape, ReadonlyMap<string, readonly Place[]>>();

function placesIn(shape: Shape): ReadonlyMap<string, readonly Place[]> {
  const before = PLACES.get(shape);
  if (before) return before;
  const places = new Map<string, Place[]>();
  for (const place of shape.particles.flatMap((each) => placesOf(each, false))) {
    const same = places.get(place.particle.name);
    if (same) same.push(place);
    else places.set(place.particle.name, [place]);
  }
  PLACES.set(shape, places);
  return places;
}

function placesOf(particle: Particle, isAlternative: boolean): readonly Place[] {
  if (particle.kind === 'element') return [{ particle, isAlternative }];
  return particle.kind === 'choice' ? particle.alternatives.flat().flatMap((each) => placesOf(each, true)) : [];
}
