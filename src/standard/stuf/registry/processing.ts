/**
 * When a message is processed: at once, or for one that was only confirmed, when its time has come.
 *
 * @see StUF 03.01 §4.4.1
 */
import type { ServiceDefinition } from '../../../model/standard-definition.js';
import type { XmlElement } from '../../../model/xml-element.js';
import type { MessageFacts } from '../../family.js';
import { stuurgegevensOf } from '../facts.js';
import { Draft } from './draft.js';
import { runEffects } from './effects.js';
import type { World } from './entity-source.js';
import type { Refusal } from './refusal.js';
import type { Turn } from './turn.js';

/** What became of a confirmed message. */
export interface Processed {
  readonly service: ServiceDefinition;
  readonly facts: Partial<MessageFacts>;
  readonly refusal?: Refusal;
  /** What the effects put in an answer. */
  readonly draft: Draft;
}

/** A confirmed message is processed at once, or when its time has come: then there is nothing to tell yet. */
export function enqueue(world: World, service: ServiceDefinition, message: XmlElement, at: number): Processed | undefined {
  const delay = world.knowledge.settings.processingDelayMillis;
  if (delay === 0) return processed(world, service, message, at);
  world.store.pending = [...world.store.pending, { dueAt: at + delay, service: service.id, message }];
  return undefined;
}

/** Processes what waited long enough. */
export function processDue(world: World, now: number): readonly Processed[] {
  const due = world.store.pending.filter((each) => each.dueAt <= now);
  if (due.length === 0) return [];
  world.store.pending = world.store.pending.filter((each) => each.dueAt > now);
  return due.flatMap(({ service: id, message, dueAt }) => {
    const service = world.knowledge.standard.services.find((each) => each.id === id);
    return service ? [processed(world, service, message, dueAt)] : [];
  });
}

function processed(world: World, service: ServiceDefinition, message: XmlElement, at: number): Processed {
  const turn = turnOf(world, service, message, at, new Draft());
  const refusal = runEffects(turn);
  return { service, facts: turn.facts, draft: turn.draft, ...(refusal && { refusal }) };
}

/** A message as its effects see it. */
export function turnOf(world: World, service: ServiceDefinition, message: XmlElement, at: number, draft: Draft): Turn {
  const { store, knowledge } = world;
  return { store, knowledge, service, message, facts: stuurgegevensOf(message), at, lenient: false, draft, touched: new Map() };
}
