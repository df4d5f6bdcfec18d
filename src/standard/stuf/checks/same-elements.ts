/**
 * Old and current of a change name the same elements. Elements of a choice are left out: there old and current each name
 * their own (S301 §5.2.4).
 * Option `except`: local names that need not be on both sides.
 */
import type { Particle, ShapeSet } from '../../../model/shape.js';
import { clarkName, type XmlElement } from '../../../model/xml-element.js';
import type { MessageCheck } from '../../family.js';
import { isRelation } from '../registry/elements.js';
import { type Entity, kennisgevingenIn } from './kennisgevingen.js';
import { optionWords } from './option-words.js';
import { breachAt } from './place.js';

export const sameElements: MessageCheck = (input) => {
  const except = new Set(optionWords(input.options, 'except'));
  const olds = kennisgevingenIn(input.message).flatMap(({ entities }) => entities.filter(isChanged));
  if (olds.length === 0) return undefined;
  const chosen = input.standard.shapes ? chosenNames(input.standard.shapes) : new Set<string>();
  const names = (element: XmlElement) =>
    new Map(
      attributes(element)
        .filter((each) => !except.has(each.name) && !chosen.has(clarkName(each)))
        .map((each) => [clarkName(each), each]),
    );
  return olds.flatMap(({ element, counterpart }) => {
    const [before, after] = [names(element), names(counterpart?.element ?? element)];
    const only = (one: typeof before, other: typeof before) =>
      [...one].filter(([name]) => !other.has(name)).map(([, each]) => each);
    return [...only(before, after), ...only(after, before)].map((each) => breachAt(input, each, { found: each.name }));
  });
};

/** The old side of a top or a relation whose own data change. */
function isChanged({ kant, plaats, verwerkingssoort, counterpart }: Entity): boolean {
  return kant === 'oud' && (plaats === 'top' || plaats === 'relatie') && verwerkingssoort === 'W' && counterpart !== undefined;
}

function attributes(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child.name !== 'gerelateerde' && !isRelation(child));
}

const CHOSEN = new WeakMap<ShapeSet, ReadonlySet<string>>();

function chosenNames(shapes: ShapeSet): ReadonlySet<string> {
  const known = CHOSEN.get(shapes);
  if (known) return known;
  const names = new Set(
    [...shapes.shapes.values()].flatMap(({ particles }) => particles.flatMap((each) => inChoice(each, false))),
  );
  CHOSEN.set(shapes, names);
  return names;
}

function inChoice(particle: Particle, chosen: boolean): readonly string[] {
  if (particle.kind === 'choice') return particle.alternatives.flat().flatMap((each) => inChoice(each, true));
  return particle.kind === 'element' && chosen ? [clarkName(particle)] : [];
}
