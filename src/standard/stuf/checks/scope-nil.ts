/**
 * What a scope asks for is empty: nil where the schema lets it, and without a value.
 *
 * @see StUF 03.01 §6.3.3
 */
import { attributeOf, type XmlElement } from '../../../model/xml-element.js';
import type { Breach, MessageCheck } from '../../family.js';
import { STUF } from '../namespaces.js';
import { entiteittypeOf, isNil } from '../registry/elements.js';
import { breachAt } from './place.js';
import { questionIn, scopeIn } from './question-parts.js';
import { type Cursor, cursorAt, follow, stepDown } from './shape-cursor.js';

export const scopeNil: MessageCheck = ({ message, standard }) => {
  const question = questionIn(message);
  const scope = question?.children.find((each) => each.name === 'scope');
  const object = scopeIn(message);
  if (!question || !scope || !object || object.children.length === 0) return undefined;
  const way = question === message ? [scope, object] : [question, scope, object];
  return below(object, follow(cursorAt(standard, message), way), (element, found) =>
    breachAt({ message, standard }, element, { expected: 'leeg, met xsi:nil="true"', found }),
  );
};

function below(
  element: XmlElement,
  at: Cursor | undefined,
  tell: (element: XmlElement, found: string) => Breach,
): readonly Breach[] {
  return element.children.flatMap((child) => {
    const step = stepDown(at, child);
    if (child.children.length > 0) return below(child, step?.at, tell);
    if (isContainer(child)) return [];
    if (child.text.trim() !== '') return [tell(child, child.text.trim())];
    return step?.particle.nillable && !isNil(child) ? [tell(child, 'zonder xsi:nil')] : [];
  });
}

/** Relations and gerelateerden are asked by what is below them, or by the scope attribute. */
function isContainer(element: XmlElement): boolean {
  return (
    element.name === 'gerelateerde' || entiteittypeOf(element) !== undefined || attributeOf(element, STUF, 'scope') !== undefined
  );
}
