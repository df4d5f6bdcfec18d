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
export function stepDown(
  cursor: Cursor | undefined,
  { namespace, name }: Pick<XmlElement, 'namespace' | 'name'>,
): Step | undefined {
  if (!cursor) return undefined;
  for (const step of stepsFrom(cursor).get(name) ?? NONE) if (step.particle.namespace === namespace) return step;
  return undefined;
}

/** Several steps down, by elements. */
export function follow(cursor: Cursor | undefined, path: readonly XmlElement[]): Cursor | undefined {
  return path.reduce<Cursor | undefined>((at, element) => stepDown(at, element)?.at, cursor);
}

const NONE: readonly never[] = [];

type Steps = ReadonlyMap<string, readonly Step[]>;

/** Where one can go from a shape, by name, in the order of the schema: shapes do not change, messages are many. */
const STEPS = new WeakMap<ShapeSet, Map<string, Steps>>();

function stepsFrom({ shapes, shape }: Cursor): Steps {
  const known = STEPS.get(shapes) ?? new Map<string, Steps>();
  STEPS.set(shapes, known);
  const before = known.get(shape);
  if (before) return before;
  const steps = new Map<string, Step[]>();
  for (const each of shapes.shapes.get(shape)?.particles.flatMap((particle) => placesOf(particle, false)) ?? NONE) {
    const step = { ...each, at: { shapes, shape: each.particle.shape } };
    const same = steps.get(each.particle.name);
    if (same) same.push(step);
    else steps.set(each.particle.name, [step]);
  }
  known.set(shape, steps);
  return steps;
}

function placesOf(particle: Particle, isAlternative: boolean): readonly Omit<Step, 'at'>[] {
  if (particle.kind === 'element') return [{ particle, isAlternative }];
  return particle.kind === 'choice' ? particle.alternatives.flat().flatMap((each) => placesOf(each, true)) : [];
}
