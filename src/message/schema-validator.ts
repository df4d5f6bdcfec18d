/**
 * Validates messages against a prepared schema set: compiled once, used for every message.
 */
import { type XmlElement, XmlError, XmlValidateError, type XsdValidator } from 'libxml2-wasm';
import type { SchemaOutcome } from '../model/record.js';
import { messageIn } from './message-in-envelope.js';
import type { OpenMessage } from './open-message.js';
import { compilePrepared } from './schema-compiler.js';
import type { PreparedSchema } from './schema-preparation.js';
import { violationsOf } from './schema-violations.js';
import { withDocument } from './xml-document.js';

export interface SchemaValidator {
  /**
   * Validates the message in a document: the element in the SOAP body or in the detail of a SOAP fault, in place, so that
   * lines are those of the whole document; without an envelope the root.
   */
  validate(bytes: Uint8Array): SchemaOutcome;
  /** The same for a message that is open already. */
  validateOpen(open: OpenMessage): SchemaOutcome;
  /** Gives the compiled schemas back; nothing can be validated afterwards. */
  dispose(): void;
}

/**
 * @param prefixes - prefix → namespace, for the paths and names in violations; those of the message are used for the rest
 * @throws {HarnessError} `SCHEMA_INVALID` or `SCHEMA_MISSING` when the set cannot be compiled
 */
export function compileSchema(prepared: PreparedSchema, prefixes: Readonly<Record<string, string>> = {}): SchemaValidator {
  const compiled = compilePrepared(prepared);
  const roots = new Set(prepared.roots);
  return {
    validate(bytes) {
      const looked = withDocument(bytes, ({ root }) => validateMessage(compiled, roots, messageIn(root), prefixes));
      return 'value' in looked ? looked.value : undecided(`there is no message to validate: ${looked.problem.detail}`);
    },
    validateOpen: ({ element }) => validateMessage(compiled, roots, element, prefixes),
    dispose: () => compiled.dispose(),
  };
}

function validateMessage(
  compiled: XsdValidator,
  roots: ReadonlySet<string>,
  message: XmlElement | undefined,
  prefixes: Readonly<Record<string, string>>,
): SchemaOutcome {
  if (!message) return undecided('the envelope holds no message');
  if (!roots.has(`{${message.namespaceUri}}${message.name}`)) {
    const known = [...roots].some((root) => root.startsWith(`{${message.namespaceUri}}`));
    const detail = `no schema declares the element "${message.name}" in namespace "${message.namespaceUri}"`;
    return undecided(detail, known ? 'undeclared' : 'unknown-element');
  }
  try {
    compiled.validate(message);
    return { decided: true, violations: [] };
  } catch (cause) {
    if (cause instanceof XmlValidateError) return { decided: true, violations: violationsOf(cause.details, message, prefixes) };
    if (cause instanceof XmlError) return { decided: false, reason: 'broken', detail: cause.message };
    throw cause;
  }
}

function undecided(detail: string, reason: 'unknown-element' | 'undeclared' = 'unknown-element'): SchemaOutcome {
  return { decided: false, reason, detail };
}
