/**
 * What is wrong with a question, in the order of the tables of faults.
 *
 * @see StUF 03.01 §6.3, fault tables; table 8.1
 */
import { attributeOf, childOf, descend, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';
import { elementsAt } from './elements.js';
import { type Refusal, refuse } from './refusal.js';
import { criterionPaths } from './selection.js';

/** The first problem of a question, or undefined. */
export function questionProblem(question: XmlElement): Refusal | undefined {
  const [gelijk, vanaf, totEnMet] = ['gelijk', 'vanaf', 'totEnMet'].map((name) => childOf(question, name));
  const ranges = [vanaf, totEnMet].filter((each) => each !== undefined);
  return (
    rangeProblem(gelijk, vanaf, totEnMet) ??
    markProblem(ranges, 'exact', () => true, 'StUF082') ??
    markProblem(ranges, 'indOnvolledigeDatum', (value) => value !== 'V', 'StUF085') ??
    keyProblem(gelijk) ??
    scopeProblem(descend(question, 'scope', 'object')) ??
    startProblem(question, [...criterionPaths(vanaf), ...criterionPaths(totEnMet)])
  );
}

function rangeProblem(gelijk?: XmlElement, vanaf?: XmlElement, totEnMet?: XmlElement): Refusal | undefined {
  const [equal, from, until] = [gelijk, vanaf, totEnMet].map(criterionPaths);
  if (!equal || !from || !until) return undefined;
  const different = [...from.filter((each) => !until.includes(each)), ...until.filter((each) => !from.includes(each))][0];
  if (vanaf && totEnMet && different !== undefined) return refuse('StUF076', different);
  const twice = equal.find((each) => from.includes(each) || until.includes(each));
  return twice === undefined ? undefined : refuse('StUF079', twice);
}

/** An attribute that may not stand on any element of a range. */
function markProblem(
  ranges: readonly XmlElement[],
  name: string,
  isWrong: (value: string) => boolean,
  code: 'StUF082' | 'StUF085',
): Refusal | undefined {
  const marked = ranges.flatMap(everythingIn).find((each) => {
    const value = attributeOf(each, STUF, name);
    return value !== undefined && isWrong(value);
  });
  return marked && refuse(code, marked.name);
}

function everythingIn(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(everythingIn)];
}

function keyProblem(gelijk: XmlElement | undefined): Refusal | undefined {
  if (!gelijk) return undefined;
  const keys = gelijk.attributes.filter((each) => each.namespace === STUF && each.name.startsWith('sleutel'));
  if (keys.length > 1) return refuse('StUF088');
  if (keys.length === 1 && criterionPaths(gelijk).length > 0) return refuse('StUF091', criterionPaths(gelijk)[0]);
  return keys.some((each) => each.name !== 'sleutelOntvangend') ? refuse('StUF094') : undefined;
}

function scopeProblem(object: XmlElement | undefined): Refusal | undefined {
  const isDouble = object && attributeOf(object, STUF, 'scope') !== undefined && object.children.length > 0;
  return isDouble ? refuse('StUF097') : undefined;
}

function startProblem(question: XmlElement, criteria: readonly string[]): Refusal | undefined {
  const vervolg = descend(question, 'parameters', 'indicatorVervolgvraag')?.text.trim();
  const start = descend(question, 'start', 'object');
  if (vervolg === 'true' && !start) return refuse('StUF103');
  const missing = start && criteria.find((path) => elementsAt(start, path).length === 0);
  return missing === undefined ? undefined : refuse('StUF106', missing);
}
