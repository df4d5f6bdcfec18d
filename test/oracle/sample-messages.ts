/**
 * Messages made from shapes: small and large ones, filled at random under a seed, so that every message type and every
 * corner of the compact schemas is held against the official ones. Nobody real appears in them.
 */
import type { ElementParticle, Particle, Shape, ShapeSet, ValueType } from '../../src/model/shape.js';
import type { XmlAttribute, XmlElement } from '../../src/model/xml-element.js';
import type { Dice } from './dice.js';
import { XSI } from './mutate.js';

/** How rich a message is: 0 takes only what must be there, 1 nearly everything. */
export function sampleMessage(shapes: ShapeSet, root: string, dice: Dice, richness: number): XmlElement {
  const [, namespace = '', name = ''] = /^\{(.*)\}(.*)$/.exec(root) ?? [];
  return element(shapes, { namespace, name, nil: false }, shapes.roots.get(root) ?? '', dice, richness, 0);
}

interface Named {
  readonly namespace: string;
  readonly name: string;
  readonly nil: boolean;
  readonly fixed?: string;
}

function element(shapes: ShapeSet, of: Named, shapeName: string, dice: Dice, richness: number, depth: number): XmlElement {
  const shape = shapes.shapes.get(shapeName) as Shape;
  const nil = of.nil && dice.chance(0.1);
  const own = shape.attributes.filter((each) => each.required || each.fixed !== undefined || dice.chance(richness / 6));
  const attributes: XmlAttribute[] = own.map((each) => ({
    namespace: each.namespace,
    name: each.name,
    value: each.fixed ?? sampleValue(each.type, dice),
  }));
  if (nil) attributes.push({ namespace: XSI, name: 'nil', value: 'true' });
  return {
    namespace: of.namespace,
    name: of.name,
    attributes,
    children: nil ? [] : content(shapes, shape.particles, dice, richness, depth + 1),
    text: nil || !shape.value ? '' : (of.fixed ?? sampleValue(shape.value, dice)),
    line: 0,
  };
}

function content(
  shapes: ShapeSet,
  particles: readonly Particle[],
  dice: Dice,
  richness: number,
  depth: number,
): readonly XmlElement[] {
  return particles.flatMap((each) => {
    const wish = richness / Math.max(1, depth - 1);
    const most = each.max === 'unbounded' ? each.min + 2 : each.max;
    const extra = each.kind !== 'any' && dice.chance(wish) ? 1 + dice.below(Math.max(1, Math.min(2, most - each.min))) : 0;
    const times = Math.min(most, each.min + extra);
    return Array.from({ length: times }, () => once(shapes, each, dice, richness, depth)).flat();
  });
}

function once(shapes: ShapeSet, of: Particle, dice: Dice, richness: number, depth: number): readonly XmlElement[] {
  if (of.kind === 'any') return [];
  if (of.kind === 'element') return [element(shapes, named(of), of.shape, dice, richness, depth)];
  const alternative = of.alternatives[dice.below(of.alternatives.length)] ?? [];
  return content(shapes, alternative, dice, richness, depth);
}

function named({ namespace, name, nillable, fixed }: ElementParticle): Named {
  return { namespace, name, nil: nillable, ...(fixed !== undefined && { fixed }) };
}

/** A value that the type allows. */
export function sampleValue(type: ValueType, dice: Dice): string {
  if (type.enumeration) return type.enumeration[dice.below(type.enumeration.length)] ?? '';
  if (type.pattern !== undefined) return fromPattern(type.pattern, dice);
  if (type.base === 'boolean') return dice.chance(0.5) ? 'true' : 'false';
  if (type.base === 'base64Binary') return 'aGFsbG8=';
  if (type.base === 'anyURI') return 'http://example.org/';
  if (type.base === 'date') return '2026-01-31';
  if (type.base === 'dateTime') return '2026-01-31T12:00:00';
  if (type.base === 'string') {
    const length = type.length ?? Math.min(type.maxLength ?? 12, Math.max(type.minLength ?? 0, 1 + dice.below(12)));
    return 'voorbeeldwaarde'.repeat(20).slice(0, length);
  }
  if (type.totalDigits === 8 && type.fractionDigits === 0) return '20260131';
  return String(Math.max(Number(type.minInclusive ?? 0), 1 + dice.below(Math.min(Number(type.maxInclusive ?? 9), 9))));
}

/** Understands as much of regular expressions as StUF uses: characters, classes, dots and counts. */
function fromPattern(pattern: string, dice: Dice): string {
  return [...pattern.matchAll(/(\[[^\]]*\]|\\.|.)(\{(\d+)(?:,(\d+))?\}|\*)?/g)]
    .map(([, atom = '', often, low, high]) => {
      const least = often === undefined ? 1 : Number(low ?? 0);
      const times = least + (high === undefined ? 0 : dice.below(Number(high) - least + 1));
      return Array.from({ length: times }, () => fromAtom(atom, dice)).join('');
    })
    .join('');
}

function fromAtom(atom: string, dice: Dice): string {
  if (atom === '.' || atom.startsWith('\\')) return 'a';
  if (!atom.startsWith('[')) return atom;
  const ranges = [...atom.slice(1, -1).matchAll(/(.)-(.)|(.)/g)];
  const [, from, to, single] = ranges[dice.below(ranges.length)] ?? [];
  if (single !== undefined || from === undefined || to === undefined) return single ?? '';
  return String.fromCharCode(from.charCodeAt(0) + dice.below(to.charCodeAt(0) - from.charCodeAt(0) + 1));
}
