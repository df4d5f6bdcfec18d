/**
 * Writes a tree as a message, with a prefix for every namespace in it. Signs in a text stand for what a tree cannot hold.
 */
import { writeXml } from '../../src/message/xml-writer.js';
import type { XmlElement } from '../../src/model/xml-element.js';
import { XSI } from './mutate.js';

/** Signs of the private use area: nobody means them as text. */
export const COMMENT = '\ue001';
export const INSTRUCTION = '\ue002';
export const CDATA = '\ue003';
const SIGNS: Readonly<Record<string, string>> = {
  [COMMENT]: '<!-- opmerking -->',
  [INSTRUCTION]: '<?ketentest opdracht?>',
  [CDATA]: '<![CDATA[x]]>',
};
const TYPE_NAME = /="\ue004([^\ue004"]*)\ue004([^"]*)"/;

/** The value of an attribute that names a type: its prefix is chosen when it is written. */
export function typeName(namespace: string, name: string): string {
  return `\ue004${namespace}\ue004${name}`;
}

export function writeMessage(message: XmlElement): string {
  const prefixes: Record<string, string> = { xsi: XSI };
  const known = new Set<string>([XSI, '', 'http://www.w3.org/XML/1998/namespace']);
  const note = (namespace: string): void => {
    if (known.has(namespace)) return;
    prefixes[`p${known.size - 1}`] = namespace;
    known.add(namespace);
  };
  const visit = (at: XmlElement): void => {
    note(at.namespace);
    for (const each of at.attributes) note(each.namespace);
    at.children.forEach(visit);
  };
  visit(message);
  const text = writeXml(message, prefixes).replaceAll(/[\ue001-\ue003]/g, (sign) => SIGNS[sign] ?? sign);
  return withTypeName(text, prefixes);
}

function withTypeName(text: string, prefixes: Readonly<Record<string, string>>): string {
  const [whole, namespace, name] = TYPE_NAME.exec(text) ?? [];
  if (whole === undefined || namespace === undefined) return text;
  const [prefix] = Object.entries(prefixes).find(([, each]) => each === namespace) ?? [];
  const written = text.replace(whole, `="${prefix ?? 'q'}:${name}"`);
  return prefix === undefined ? written.replace(/(?=[\s/>])/, ` xmlns:q="${namespace}"`) : written;
}
