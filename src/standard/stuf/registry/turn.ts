/**
 * One message being handled: what came in, the store that it may change, and the reply in the making.
 */
import type { ServiceDefinition } from '../../../model/standard-definition.js';
import type { XmlElement } from '../../../model/xml-element.js';
import type { MessageFacts } from '../../family.js';
import type { Draft } from './draft.js';
import type { World } from './entity-source.js';
import type { Occurrence } from './occurrence.js';
import { find } from './paths.js';
import { typeOf } from './references.js';
import type { Refusal } from './refusal.js';

export interface Turn extends World {
  readonly service: ServiceDefinition;
  /** The message element. */
  readonly message: XmlElement;
  readonly facts: Partial<MessageFacts>;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Predicting from our own messages: nothing is refused, and what only the other side can know stays open. */
  readonly lenient: boolean;
  readonly draft: Draft;
  /** Entities that this message changed → local names of the elements that it told. */
  readonly touched: Map<number, ReadonlySet<string>>;
}

/** The options of one effect, checked by its kind. */
export type Options = Readonly<Record<string, unknown>>;

/** What an option may hold; `?` after it when it may be left out. */
export type OptionKind =
  | 'path'
  | 'paths'
  | 'place'
  | 'elements'
  | 'name'
  | 'type'
  | 'text'
  | 'number'
  | 'flag'
  | 'words'
  | 'setting'
  | 'fault'
  | 'map';

/** One word of the vocabulary of effects; docs/effects.md tells what each means. */
export interface EffectKind {
  readonly does: string;
  readonly options: Readonly<Record<string, OptionKind | `${OptionKind}?`>>;
  /** Exactly one of these options is given. */
  readonly oneOf?: readonly string[];
  run(turn: Turn, options: Options): Refusal | undefined;
}

/** The text of an option; '' when it is not given. */
export function textOption(options: Options, name: string): string {
  const value = options[name];
  return value === undefined || value === null ? '' : String(value);
}

/** A list of texts; one text is a list of one. */
export function listOption(options: Options, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
}

/** The elements of the message at the path that an option names. */
export function elementsOf(turn: Turn, path: string): readonly XmlElement[] {
  return find(turn.message, path, turn.knowledge.standard.namespaces);
}

/** The entity that an element of the message stands for, when the store holds it. */
export function occurrenceOf(turn: Turn, element: XmlElement | undefined, type?: string): Occurrence | undefined {
  return element && turn.store.lookup(type || typeOf(element), element)[0];
}

/** Remembers that this message said these things about an entity. */
export function touch(turn: Turn, occurrence: Occurrence, told: readonly XmlElement[]): void {
  turn.touched.set(
    occurrence.number,
    new Set([...(turn.touched.get(occurrence.number) ?? []), ...told.map((each) => each.name)]),
  );
}

/** The entities of a type that this message changed. */
export function touchedOf(turn: Turn, type: string): readonly Occurrence[] {
  return [...turn.touched.keys()].flatMap((number) => turn.store.get(number) ?? []).filter((each) => each.type === type);
}
