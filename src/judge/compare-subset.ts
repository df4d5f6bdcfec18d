/**
 * Compares a predicted tree with a real one: everything predicted must be there; more is allowed.
 * Repeated elements may come in any order; each predicted one is paired with the real one that differs least.
 */
import type { XmlElement } from '../model/xml-element.js';

export interface Difference {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  /** Where in the real message, from 1. */
  readonly line: number;
}

/**
 * @param namespaces - prefix → namespace, to write paths as people read them
 * @returns every predicted value that is absent or other, in document order
 */
export function compareSubset(
  predicted: XmlElement,
  real: XmlElement,
  namespaces: Readonly<Record<string, string>>,
): readonly Difference[] {
  return children(predicted, real, '', prefixer(namespaces));
}

type Prefix = (element: XmlElement) => string;

function children(predicted: XmlElement, real: XmlElement, path: string, prefix: Prefix): readonly Difference[] {
  const taken = new Set<XmlElement>();
  return predicted.children.flatMap((wanted) => {
    const candidates = real.children.filter(
      (each) => each.name === wanted.name && each.namespace === wanted.namespace && !taken.has(each),
    );
    const at = path === '' ? prefix(wanted) : `${path}/${prefix(wanted)}`;
    if (isEmpty(wanted)) return candidates.length === 0 || candidates.some(isEmpty) ? [] : notEmpty(candidates, at);
    const ranked = candidates
      .map((candidate) => ({ candidate, differences: element(wanted, candidate, at, prefix) }))
      .sort((one, other) => one.differences.length - other.differences.length);
    const best = ranked[0];
    if (!best) return [{ path: at, expected: summary(wanted), found: '(afwezig)', line: real.line }];
    taken.add(best.candidate);
    return best.differences;
  });
}

function element(wanted: XmlElement, found: XmlElement, path: string, prefix: Prefix): readonly Difference[] {
  if (wanted.children.length > 0) return children(wanted, found, path, prefix);
  return sameValue(wanted.text, found.text)
    ? []
    : [{ path, expected: clip(wanted.text.trim()), found: clip(found.text.trim()) || '(leeg)', line: found.line }];
}

function notEmpty(candidates: readonly XmlElement[], path: string): readonly Difference[] {
  const [first] = candidates;
  return first ? [{ path, expected: '(leeg)', found: summary(first), line: first.line }] : [];
}

/** Without text, children or with a nil: the honest counterpart has no value here. */
function isEmpty(of: XmlElement): boolean {
  return of.children.length === 0 && of.text.trim() === '';
}

/** Base64 may be broken into lines; a moment may be given to the second or to the millisecond. */
function sameValue(wanted: string, found: string): boolean {
  if (wanted.trim() === found.trim()) return true;
  const [one, other] = [wanted.replaceAll(/\s+/g, ''), found.replaceAll(/\s+/g, '')];
  if (wanted.length > 60 && one === other) return true;
  return isMoment(one) && isMoment(other) && one.padEnd(17, '0') === other.padEnd(17, '0');
}

function isMoment(text: string): boolean {
  return /^(19|20)\d{6}(\d{2}){0,3}\d{0,3}$/.test(text) && text.length >= 12 && text.length <= 17;
}

function summary(of: XmlElement): string {
  if (of.children.length === 0) return clip(of.text.trim());
  const leaf = of.children.map(summary).find((text) => text !== '');
  return clip(leaf ? `… ${leaf.replace(/^… /, '')} …` : '…');
}

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 100)}… (${text.length} tekens)` : text;
}

function prefixer(namespaces: Readonly<Record<string, string>>): Prefix {
  const prefixes = new Map(Object.entries(namespaces).map(([prefix, namespace]) => [namespace, prefix]));
  return ({ namespace, name }) => (prefixes.has(namespace) ? `${prefixes.get(namespace)}:${name}` : name);
}
