/** What the parser's library takes with nothing of ours around it: the least that judging a message can take. */
import { ParseOption, XmlDocument } from 'libxml2-wasm';
import { messageIn } from '../src/message/message-in-envelope.js';
import { compilePrepared } from '../src/message/schema-compiler.js';
import { writeSchema } from '../src/message/shape-schema.js';
import type { ShapeSet } from '../src/model/shape.js';

const OPTIONS = { option: ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_BIG_LINES };

export function parseAlone(bytes: Uint8Array): void {
  XmlDocument.fromBuffer(bytes, OPTIONS).dispose();
}

/** Parses a valid message and holds it against a compiled schema. */
export function openValidation(shapes: ShapeSet): { readonly validate: (bytes: Uint8Array) => void } & Disposable {
  const compiled = compilePrepared(writeSchema(shapes));
  return {
    validate(bytes) {
      const document = XmlDocument.fromBuffer(bytes, OPTIONS);
      compiled.validate(messageIn(document.root) ?? document.root);
      document.dispose();
    },
    [Symbol.dispose]: () => compiled.dispose(),
  };
}
