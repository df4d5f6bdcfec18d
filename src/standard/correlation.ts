/**
 * Tells which expected message an incoming one is: by its operation and its message element, by what it is about, and by its
 * reference when it comes twice. Of those that are alike the one that is waited for comes first, and then the first of the
 * suite. What fits more than one expectation as well is named, never guessed.
 */
import { type PathStep, valuesAt } from '../model/element-path.js';
import type { ServiceDefinition, StandardDefinition } from '../model/standard-definition.js';
import type { Stray } from '../model/stray.js';
import type { MessageFacts } from './family.js';

/** A message that a suite waits for, in the order of the suite. */
export interface Expected {
  /** `<scenario>/<step>` */
  readonly path: string;
  readonly service: ServiceDefinition;
  /** `open`: to come; `passed`: nothing came in time; `served`: it came. */
  readonly state: 'open' | 'passed' | 'served';
  /** Whether a run waits for it at this moment. */
  readonly isAwaited: boolean;
  /** Path of the step whose message has to come once more here. */
  readonly again?: string;
  /** Values that tell it from others of the same service: the path below the message element, and what stands there. */
  readonly subject?: readonly { readonly steps: readonly PathStep[]; readonly value: string }[];
}

/** What an incoming message says of itself; without facts when it cannot be read. */
export interface Incoming {
  readonly facts?: MessageFacts;
  /** Without quotes. */
  readonly soapAction?: string;
  /** The step that an earlier message with the same sender and reference was for. */
  readonly repeats?: string;
  /** What keeps it from being a message at all, whatever its headers say. */
  readonly unfit?: NonNullable<Stray['differs']>;
}

export type Addressee = { readonly path: string; readonly service: ServiceDefinition } | Stray;

export function isStray(of: Addressee): of is Stray {
  return !('path' in of);
}

/** @param expected - in the order of the suite */
export function addresseeOf(incoming: Incoming, expected: readonly Expected[], standard: StandardDefinition): Addressee {
  // Whoever does not send, sends nothing for anybody.
  if (incoming.unfit?.what === 'methode') return nearness(incoming, nearest(incoming, expected, standard), standard);
  const fitting = (services: readonly Expected[]) => services.filter(({ service }) => fits(incoming, service, standard));
  const isOnceMore = ({ again, state }: Expected) => again !== undefined && again === incoming.repeats && state !== 'served';
  const again = fitting(expected.filter(isOnceMore))[0] ?? fitting(expected.filter(({ path }) => path === incoming.repeats))[0];
  if (again) return again;
  const fit = fitting(expected);
  const named = fit.filter((each) => isAbout(incoming, each));
  const exact = named.length > 0 ? named : fit;
  const inState = (state: Expected['state']) => exact.filter((each) => each.state === state);
  const known =
    exact.find(({ isAwaited }) => isAwaited) ?? inState('open')[0] ?? inState('passed')[0] ?? inState('served').at(-1);
  if (known) return known;
  // A right message of another service is no wrong message of this one.
  const isOfAnother = standard.services.some((service) => fits(incoming, service, standard));
  const open = expected.filter(({ state, service }) => state === 'open' && resembles(incoming, service, standard));
  const likely = open.find(({ isAwaited }) => isAwaited) ?? (open.length === 1 ? open[0] : undefined);
  if (likely && !isOfAnother) return likely;
  if (open.length > 1 && !isOfAnother) return { among: open.map(({ path }) => path), ...nearness(incoming, open[0], standard) };
  return nearness(incoming, nearest(incoming, expected, standard), standard);
}

/** What resembles it, else what is waited for now, else what is to come. */
function nearest(incoming: Incoming, expected: readonly Expected[], standard: StandardDefinition): Expected | undefined {
  return (
    expected.find(({ service }) => resembles(incoming, service, standard)) ??
    expected.find(({ isAwaited }) => isAwaited) ??
    expected.find(({ state }) => state === 'open')
  );
}

/** It names the very thing that this step is about. */
function isAbout({ facts }: Incoming, { subject = [] }: Expected): boolean {
  const { message } = facts ?? {};
  const says = (steps: readonly PathStep[], value: string) =>
    message !== undefined && valuesAt(message, steps).some((found) => found.value === value);
  return subject.length > 0 && subject.every(({ steps, value }) => says(steps, value));
}

/** Operation and message element are those of the service. */
function fits(incoming: Incoming, service: ServiceDefinition, standard: StandardDefinition): boolean {
  return incoming.soapAction === service.soapAction && isElementOf(incoming, service, standard);
}

function resembles(incoming: Incoming, service: ServiceDefinition, standard: StandardDefinition): boolean {
  return incoming.soapAction === service.soapAction || isElementOf(incoming, service, standard);
}

function isElementOf({ facts }: Incoming, { request }: ServiceDefinition, standard: StandardDefinition): boolean {
  const [prefix = '', name] = request.element.split(':');
  return facts?.message?.name === name && facts?.message?.namespace === standard.namespaces[prefix];
}

function nearness(incoming: Incoming, near: Expected | undefined, standard: StandardDefinition): Stray {
  const { unfit } = incoming;
  if (!near) return unfit ? { differs: unfit } : {};
  const { service } = near;
  const differs =
    incoming.soapAction === service.soapAction
      ? { what: 'element', expected: service.request.element, found: elementOf(incoming, standard) }
      : { what: 'SOAPAction', expected: service.soapAction, found: incoming.soapAction ?? '' };
  return { nearest: near.path, differs: unfit ?? differs };
}

function elementOf({ facts }: Incoming, { namespaces }: StandardDefinition): string {
  const { message } = facts ?? {};
  if (!message) return '';
  const prefix = Object.entries(namespaces).find(([, namespace]) => namespace === message.namespace)?.[0];
  return prefix ? `${prefix}:${message.name}` : `{${message.namespace}}${message.name}`;
}
