/**
 * Compares two messages that have to say the same: every element and every attribute, in the same order, but for the
 * elements that somebody may write anew. How they are written (prefixes, white space around elements) does not count.
 */
import type { XmlAttribute, XmlElement } from '../model/xml-element.js';
import type { Difference } from './compare-subset.js';
import { xmlPrefixer } from './prefixer.js';

export interface Whole {
  /** prefix → namespace, to write paths as people read them. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Local names of elements that need not be the same. */
  readonly without: readonly string[];
}

/** More than this nobody reads; in number of differences. */
const MOST = 20;

/** @returns the first differences, in the order of the first message */
export function compareWhole(one: XmlElement, other: XmlElement, { namespaces, without }: Whole): readonly Difference[] {
  const prefix = xmlPrefixer(namespaces);
  const isFree = new Set(without);
  const found: Difference[] = [];

  const compare = (first: XmlElement, second: XmlElement, path: string): void => {
    if (found.length >= MOST) return;
    if (first.name !== second.name || first.namespace !== second.namespace) {
      found.push({ path, expected: prefix(first), found: prefix(second), line: second.line });
      return;
    }
    found.push(...attributes(first, second, path));
    const [wanted, seen] = [kept(first), kept(second)];
    if (first.children.length === 0 && seen.length === 0 && first.text !== second.text)
      found.push({ path, expected: clip(first.text), found: clip(second.text), line: second.line });
    for (let at = 0; at < Math.max(wanted.length, seen.length); at++) compareAt(wanted[at], seen[at], path, second);
  };
  const compareAt = (first: XmlElement | undefined, second: XmlElement | undefined, path: string, inside: XmlElement): void => {
    const below = (of: XmlElement) => (path === '.' ? prefix(of) : `${path}/${prefix(of)}`);
    if (first && second) compare(first, second, below(first));
    else if (first) found.push({ path: below(first), expected: summary(first), found: '(afwezig)', line: inside.line });
    else if (second) found.push({ path: below(second), expected: '(afwezig)', found: summary(second), line: second.line });
  };
  const kept = ({ children }: XmlElement) => children.filter(({ name }) => !isFree.has(name));
  const attributes = (first: XmlElement, second: XmlElement, path: string): readonly Difference[] => {
    const key = ({ namespace, name }: XmlAttribute) => `${namespace} ${name}`;
    const [was, is] = [first, second].map((of) => new Map(of.attributes.map((each) => [key(each), each])));
    return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap((each) => {
      const [expected, seen] = [was?.get(each), is?.get(each)];
      const known = expected ?? seen;
      if (!known || expected?.value === seen?.value) return [];
      const at = `${path}/@${prefix(known)}`;
      return [{ path: at, expected: clip(expected?.value), found: clip(seen?.value), line: second.line }];
    });
  };
  compare(one, other, '.');
  return found.slice(0, MOST);
}

function summary(of: XmlElement): string {
  return of.children.length === 0 ? clip(of.text.trim()) : '…';
}

function clip(text: string | undefined): string {
  if (text === undefined) return '(afwezig)';
  if (text === '') return '(leeg)';
  return text.length > 120 ? `${text.slice(0, 100)}… (${text.length} tekens)` : text;
}
