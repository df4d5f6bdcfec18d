/**
 * The schema basis of a run: a schema set with a name and a digest, that validates recorded messages.
 */
import { createHash } from 'node:crypto';
import type { ReceivedReply, SentRequest } from '../model/exchange.js';
import { HarnessError } from '../model/harness-error.js';
import type { SchemaBasis, SchemaOutcome } from '../model/record.js';
import type { ShapeSet } from '../model/shape.js';
import { decoded } from './content-coding.js';
import { messageInTree } from './message-in-envelope.js';
import type { OpenMessage } from './open-message.js';
import type { SchemaFiles } from './schema-closure.js';
import { type Excerpt, openExcerpt } from './schema-first.js';
import { PREPARATION_VERSION, packPrepared, unpackPrepared } from './schema-package.js';
import { type PreparedSchema, prepareSchema } from './schema-preparation.js';
import { compileSchema, type SchemaValidator } from './schema-validator.js';
import { type SureShapes, sureShapes } from './sure-shapes.js';
import { sureTree } from './sure-tree.js';
import { PlainElement } from './tree/plain-element.js';
import type { TreeElement } from './tree/tree-node.js';

export interface SchemaSource {
  /** `officieel` only for a set that is, file for file, the published one. */
  readonly soort: SchemaBasis['soort'];
  /** As the report names it. */
  readonly naam: string;
  /** path → bytes; relative locations in the documents resolve within it */
  readonly files: SchemaFiles;
  /** Where to start; the first goes first. */
  readonly entries: readonly string[];
  /** sha256 over the whole set, when somebody computed it already; must change whenever a file does. */
  readonly digest?: string;
  /** prefix → namespace, for paths and names in violations. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/** A schema that needs no preparation, written when the first message is validated. */
export interface WrittenSource extends Pick<SchemaSource, 'soort' | 'naam' | 'prefixes'> {
  readonly digest: string;
  readonly write: () => PreparedSchema;
  /** What it is written from: a message that is certainly valid by these is not held against the schema any more. */
  readonly shapes?: ShapeSet;
}

/** Keeps prepared sets between runs. May forget, may be shared by processes; must never throw. */
export interface PreparationCache {
  read(key: string): Promise<Uint8Array | undefined>;
  write(key: string, bytes: Uint8Array): Promise<void>;
}

/** A basis with a life: compiled schemas are given back at the end of a run. */
export interface OpenSchemaBasis extends SchemaBasis {
  /** Validates bytes that were not recorded (yet). */
  validateBytes(bytes: Uint8Array): SchemaOutcome;
  /** Validates a message that is open already. */
  validateOpen(open: OpenMessage): SchemaOutcome;
  /** Compiles now what would be compiled with the first message. */
  makeReady(): void;
  dispose(): void;
}

/** The bytes of a message with its content coding (and any packaging) taken off; that is the default. */
export type BytesOf = (message: SentRequest | ReceivedReply) => Promise<Uint8Array>;

/**
 * Opens a basis. Schemas are compiled once: now, or for a set from the cache, which compiled before it was kept, when the
 * first message is validated; should that fail after all, every message is undecided (`broken`).
 *
 * @throws {HarnessError} `SCHEMA_MISSING` or `SCHEMA_INVALID` when the set cannot be prepared or compiled
 */
export async function createSchemaBasis(
  source: SchemaSource,
  options: { readonly cache?: PreparationCache; readonly bytesOf?: BytesOf } = {},
): Promise<OpenSchemaBasis> {
  const digest = source.digest ?? digestOf(source.files);
  const key = keyOf(digest, source.entries);
  const kept = await readPrepared(key, options.cache);
  const prepared = kept ?? prepareSchema(source.files, source.entries);
  let compiled: SchemaValidator | undefined;
  if (!kept) {
    compiled = compileSchema(prepared, source.prefixes);
    await options.cache?.write(key, packPrepared(prepared));
  }
  const { soort, naam, prefixes } = source;
  return openBasis({ soort, naam, digest, ...(prefixes && { prefixes }) }, options.bytesOf, compiled, () => prepared);
}

/** Opens a basis that is written and compiled when the first message is validated. */
export function createWrittenBasis(source: WrittenSource, options: { readonly bytesOf?: BytesOf } = {}): OpenSchemaBasis {
  let written: PreparedSchema | undefined;
  const write = () => {
    written ??= source.write();
    return written;
  };
  const sure = source.shapes && sureShapes(source.shapes);
  return openBasis(source, options.bytesOf, undefined, write, (open) => openExcerpt(write(), open, source.prefixes), sure);
}

/** The part of a set that the first message needs; undefined where that is the whole. */
type FirstOf = (open: OpenMessage) => Excerpt | undefined;

function openBasis(
  source: Pick<WrittenSource, 'soort' | 'naam' | 'digest' | 'prefixes'>,
  bytesOf: BytesOf = (message) => decoded(message.body, message.headers),
  first: SchemaValidator | undefined,
  write: () => PreparedSchema,
  firstOf: FirstOf = () => undefined,
  sure: SureShapes = () => false,
): OpenSchemaBasis {
  let compiled = first;
  let excerpt: Excerpt | undefined;

  /** The first message is held against the part that it needs, until there is one that needs another. */
  function validatorFor(open?: OpenMessage): SchemaValidator {
    if (!compiled && open) {
      excerpt ??= firstOf(open);
      if (excerpt?.fits(open)) return excerpt.validator;
    }
    compiled ??= compileSchema(write(), source.prefixes);
    return compiled;
  }

  function judge(by: (validator: SchemaValidator) => SchemaOutcome, open?: OpenMessage): SchemaOutcome {
    try {
      return by(validatorFor(open));
    } catch (cause) {
      return { decided: false, reason: 'broken', detail: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  const isSure = (tree: TreeElement | undefined) => tree instanceof PlainElement && sure(tree);
  const validateOpen = (open: OpenMessage) =>
    isSure(open.treeOfMessage()) ? VALID : judge((validator) => validator.validateOpen(open), open);
  const validateBytes = (bytes: Uint8Array) => {
    const tree = sureTree(bytes);
    return isSure(tree && messageInTree(tree)) ? VALID : judge((validator) => validator.validate(bytes));
  };
  return {
    soort: source.soort,
    naam: source.naam,
    digest: source.digest,
    validateBytes,
    validateOpen,
    makeReady: () => void judge(() => ({ decided: true, violations: [] })),
    validate: (message) => bytesOf(message).then(validateBytes, unreadable),
    dispose() {
      compiled?.dispose();
      excerpt?.validator.dispose();
      compiled = excerpt = undefined;
    },
  };
}

const VALID: SchemaOutcome = { decided: true, violations: [] };

/** What the bytes of a message are to blame for leaves it undecided; everything else is ours and passes. */
function unreadable(error: unknown): SchemaOutcome {
  if (!(error instanceof HarnessError) || !['MESSAGE_MALFORMED', 'MESSAGE_TOO_LARGE'].includes(error.code)) throw error;
  return { decided: false, reason: 'unknown-element', detail: `there is no message to validate: ${error.message}` };
}

/** sha256 over a set: of the lines `sha256 path`, sorted by path, as `sha256sum` would write them. */
export function digestOf(files: SchemaFiles): string {
  return digestOfDigests([...files].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]));
}

/** The same, from digests of the files. */
export function digestOfDigests(files: Iterable<readonly [path: string, digest: string]>): string {
  const lines = [...files].map(([path, digest]) => ({ path, line: `${digest}  ${path}\n` }));
  lines.sort((one, other) => (one.path < other.path ? -1 : 1));
  return createHash('sha256')
    .update(lines.map(({ line }) => line).join(''))
    .digest('hex');
}

/** The key says everything that the result depends on, so a stale package cannot be found. */
function keyOf(digest: string, entries: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([PREPARATION_VERSION, digest, entries]))
    .digest('hex');
}

async function readPrepared(key: string, cache: PreparationCache | undefined): Promise<PreparedSchema | undefined> {
  const bytes = await cache?.read(key);
  return bytes && unpackPrepared(bytes);
}
