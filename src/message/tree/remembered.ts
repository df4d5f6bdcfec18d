/**
 * Remembers what was made of an element for as long as the element is there. An element of a tree that was read from text
 * keeps it itself: messages come and go by thousands, and a table of all of them is what collecting garbage takes longest for.
 */
import type { XmlElement } from '../../model/xml-element.js';
import { PlainElement } from './plain-element.js';

/** @param make - called the first time that an element is asked about */
export function remembered<V extends object>(make: (of: XmlElement) => V): (of: XmlElement) => V {
  const others = new WeakMap<XmlElement, V>();
  const ofOthers = (of: XmlElement): V => {
    const made = others.get(of) ?? make(of);
    others.set(of, made);
    return made;
  };
  return (of) => {
    if (!(of instanceof PlainElement)) return ofOthers(of);
    const known = of.notes.get(make);
    if (known) return known as V;
    const made = make(of);
    of.notes.set(make, made);
    return made;
  };
}
