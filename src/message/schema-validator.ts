/**
 * Validates messages against a prepared schema set: compiled once, used for every message.
 */
import { type XmlElement, XmlError, XmlValidateError, type XsdValidator } from 'libxml2-wasm';
import type { SchemaOutcome, SchemaViolation } from '../model/record.js';
import { type BinaryValues, openBinaryValues } from './binary-values.js';
import { messageIn } from './message-in-envelope.js';
import { mentionsIn, type OpenMessage } from './open-message.js';
import { compilePrepared } from './schema-compiler.js';
import type { PreparedSchema } from './schema-preparation.js';
import { violationsOf, wrongBinary } from './schema-violations.js';
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
  const schema = { compiled, roots: new Set(prepared.roots), binary: openBinaryValues(prepared.binary), prefixes };
  return {
    validate(bytes) {
      const looked = withDocument(bytes, ({ root }) => {
        const element = messageIn(root);
        return validateMessage(schema, { bytes, element, mentions: mentionsIn(bytes, element) });
      });
      return 'value' in looked ? looked.value : undecided(`there is no message to validate: ${looked.problem.detail}`);
    },
    validateOpen: (open) => validateMessage(schema, open),
    dispose() {
      compiled.dispose();
      schema.binary[Symbol.dispose]();
    },
  };
}

interface CompiledSchema {
  readonly compiled: XsdValidator;
  /** Clark names. */
  readonly roots: ReadonlySet<string>;
  readonly binary: BinaryValues;
  readonly prefixes: Readonly<Record<string, string>>;
}

function validateMessage(
  { compiled, roots, binary, prefixes }: CompiledSchema,
  { bytes, element: message, mentions }: Pick<OpenMessage, 'bytes' | 'element' | 'mentions'>,
): SchemaOutcome {
  if (!message) return undecided('the envelope holds no message');
  if (!roots.has(`{${message.namespaceUri}}${message.name}`)) {
    const known = [...roots].some((root) => root.startsWith(`{${message.namespaceUri}}`));
    const detail = `no schema declares the element "${message.name}" in namespace "${message.namespaceUri}"`;
    return undecided(detail, known ? 'undeclared' : 'unknown-element');
  }
  try {
    const violations = complaints(compiled, message, prefixes);
    const paths = new Set(violations.map(({ path }) => path));
    const wrong = binary.wrongIn(message, bytes, mentions).map((each) => wrongBinary(each, message, prefixes));
    return { decided: true, violations: [...violations, ...wrong.filter(({ path }) => !paths.has(path))] };
  } catch (cause) {
    if (cause instanceof XmlError) return { decided: false, reason: 'broken', detail: cause.message };
    throw cause;
  }
}

function complaints(compiled: XsdValidator, message: XmlElement, prefixes: Readonly<Record<string, string>>): SchemaViolation[] {
  try {
    compiled.validate(message);
    return [];
  } catch (cause) {
    if (cause instanceof XmlValidateError) return violationsOf(cause.details, message, prefixes);
    throw cause;
  }
}

function undecided(detail: string, reason: 'unknown-element' | 'undeclared' = 'unknown-element'): SchemaOutcome {
  return { decided: false, reason, detail };
}
