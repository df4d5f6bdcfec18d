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

const NO_VALUE = { namespace: STUF, name: 'noValue', value: 'geenWaarde' };
const NIL = { namespace: XSI, name: 'nil', value: 'true' };

/** Empty, with the reason that is known, and else `geenWaarde`. */
export function nilElement(particle: ElementParticle, shape: Shape, source: Source, rules: LayoutRules): Laid<XmlElement> {
  if (!particle.nillable) return { lacks: particle.name };
  if (rules.sparse) return { lacks: particle.name };
  const attributes = attributesOf(shape, { attributes: [...source.attributes, NO_VALUE] }, rules);
  if ('lacks' in attributes) return { lacks: `${particle.name}/@${attributes.lacks}` };
  return { value: make(particle.namespace, particle.name, '', [NIL, ...attributes.value]) };
}

const UNMARKED: Laid<readonly XmlAttribute[]> = { value: [] };

/** The attributes that the schema knows: fixed, as known, or the emptiest that will do. */
export function attributesOf(
  shape: Shape,
  source: Pick<Source, 'attributes'>,
  rules: LayoutRules,
): Laid<readonly XmlAttribute[]> {
  if (shape.attributes.length === 0) return UNMARKED;
  const shown: XmlAttribute[] = [];
  for (const use of shape.attributes) {
    const { namespace, name } = use;
    const known = source.attributes.find((each) => each.name === name && each.namespace === namespace)?.value;
    const fallback = use.required && !rules.sparse ? (name === 'entiteittype' ? shape.entiteittype : '') : undefined;
    const fixed = use.required || known !== undefined ? use.fixed : undefined;
    const fits = (text: string | undefined) => text !== undefined && conforms(use.type, text);
    const value = fits(fixed) ? fixed : fits(known) ? known : fits(fallback) ? fallback : undefined;
    if (value !== undefined) shown.push({ namespace, name, value });
    else if (use.required && !rules.sparse) return { lacks: name };
  }
  return { value: shown };
}
