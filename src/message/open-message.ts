/**
 * A message opened once, for as long as a function looks at it: a schema, rules and a reader look at the same document.
 */
import type { XmlElement as ParsedElement, XmlDocument } from 'libxml2-wasm';
import { elementsIn } from './element-steps.js';
import { messageIn, messageInTree } from './message-in-envelope.js';
import { openTree } from './open-tree.js';
import { plainTreeOf } from './tree/plain-tree.js';
import type { TreeElement } from './tree/tree-node.js';
import { type Looked, withDocument } from './xml-document.js';

export type Mentions = (name: string) => boolean;

export interface OpenMessage {
  /** What the document was read from. */
  readonly bytes: Uint8Array;
  readonly document: XmlDocument;
  /** The message element; undefined for an envelope that holds none. */
  readonly element: ParsedElement | undefined;
  /**
   * The whole document as the tree that everybody reads, copied as far as it is looked at; the same tree each time.
   * Whoever keeps a part of it longer than the message is open gets an error for what was not looked at before.
   */
  tree(): TreeElement;
  /** The message element in that tree. */
  treeOfMessage(): TreeElement | undefined;
  /** Whether a name stands anywhere in the document; undefined where looking would take too long or cannot be trusted. */
  readonly mentions: Mentions | undefined;
}

/** Larger documents are not searched for names, in bytes. */
const SEARCHED = 64 * 1024;

/**
 * Opens the message in these bytes and lets a function look at it.
 * @param look - must not keep the message
 * @throws {HarnessError} `MESSAGE_TOO_LARGE` above 700 MB
 */
export function withMessage<T>(bytes: Uint8Array, look: (open: OpenMessage) => T): Looked<T> {
  return withDocument(bytes, (document) => {
    const root = document.root;
    const life = { isOpen: true };
    const element = messageIn(root);
    let read: TreeElement | undefined;
    const tree = () => {
      read ??= plainTreeOf(bytes) ?? openTree(root, bytes, life);
      return read;
    };
    try {
      const mentions = mentionsIn(bytes, element);
      return look({ bytes, document, element, mentions, tree, treeOfMessage: () => messageInTree(tree()) });
    } finally {
      life.isOpen = false;
    }
  });
}

/** The same document with the only element in the message element as the message; undefined when there is none, or more. */
export function messageInside(open: OpenMessage): OpenMessage | undefined {
  const [element, ...others] = open.element ? elementsIn(open.element) : [];
  if (!element || others.length > 0) return undefined;
  return { ...open, element, treeOfMessage: () => open.treeOfMessage()?.children[0] };
}

/** Names of a document in an encoding that writes ASCII as ASCII; that its own name is found shows that it does. */
export function mentionsIn(bytes: Uint8Array, element: ParsedElement | undefined): Mentions | undefined {
  if (bytes.length > SEARCHED) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return element && text.includes(element.name) ? (name) => text.includes(name) : undefined;
}
