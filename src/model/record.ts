/**
 * The record of a run, as judges see it: everything said so far, in order, and who stands where.
 */
import type { Exchange, ReceivedReply, SentRequest } from './exchange.js';
import type { XmlElement } from './xml-element.js';

export interface RunRecord {
  /** In the order in which they began. */
  readonly exchanges: readonly Exchange[];
  /** Paths of the steps that brought about what they had to, `<scenario>/<step>`: their read-back proved it. */
  readonly established: ReadonlySet<string>;
  /** Paths of the steps whose read-back showed that they did not. */
  readonly disproved: ReadonlySet<string>;
}

/** Which expectation is being judged: a step's own exchange, or its read-back. */
export interface Position {
  readonly scenario: string;
  readonly step: number;
  /** The exchange under judgement; absent when nothing was sent. */
  readonly exchange?: Exchange;
}

/** A recorded message opened for reading; kept by the reader and given back when the run ends. */
export interface OpenedMessage {
  /** The whole document, SOAP envelope included; absent when the bytes are not well-formed. */
  readonly root?: XmlElement;
  /** Why it could not be read. */
  readonly problem?: {
    readonly kind: 'empty' | 'malformed' | 'doctype' | 'not-xml' | 'encoding' | 'too-deep';
    readonly detail: string;
    readonly line?: number;
  };
}

/** Opens recorded messages once, however many judges ask. */
export interface MessageReader {
  open(message: SentRequest | ReceivedReply): Promise<OpenedMessage>;
}

/** One complaint of a schema validator. */
export interface SchemaViolation {
  readonly message: string;
  /** Line in the message as recorded, from 1. */
  readonly line: number;
  /** Path with the prefixes of the message. */
  readonly path?: string;
  /** What should have stood there, where the validator says so. */
  readonly expected?: string;
}

export type SchemaOutcome =
  | { readonly decided: true; readonly violations: readonly SchemaViolation[] }
  /** No schema knows this element (or only others of its namespace), or the validator broke. */
  | {
      readonly decided: false;
      readonly reason: 'no-schema' | 'unknown-element' | 'undeclared' | 'broken';
      readonly detail: string;
    };

/** The schema basis of a run: validates the message element inside the recorded envelope. */
export interface SchemaBasis {
  readonly soort: 'officieel' | 'ingebouwd';
  readonly naam: string;
  readonly digest: string;
  validate(message: SentRequest | ReceivedReply): Promise<SchemaOutcome>;
}
