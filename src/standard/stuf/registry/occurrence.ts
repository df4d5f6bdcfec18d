/**
 * What a store holds: entities, and messages that wait for their turn.
 */
import type { XmlElement } from '../../../model/xml-element.js';

/** One entity, e.g. one lamp. Never changed in place. */
export interface Occurrence {
  /** Our own number for it; the key in our system. */
  readonly number: number;
  readonly type: string;
  /** Elements, groups and relations, in the order in which they were told. */
  readonly content: readonly XmlElement[];
  readonly lock?: Lock;
}

export interface Lock {
  readonly token: string;
  readonly by: string;
}

/** A confirmed message that is processed later. */
export interface Pending {
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly service: string;
  readonly message: XmlElement;
}
