/**
 * Finds the message in a parsed document: the element in the SOAP body, or in the detail of a SOAP fault; without an
 * envelope the root.
 */
import type { XmlElement as ParsedElement } from 'libxml2-wasm';
import { elementsIn } from './element-steps.js';
import type { TreeElement } from './tree/tree-node.js';

const ENVELOPES = ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'];

/** How to look at elements of some kind of tree. */
interface Looking<T> {
  readonly childrenOf: (element: T) => readonly T[];
  readonly namespaceOf: (element: T) => string;
}

const PARSED: Looking<ParsedElement> = { childrenOf: elementsIn, namespaceOf: ({ namespaceUri }) => namespaceUri };
const TREE: Looking<TreeElement> = { childrenOf: ({ children }) => children, namespaceOf: ({ namespace }) => namespace };

/** @see SOAP 1.1, chapter 4 "SOAP Envelope" and 4.4 "SOAP Fault": `detail` has no namespace */
export function messageIn(root: ParsedElement): ParsedElement | undefined {
  return find(root, PARSED);
}

/** The same element in the tree of the document. */
export function messageInTree(root: TreeElement): TreeElement | undefined {
  return find(root, TREE);
}

function find<T extends { readonly name: string }>(root: T, { childrenOf, namespaceOf }: Looking<T>): T | undefined {
  if (root.name !== 'Envelope') return root;
  const soap = namespaceOf(root);
  if (!ENVELOPES.includes(soap)) return root;
  const body = childrenOf(root).find((each) => each.name === 'Body' && namespaceOf(each) === soap);
  const first = body && childrenOf(body)[0];
  if (first?.name !== 'Fault' || namespaceOf(first) !== soap) return first;
  const detail = childrenOf(first).find((each) => each.name.toLowerCase() === 'detail');
  return detail && childrenOf(detail)[0];
}
