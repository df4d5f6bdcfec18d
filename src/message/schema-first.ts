/** The part of a written schema that the first message needs, compiled. */
import type { OpenMessage } from './open-message.js';
import { excerptOf, mayNameTypes } from './schema-excerpt.js';
import type { PreparedSchema } from './schema-preparation.js';
import { compileSchema, type SchemaValidator } from './schema-validator.js';

export interface Excerpt {
  readonly validator: SchemaValidator;
  /** Whether it says of a message what the whole would say. */
  readonly fits: (open: OpenMessage) => boolean;
}

/** @returns undefined when the message needs the whole */
export function openExcerpt(
  written: PreparedSchema,
  open: OpenMessage,
  prefixes: Readonly<Record<string, string>> | undefined,
): Excerpt | undefined {
  const root = rootOf(open);
  const part = root !== undefined && !mayNameTypes(open.bytes) ? excerptOf(written, root) : undefined;
  if (!part) return undefined;
  return {
    validator: compileSchema(part, prefixes),
    fits: (other) => rootOf(other) === root && !mayNameTypes(other.bytes),
  };
}

function rootOf({ element }: OpenMessage): string | undefined {
  return element && `{${element.namespaceUri}}${element.name}`;
}
