/**
 * Decides which replies of a simulator go wrong, and makes them so. Counts from its making.
 */
import type { Purpose } from '../model/exchange.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { Incoming } from '../standard/family.js';
import type { SpokenFault } from '../standard/spoken-fault.js';
import type { OutgoingReply } from './listener.js';
import type { SendingFault } from './sending-faults.js';

export interface PlannedFault {
  readonly fault: SpokenFault<Incoming> | SendingFault;
  /** Id of the service whose replies go wrong; every service without it. */
  readonly service?: string;
  /** Only with this message of those, counted from 1; with every one without it. */
  readonly nth?: number;
}

export interface Faulted {
  readonly reply: OutgoingReply;
  /** Names of the faults that this reply has. */
  readonly faults: readonly string[];
}

export interface Faulter {
  /** @param purpose - what the message is for, in a suite */
  apply(right: OutgoingReply, heard: Incoming, service: string | undefined, purpose?: Purpose): Faulted;
}

export function createFaulter(planned: readonly PlannedFault[], standard: StandardDefinition): Faulter {
  const counts = new Map<PlannedFault, number>();
  let before: OutgoingReply | undefined;
  const isMeant = (plan: PlannedFault, service: string | undefined): boolean => {
    if (plan.service !== undefined && plan.service !== service) return false;
    const count = (counts.get(plan) ?? 0) + 1;
    counts.set(plan, count);
    return plan.nth === undefined || plan.nth === count;
  };
  return {
    apply(right, heard, service) {
      const meant = planned.filter((plan) => isMeant(plan, service));
      const last = before;
      before = right;
      const reply = meant.reduce((of, { fault }) => wrongly(fault, of, { heard, standard, before: last }), right);
      return { reply, faults: meant.map(({ fault }) => fault.name) };
    },
  };
}

/** What a fault is about. */
export interface About {
  readonly heard: Incoming;
  readonly standard: StandardDefinition;
  /** The right reply to the message before this one. */
  readonly before?: OutgoingReply | undefined;
}

/** A reply with one fault. */
export function wrongly(fault: PlannedFault['fault'], right: OutgoingReply, { heard, standard, before }: About): OutgoingReply {
  return 'send' in fault ? fault.send(right, before) : { ...right, ...fault.speak(right, heard, standard) };
}
