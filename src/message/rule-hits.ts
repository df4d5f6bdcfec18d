/** Where in a message a rule fired. */
import { XmlAttribute, XmlElement, type XmlNode } from 'libxml2-wasm';
import { pathBetween } from './element-steps.js';

/** One place where a rule fired. */
export interface RuleHit {
  readonly id: string;
  /** Where, as a path below the message element with the prefixes of the message. */
  readonly path: string;
  readonly line: number;
  /** The text there, shortened. */
  readonly text: string;
}

/** At most so many places are told for one rule in one message. */
const HITS = 10;

/** @param found - what the rule's expression came to */
export function hitsOf(id: string, found: unknown, message: XmlElement): readonly RuleHit[] {
  if (found === true) return [{ id, path: '.', line: message.line, text: '' }];
  if (!Array.isArray(found)) return [];
  return found.slice(0, HITS).map((node: XmlNode) => {
    const element = node instanceof XmlElement ? node : (node.parent ?? message);
    const path = pathBetween(message, element, writtenName);
    const attribute = node instanceof XmlAttribute ? `/@${writtenName(node)}` : '';
    return { id, path: `${path}${attribute}`, line: element.line, text: clip(node.content) };
  });
}

function writtenName({ prefix, name }: { readonly prefix: string; readonly name: string }): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

function clip(text: string): string {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  return plain.length > 120 ? `${plain.slice(0, 100)}… (${plain.length})` : plain;
}
