/**
 * Compares a predicted tree with a real one: everything predicted must be there, and as often as predicted; more of
 * another kind is allowed. Repeated elements may come in any order. An attribute that came must be as predicted; one
 * that did not come is for the element tables and the schema.
 */
import { contentOf, type XmlElement } from '../model/xml-element.js';
import { pair } from './pairing.js';
import { xmlPrefixer } from './prefixer.js';
import { sameAttribute, sameValue } from './same-value.js';

export interface Difference {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  /** Where in the real message, from 1. */
  readonly line: number;
}

/**
 * @param namespaces - prefix → namespace, to write paths as people read them
 * @returns every predicted value that is absent or other, or that came more often
 */
export function compareSubset(
  predicted: XmlElement,
  real: XmlElement,
  namespaces: Readonly<Record<string, string>>,
): readonly Difference[] {
  return children(predicted, real, '', xmlPrefixer(namespaces));
}

type Name = { readonly namespace: string; readonly name: string };
type Prefix = (of: Name) => string;

function children(predicted: XmlElement, real: XmlElement, path: string, prefix: Prefix): readonly Difference[] {
  const names = new Map(predicted.children.map((each) => [`${each.namespace} ${each.name}`, each]));
  return [...names.values()].flatMap((first) => {
    const of = ({ children }: XmlElement) => children.filter((each) => isNamed(each, first));
    const at = path === '' ? prefix(first) : `${path}/${prefix(first)}`;
    return occurrences(of(predicted), of(real), at, real.line, prefix);
  });
}

function occurrences(
  predicted: readonly XmlElement[],
  real: readonly XmlElement[],
  path: string,
  line: number,
  prefix: Prefix,
): readonly Difference[] {
  const wanted = predicted.filter((each) => !isEmpty(each));
  if (wanted.length === 0) return real.length === 0 || real.some(isEmpty) ? [] : notEmpty(real, path);
  const compare = (one: number, other: number): readonly Difference[] => {
    const [expected, found] = [wanted[one], real[other]];
    return expected && found ? element(expected, found, path, prefix) : [];
  };
  if (wanted.length === 1 && real.length === 1) return compare(0, 0);
  const partners = pair(wanted.length, real.length, (one, other) => compare(one, other).length);
  const differences = partners.flatMap((partner, index) => {
    const expected = wanted[index];
    if (partner !== undefined) return compare(index, partner);
    return expected ? [{ path, expected: summary(expected), found: '(afwezig)', line }] : [];
  });
  return [...differences, ...repeated(real, new Set(partners), path)];
}

/** What came again, word for word, beside what was predicted once. */
function repeated(real: readonly XmlElement[], paired: ReadonlySet<number | undefined>, path: string): readonly Difference[] {
  if (real.length === paired.size) return [];
  const told = new Set(real.filter((_, index) => paired.has(index)).map(contentOf));
  const again = real.find((each, index) => !paired.has(index) && told.has(contentOf(each)));
  return again ? [{ path, expected: '(niet nogmaals)', found: summary(again), line: again.line }] : [];
}

function element(wanted: XmlElement, found: XmlElement, path: string, prefix: Prefix): readonly Difference[] {
  const marks = attributes(wanted, found, path, prefix);
  if (wanted.children.length > 0) return [...marks, ...children(wanted, found, path, prefix)];
  return sameValue(wanted.text, found.text)
    ? marks
    : [...marks, { path, expected: clip(wanted.text.trim()), found: clip(found.text.trim()) || '(leeg)', line: found.line }];
}

function attributes(wanted: XmlElement, found: XmlElement, path: string, prefix: Prefix): readonly Difference[] {
  return wanted.attributes.flatMap((attribute) => {
    const real = found.attributes.find((each) => isNamed(each, attribute));
    return real === undefined || sameAttribute(attribute.namespace, attribute.value, real.value)
      ? []
      : [{ path: `${path}/@${prefix(attribute)}`, expected: clip(attribute.value), found: clip(real.value), line: found.line }];
  });
}

function isNamed(one: Name, other: Name): boolean {
  return one.name === other.name && one.namespace === other.namespace;
}

function notEmpty(candidates: readonly XmlElement[], path: string): readonly Difference[] {
  const [first] = candidates;
  return first ? [{ path, expected: '(leeg)', found: summary(first), line: first.line }] : [];
}

/** Without text, children or with a nil: the honest counterpart has no value here. */
function isEmpty(of: XmlElement): boolean {
  return of.children.length === 0 && of.text.trim() === '';
}

function summary(of: XmlElement): string {
  if (of.children.length === 0) return clip(of.text.trim());
  const leaf = of.children.map(summary).find((text) => text !== '');
  return clip(leaf ? `… ${leaf.replace(/^… /, '')} …` : '…');
}

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 100)}… (${text.length} tekens)` : text;
}
