/**
 * What a message says, as a digest: the standard does not define "identical", so we do not compare bytes.
 */
import { createHash } from 'node:crypto';
import type { XmlElement } from '../../../model/xml-element.js';

/** Equal for messages that differ only in prefixes, order of attributes, comments or white space between elements. */
export function digestOf(message: XmlElement): string {
  const parts: string[] = [];
  flatten(message, parts);
  return createHash('sha256').update(parts.join('')).digest('hex');
}

/** What parts the texts: signs that XML does not allow, so that no text can look like structure. */
const [NAME, ATTRIBUTE, TEXT, END] = ['\u0001', '\u0002', '\u0003', '\u0004'];

function flatten(element: XmlElement, into: string[]): void {
  into.push(`${NAME}${element.namespace}${TEXT}${element.name}`);
  const { attributes, children } = element;
  if (attributes.length > 0) {
    into.push(...attributes.map((each) => `${ATTRIBUTE}${each.namespace}${TEXT}${each.name}${TEXT}${each.value}`).sort());
  }
  if (children.length === 0) into.push(TEXT, element.text);
  for (const child of children) flatten(child, into);
  into.push(END);
}
