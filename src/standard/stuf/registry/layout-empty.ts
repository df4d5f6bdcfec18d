/**
 * Elements that are shown empty, and the attributes that a schema wants on any element.
 *
 * @see StUF 03.01 §3.4 (noValue)
 */
import type { ElementParticle, Shape } from '../../../model/shape.js';
import type { XmlAttribute, XmlElement } from '../../../model/xml-element.js';
import { STUF, XSI } from '../namespaces.js';
import { make } from './elements.js';
import type { Laid, LayoutRules } from './layout-rules.js';
import type { Source } from './source.js';
import { conforms } from './values.js';

/** The shape of an element; one that holds nothing when it is not described. */
export function shapeOf(particle: ElementParticle, rules: LayoutRules): Shape {
  return rules.shapes.shapes.get(particle.shape) ?? { name: particle.shape, attributes: [], particles: [] };
}

/** Empty, with the reason that is known, and else `geenWaarde`. */
export function nilElement(particle: ElementParticle, shape: Shape, source: Source, rules: LayoutRules): Laid<XmlElement> {
  if (!particle.nillable) return { lacks: particle.name };
  if (rules.sparse) return { lacks: particle.name };
  const reason = { namespace: STUF, name: 'noValue', value: 'geenWaarde' };
  const attributes = attributesOf(shape, { ...source, attributes: [...source.attributes, reason] }, rules);
  if ('lacks' in attributes) return { lacks: `${particle.name}/@${attributes.lacks}` };
  const nil = { namespace: XSI, name: 'nil', value: 'true' };
  return { value: make(particle.namespace, particle.name, '', [nil, ...attributes.value]) };
}

/** The attributes that the schema knows: fixed, as known, or the emptiest that will do. */
export function attributesOf(shape: Shape, source: Source, rules: LayoutRules): Laid<readonly XmlAttribute[]> {
  const shown: XmlAttribute[] = [];
  for (const use of shape.attributes) {
    const { namespace, name } = use;
    const known = source.attributes.find((each) => each.name === name && each.namespace === namespace)?.value;
    const fallback = use.required && !rules.sparse ? (name === 'entiteittype' ? shape.entiteittype : '') : undefined;
    const fixed = use.required || known !== undefined ? use.fixed : undefined;
    const value = [fixed, known, fallback].find((each) => each !== undefined && conforms(use.type, each));
    if (value !== undefined) shown.push({ namespace, name, value });
    else if (use.required && !rules.sparse) return { lacks: name };
  }
  return { value: shown };
}
