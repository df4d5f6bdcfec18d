/**
 * When a message is processed: at once, or for one that was only confirmed, when its time has come.
 *
 * @see StUF 03.01 §4.4.1
 */
import type { ServiceDefinition } from '../../../model/standard-definition.js';
import type { XmlElement } from '../../../model/xml-element.js';
import { stuurgegevensOf } from '../facts.js';
import { Draft } from './draft.js';
import { runEffects } from './effects.js';
import type { World } from './entity-source.js';
import type { Refusal } from './refusal.js';
import type { Turn } from './turn.js';

/** A confirmed message is processed at once, or when its time has come. */
export function enqueue(world: World, service: ServiceDefinition, message: XmlElement, at: number): Refusal | undefined {
  const delay = world.knowledge.settings.processingDelayMillis;
  if (delay === 0) return runEffects(turnOf(world, service, message, at, new Draft()));
  world.store.pending = [...world.store.pending, { dueAt: at + delay, service: service.id, message }];
  return undefined;
}

/** Processes what waited long enough. */
export function processDue(world: World, now: number): void {
  const due = world.store.pending.filter((each) => each.dueAt <= now);
  if (due.length === 0) return;
  world.store.pending = world.store.pending.filter((each) => each.dueAt > now);
  for (const { service: id, message, dueAt } of due) {
    const service = world.knowledge.standard.services.find((each) => each.id === id);
    if (service) runEffects(turnOf(world, service, message, dueAt, new Draft()));
  }
}

/** A message as its effects see it. */
export function turnOf(world: World, service: ServiceDefinition, message: XmlElement, at: number, draft: Draft): Turn {
  return { ...world, service, message, facts: stuurgegevensOf(message), at, lenient: false, draft, touched: new Map() };
}
