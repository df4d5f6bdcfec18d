/**
 * What is said about elements (metagegevens) in a kennisgeving: each thing once, in the same order before and after, and
 * no source of the change in what was there before it.
 *
 * @see StUF 03.01 §3.3.2, §5.2.4
 */
import { attributeOf, childrenOf, descend, type XmlElement } from '../../../model/xml-element.js';
import type { Breach, MessageCheck, MessageCheckInput } from '../../family.js';
import { STUF } from '../namespaces.js';
import { breachAt } from './place.js';

/** They tell where the change comes from, and so stand on the side of what is there now. */
const SOURCES = ['brondocument', 'gebeurtenis'];

export const metagegevens: MessageCheck = (input) => {
  const sides = childrenOf(input.message, 'object').map((object) => {
    const about: About[] = [];
    gather(object, about);
    return about;
  });
  if (sides.every((each) => each.length === 0)) return undefined;
  return [...sides.flatMap((side) => doubles(side, input)), ...outOfOrder(sides, input), ...sourcesBefore(sides, input)];
};

/** One metagegeven: what it is called, what it is about, and which element holds it. */
interface About {
  readonly element: XmlElement;
  readonly parent: XmlElement;
  readonly key: string;
}

function gather(parent: XmlElement, into: About[]): void {
  for (const element of parent.children) {
    if (attributeOf(element, STUF, 'metagegeven') !== 'true') {
      gather(element, into);
      continue;
    }
    const [group, name] = ['groepsnaam', 'elementnaam'].map((each) => attributeOf(element, '', each) ?? '');
    into.push({ element, parent, key: [parent.name, element.name, group, name].join(' ') });
  }
}

function doubles(side: readonly About[], input: MessageCheckInput): readonly Breach[] {
  return side
    .filter((each, index) => side.slice(0, index).some((one) => one.parent === each.parent && one.key === each.key))
    .map(({ element }) => breachAt(input, element, { expected: 'groepsnaam / elementnaam', found: element.name }));
}

/** What both sides have must come in the same order. */
function outOfOrder([before = [], now = []]: readonly (readonly About[])[], input: MessageCheckInput): readonly Breach[] {
  const keys = (one: readonly About[], other: readonly About[]) =>
    one.filter((each) => other.some(({ key }) => key === each.key));
  const [old, current] = [keys(before, now), keys(now, before)];
  const wrong = current.find((each, index) => old[index] !== undefined && old[index].key !== each.key);
  return wrong ? [breachAt(input, wrong.element, { expected: old[current.indexOf(wrong)]?.key ?? '', found: wrong.key })] : [];
}

function sourcesBefore(sides: readonly (readonly About[])[], input: MessageCheckInput): readonly Breach[] {
  const change = descend(input.message, 'parameters', 'mutatiesoort')?.text.trim();
  if (change !== 'W' || sides.length !== 2) return [];
  return (sides[0] ?? [])
    .filter(({ element }) => SOURCES.includes(element.name))
    .map(({ element }) => breachAt(input, element, { expected: 'afwezig', found: element.name }));
}
