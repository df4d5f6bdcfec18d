/**
 * Pieces of XML Schema text: restrictions of a value, cardinalities, attributes, and a document's bytes.
 */
import type { ValueType } from '../model/shape.js';

/** The restrictions of a value type; empty when it is only its base. */
export function facets(of: ValueType): string {
  const facet = (name: string, value: string | number | undefined) =>
    value === undefined ? '' : `<${name} value="${escapeValue(String(value))}"/>`;
  return [
    facet('length', of.length),
    facet('minLength', of.minLength),
    facet('maxLength', of.maxLength),
    facet('totalDigits', of.totalDigits),
    facet('fractionDigits', of.fractionDigits),
    facet('minInclusive', of.minInclusive),
    facet('maxInclusive', of.maxInclusive),
    facet('whiteSpace', of.whiteSpace),
    facet('pattern', of.pattern),
    ...(of.enumeration ?? []).map((each) => facet('enumeration', each)),
  ].join('');
}

/** `minOccurs` and `maxOccurs`, where they are not 1. */
export function occurs({ min, max }: { readonly min: number; readonly max: number | 'unbounded' }): string {
  return (min === 1 ? '' : ` minOccurs="${min}"`) + (max === 1 ? '' : ` maxOccurs="${max}"`);
}

/** An attribute with a space before it, or nothing. */
export function attributeText(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeValue(value)}"`;
}

/** For an attribute value in double quotes. */
export function escapeValue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** @param text - a document without its XML declaration */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
}
