/** Which elements whoever passes a message on wrote anew, of those that it may: the known transformation of a servicebus. */
import { contentOf, type XmlElement } from '../model/xml-element.js';

/**
 * @param names - local names of the elements that may be written anew
 * @returns those that are other than they were, in the order of `names`
 */
export function writtenAnew(one: XmlElement, other: XmlElement, names: readonly string[]): readonly string[] {
  const [was, is] = [textsIn(one, new Set(names)), textsIn(other, new Set(names))];
  return names.filter((name) => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name)));
}

/** What each of them holds, in the order of the message. */
function textsIn(root: XmlElement, names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const look = (element: XmlElement): void => {
    if (names.has(element.name)) found.set(element.name, [...(found.get(element.name) ?? []), contentOf(element)]);
    else for (const child of element.children) look(child);
  };
  look(root);
  return found;
}
