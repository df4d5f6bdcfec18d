/**
 * Makes a validator's complaints readable: prefixed names instead of `{namespace}name`, a path from the message element,
 * and each complaint once.
 */
import type { ErrorDetail, XmlElement } from 'libxml2-wasm';
import type { SchemaViolation } from '../model/record.js';
import { elementAt, pathBetween } from './element-steps.js';
import { expectedOf } from './schema-expected.js';

/** Nobody reads on after so many; a hostile message can have millions. */
const MAX_VIOLATIONS = 200;

/** Finding an element among a hundred thousand siblings takes time; only so many violations are told with their path. */
const MAX_PATHS = 40;

/**
 * @param details - as the validator gave them
 * @param message - the element that was validated, in its document
 * @param prefixes - prefix → namespace, preferred; prefixes of the message are used for other namespaces
 */
export function violationsOf(
  details: readonly ErrorDetail[],
  message: XmlElement,
  prefixes: Readonly<Record<string, string>>,
): SchemaViolation[] {
  const kept: { readonly detail: ErrorDetail; readonly violation: SchemaViolation }[] = [];
  for (const detail of details.filter((each) => each.level > 1).slice(0, MAX_VIOLATIONS)) {
    const violation = violationOf(detail, message, prefixes, kept.length < MAX_PATHS);
    const isSame = (each: ErrorDetail) => each.xpath === detail.xpath && each.line === detail.line;
    if (!kept.some((each) => isSame(each.detail) && saysEnough(each.violation, violation))) kept.push({ detail, violation });
  }
  return kept.map(({ violation }) => violation);
}

/** The complaint about a value that is no base64, where the validator does not see it. */
export function wrongBinary(
  element: XmlElement,
  message: XmlElement,
  prefixes: Readonly<Record<string, string>>,
): SchemaViolation {
  const prefixOf = prefixesByNamespace(element.namespaces, prefixes);
  const path = pathBetween(message, element, ({ name, namespaceUri }) => prefixed(name, prefixOf.get(namespaceUri)));
  const text = "The value is not a valid value of the atomic type 'xs:base64Binary': it holds other characters.";
  return { message: text, line: element.line & 0xffff, path, expected: 'xs:base64Binary' };
}

type PrefixOf = ReadonlyMap<string, string>;

function prefixesByNamespace(...maps: readonly Readonly<Record<string, string>>[]): PrefixOf {
  return new Map(maps.flatMap((map) => Object.entries(map).map(([prefix, namespace]): [string, string] => [namespace, prefix])));
}

function violationOf(
  detail: ErrorDetail,
  message: XmlElement,
  prefixes: Readonly<Record<string, string>>,
  withPath: boolean,
): SchemaViolation {
  const element = detail.xpath === undefined || !withPath ? undefined : elementAt(message.doc, detail.xpath);
  const prefixOf = prefixesByNamespace((element ?? message).namespaces, prefixes);
  const nameOf = ({ name, namespaceUri }: XmlElement) => prefixed(name, prefixOf.get(namespaceUri));
  const [, attribute, said = ''] =
    /^(?:Element '[^']*'(?:, attribute '([^']*)')?: )?([\s\S]*)$/.exec(detail.message.trim()) ?? [];
  const path = element && pathBetween(message, element, nameOf);
  const to =
    attribute === undefined || path === undefined ? path : `${path === '.' ? '' : `${path}/`}@${readable(attribute, prefixOf)}`;
  const text = readable(said.replace(/^\[facet '[^']*'\] /, ''), prefixOf);
  const expected = expectedOf(text);
  return { message: text, line: detail.line, ...(to !== undefined && { path: to }), ...(expected !== undefined && { expected }) };
}

/** After a violated facet the validator says once more that the value is not of its type. */
function saysEnough(earlier: SchemaViolation, later: SchemaViolation): boolean {
  return earlier.message === later.message || /is not a valid value of the (atomic|list|union|local)/.test(later.message);
}

function readable(text: string, prefixOf: PrefixOf): string {
  return text.replaceAll(/\{([^{}']+)\}([\w.-]+|\*)/g, (whole, namespace: string, name: string) => {
    const prefix = prefixOf.get(namespace);
    return prefix === undefined ? whole : prefixed(name, prefix);
  });
}

function prefixed(name: string, prefix: string | undefined): string {
  return prefix === undefined || prefix === '' ? name : `${prefix}:${name}`;
}
