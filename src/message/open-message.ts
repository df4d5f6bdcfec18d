/**
 * A message opened once, for as long as a function looks at it: a schema, rules and a reader look at the same document.
 */
import type { XmlElement as ParsedElement, XmlDocument } from 'libxml2-wasm';
import { elementsIn } from './element-steps.js';
import { messageIn, messageInTree } from './message-in-envelope.js';
import { openTree } from './open-tree.js';
import { sureTree } from './sure-tree.js';
import { plainTreeOf } from './tree/plain-tree.js';
import type { TreeElement } from './tree/tree-node.js';
import { type Looked, parsedLater, withDocument } from './xml-document.js';

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
 * Opens the message in these bytes and lets a function look at it. A plain document is opened by the parser when somebody
 * asks for what only the parser has.
 *
 * @param look - must not keep the message
 * @throws {HarnessError} `MESSAGE_TOO_LARGE` above 700 MB
 */
export function withMessage<T>(bytes: Uint8Array, look: (open: OpenMessage) => T): Looked<T> {
  const sure = sureTree(bytes);
  if (sure) return { value: withPlain(bytes, sure, look) };
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

function withPlain<T>(bytes: Uint8Array, root: TreeElement, look: (open: OpenMessage) => T): T {
  const message = messageInTree(root);
  using parsed = parsedLater(bytes);
  return look({
    bytes,
    tree: () => root,
    treeOfMessage: () => message,
    get document() {
      return parsed.document();
    },
    get element() {
      return messageIn(parsed.document().root);
    },
    get mentions() {
      return mentionsIn(bytes, message);
    },
  });
}

/** The same document with the only element in the message element as the message; undefined when there is none, or more. */
export function messageInside(open: OpenMessage): OpenMessage | undefined {
  const { bytes, tree } = open;
  const [inside, ...others] = open.treeOfMessage()?.children ?? [];
  if (!inside || others.length > 0) return undefined;
  return {
    bytes,
    tree,
    treeOfMessage: () => inside,
    get document() {
      return open.document;
    },
    get element() {
      return open.element && elementsIn(open.element)[0];
    },
    get mentions() {
      return open.mentions;
    },
  };
}

/** Names of a document in an encoding that writes ASCII as ASCII; that its own name is found shows that it does. */
export function mentionsIn(bytes: Uint8Array, message: { readonly name: string } | undefined): Mentions | undefined {
  if (bytes.length > SEARCHED) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return message && text.includes(message.name) ? (name) => text.includes(name) : undefined;
}
