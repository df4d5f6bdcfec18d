/**
 * Lays out a reply by walking the compact schema of its message: in order, nothing that the schema does not know,
 * nothing missing that it demands. What is asked for and unknown is shown empty, with the reason.
 *
 * @see StUF 03.01 §6.4 (what an antwoord shows), §3.4 (noValue)
 */
import type { ChoiceParticle, ElementParticle, Particle, Shape } from '../../../model/shape.js';
import type { XmlElement } from '../../../model/xml-element.js';
import { make } from './elements.js';
import { attributesOf, nilElement, shapeOf } from './layout-empty.js';
import type { Laid, LayoutRules } from './layout-rules.js';
import { NOTHING, type Source } from './source.js';
import { conforms } from './values.js';

/** Lays out one element whose shape is known by name. */
export function layOut(
  root: { namespace: string; name: string; shape: string },
  source: Source,
  rules: LayoutRules,
): Laid<XmlElement> {
  return layElement({ kind: 'element', min: 1, max: 1, nillable: false, ...root }, source, rules);
}

/** Where an element stands: in which shape, and in which entity. */
interface Within {
  readonly shape: Shape;
  readonly type?: string;
}

function layElement(particle: ElementParticle, source: Source, rules: LayoutRules, above?: Within): Laid<XmlElement> {
  const shape = rules.shapes.shapes.get(particle.shape);
  if (!shape) return { lacks: particle.name };
  if (source.nil) return nilElement(particle, shape, source, rules);
  const attributes = attributesOf(shape, source, rules);
  if ('lacks' in attributes) return { lacks: `${particle.name}/@${attributes.lacks}` };
  if (shape.value) {
    if (!conforms(shape.value, source.text)) return { lacks: particle.name };
    return { value: make(particle.namespace, particle.name, source.text, attributes.value) };
  }
  const type = shape.entiteittype ?? above?.type;
  const children = layAll(shape.particles, source, rules, { shape, ...(type !== undefined && { type }) });
  if ('lacks' in children) return { lacks: `${particle.name}/${children.lacks}` };
  return { value: make(particle.namespace, particle.name, children.value, attributes.value) };
}

function layAll(particles: readonly Particle[], source: Source, rules: LayoutRules, of: Within): Laid<readonly XmlElement[]> {
  const children: XmlElement[] = [];
  for (const particle of particles) {
    const laid = layParticle(particle, source, rules, of);
    if ('lacks' in laid) return laid;
    children.push(...laid.value);
  }
  return { value: children };
}

function layParticle(particle: Particle, source: Source, rules: LayoutRules, of: Within): Laid<readonly XmlElement[]> {
  if (particle.kind === 'any') return { value: undescribed(of, source) };
  return particle.kind === 'choice' ? layChoice(particle, source, rules, of) : layOccurrences(particle, source, rules, of);
}

/** What stands where the schema does not say what may: all that no element particle of the shape takes. */
function undescribed({ shape }: Within, source: Source): readonly XmlElement[] {
  const names = shape.particles.flatMap((each) => (each.kind === 'element' ? [each.name] : []));
  return (source.content ?? []).filter((each) => !names.includes(each.name));
}

function layOccurrences(particle: ElementParticle, source: Source, rules: LayoutRules, of: Within): Laid<readonly XmlElement[]> {
  const offer = source.offer(particle.name, particle.namespace);
  const least = rules.sparse ? 0 : particle.min;
  if (offer.asked === 'no' && least === 0) return { value: [] };
  const { found, asked } = offer;
  const max = particle.max === 'unbounded' ? found.length : particle.max;
  const shown: XmlElement[] = [];
  let problem: string | undefined;
  for (const each of found) {
    if (shown.length >= max) break;
    const laid = layElement(particle, each, rules, of);
    if ('value' in laid) shown.push(laid.value);
    else problem = laid.lacks;
  }
  if (rules.sparse) return { value: shown.filter((each) => each.children.length > 0 || each.text !== '') };
  while (shown.length < Math.max(least, asked === 'named' && particle.nillable ? 1 : 0)) {
    const filler = shown.length < least ? demanded(particle, offer.blank, rules, of) : empty(particle, offer.blank, rules, of);
    if ('lacks' in filler) return { lacks: problem ?? filler.lacks };
    shown.push(filler.value);
  }
  return { value: shown };
}

/** Takes the first alternative of which something is known; a mandatory choice shows the emptiest one (S301 §3.4). */
function layChoice(particle: ChoiceParticle, source: Source, rules: LayoutRules, of: Within): Laid<readonly XmlElement[]> {
  const known = (wanted: boolean) => (alternative: readonly Particle[]) =>
    alternative.some((each) => offers(each, source, wanted));
  const several = particle.max === 'unbounded' || particle.max > 1;
  const asked = particle.alternatives.filter(known(true));
  const chosen = asked.length > 0 || particle.min === 0 ? asked : particle.alternatives.filter(known(false));
  let lacks: string | undefined;
  const shown: XmlElement[] = [];
  for (const alternative of chosen) {
    const laid = layAll(alternative, source, rules, of);
    if ('lacks' in laid) lacks = laid.lacks;
    else shown.push(...laid.value);
    if (shown.length > 0 && !several) break;
  }
  if (shown.length > 0 || particle.min === 0 || rules.sparse) return { value: shown };
  for (const alternative of particle.alternatives) {
    const laid = layAll(alternative, NOTHING, rules, of);
    if ('value' in laid) return laid;
    lacks ??= laid.lacks;
  }
  return { lacks: lacks ?? 'choice' };
}

function offers(particle: Particle, source: Source, wanted: boolean): boolean {
  if (particle.kind === 'any') return false;
  if (particle.kind === 'choice') return particle.alternatives.some((list) => list.some((each) => offers(each, source, wanted)));
  const offer = source.offer(particle.name, particle.namespace);
  return (!wanted || offer.asked !== 'no') && offer.found.length > 0;
}

/** What the schema demands and nobody told: a default of our own, or the emptiest form. */
function demanded(particle: ElementParticle, blank: Source | undefined, rules: LayoutRules, of: Within): Laid<XmlElement> {
  const text = rules.defaultFor(of.type, particle.name);
  const byDefault = text === undefined ? undefined : layElement(particle, { ...NOTHING, text }, rules, of);
  return byDefault && 'value' in byDefault ? byDefault : empty(particle, blank, rules, of);
}

/** Empty with the reason; where the schema has no room for a reason, with everything in it empty. */
function empty(particle: ElementParticle, blank: Source | undefined, rules: LayoutRules, of: Within): Laid<XmlElement> {
  const shape = shapeOf(particle, rules);
  const group =
    blank && !shape.attributes.some((each) => each.name === 'noValue') ? layElement(particle, blank, rules, of) : undefined;
  if (group && 'value' in group && group.value.children.length > 0) return group;
  return particle.nillable ? nilElement(particle, shape, NOTHING, rules) : layElement(particle, NOTHING, rules, of);
}
