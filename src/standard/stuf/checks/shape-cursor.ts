/**
 * Follows a message through the compact schema: what the schema says of an element at this very place.
 */
import type { ElementParticle, Particle, ShapeSet } from '../../../model/shape.js';
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
  if (!cursor) return undefined;
  const found = find(cursor.shapes.shapes.get(cursor.shape)?.particles ?? [], child, false);
  return found && { ...found, at: { shapes: cursor.shapes, shape: found.particle.shape } };
}

/** Several steps down, by elements. */
export function follow(cursor: Cursor | undefined, path: readonly XmlElement[]): Cursor | undefined {
  return path.reduce<Cursor | undefined>((at, element) => stepDown(at, element)?.at, cursor);
}

function find(
  particles: readonly Particle[],
  { namespace, name }: Pick<XmlElement, 'namespace' | 'name'>,
  isAlternative: boolean,
): Omit<Step, 'at'> | undefined {
  for (const particle of particles) {
    if (particle.kind === 'element' && particle.name === name && particle.namespace === namespace) {
      return { particle, isAlternative };
    }
    if (particle.kind !== 'choice') continue;
    for (const alternative of particle.alternatives) {
      const found = find(alternative, { namespace, name }, true);
      if (found) return found;
    }
  }
  return undefined;
}
