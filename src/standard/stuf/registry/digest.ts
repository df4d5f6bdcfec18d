/**
 * What a message says, as a digest: the standard does not define "identical", so we do not compare bytes.
 */
import { hash } from 'node:crypto';
import type { XmlElement } from '../../../model/xml-element.js';

/** Equal for messages that differ only in prefixes, order of attributes, comments or white space between elements. */
export function digestOf(message: XmlElement): string {
  return hash('sha256', flat(message), 'hex');
}

/** What parts the texts: signs that XML does not allow, so that no text can look like structure. */
const [NAME, ATTRIBUTE, TEXT, END] = ['\u0001', '\u0002', '\u0003', '\u0004'];

function flat({ namespace, name, attributes, children, text }: XmlElement): string {
  const marks =
    attributes.length === 0
      ? ''
      : attributes
          .map((each) => `${ATTRIBUTE}${each.namespace}${TEXT}${each.name}${TEXT}${each.value}`)
          .sort()
          .join('');
  let content = children.length === 0 ? TEXT + text : '';
  for (const child of children) content += flat(child);
  return `${NAME}${namespace}${TEXT}${name}${marks}${content}${END}`;
}
