/**
 * A document of the parser becomes the plain tree that everybody reads.
 */
import { XmlElement as ParsedElement, XmlCData, XmlComment, XmlText } from 'libxml2-wasm';
import type { XmlElement } from '../model/xml-element.js';

/** The parser stores a line in 16 bits. */
const LAST_STORED_LINE = 0xffff;

/**
 * Copies an element and everything in it.
 *
 * @param root - stays of its document; nothing of it is kept
 * @returns the tree; lines beyond 65,535 (a scanned document in base64 has them) are counted from the line breaks in
 *   text, so that they are off by the line breaks within start tags
 */
export function treeOf(root: ParsedElement): XmlElement {
  let lineBreaks = 0;
  return copy(root);

  function copy(element: ParsedElement): XmlElement {
    const line = lineOf(element);
    const children: XmlElement[] = [];
    let text = '';
    for (let node = element.firstChild; node; node = node.next) {
      if (node instanceof ParsedElement) {
        children.push(copy(node));
      } else if (node instanceof XmlText || node instanceof XmlCData) {
        const content = node.content;
        lineBreaks += countLineBreaks(content);
        text += content;
      } else if (node instanceof XmlComment) {
        lineBreaks += countLineBreaks(node.content);
      }
    }
    const attributes = element.attrs.map((each) => ({ namespace: each.namespaceUri, name: each.name, value: each.value }));
    return { namespace: element.namespaceUri, name: element.name, attributes, children, text, line };
  }

  function lineOf(element: ParsedElement): number {
    const stored = element.line & LAST_STORED_LINE;
    if (stored < LAST_STORED_LINE) lineBreaks = stored - 1;
    return lineBreaks + 1;
  }
}

function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
