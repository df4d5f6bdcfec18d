/** Which elements and attributes stand in a message, without their values: what is masked does not matter. */
import type { XmlElement } from '../../model/xml-element.js';

/** Local names below the message element, joined by `/`, attributes with `@`; each once, in the order of the message. */
export function elementPaths(message: XmlElement): readonly string[] {
  const found = new Set<string>();
  const walk = (element: XmlElement, path: string): void => {
    for (const { name } of element.attributes) found.add(path === '' ? `@${name}` : `${path}/@${name}`);
    for (const child of element.children) {
      const at = path === '' ? child.name : `${path}/${child.name}`;
      found.add(at);
      walk(child, at);
    }
  };
  walk(message, '');
  return [...found];
}
