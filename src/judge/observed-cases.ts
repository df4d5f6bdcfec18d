/**
 * Which messages belong together: those about the same thing, whatever the service, the hop or the standard, and those that
 * refer to each other.
 */
import type { Subject } from '../standard/family.js';
import type { Sight } from './observed-message.js';
import type { ObservedMessage } from './observed-paths.js';

export interface ObservedCase {
  /** What it is about; absent for messages that name nothing. */
  readonly subject?: Subject;
  readonly kind: 'case' | 'loose' | 'unknown';
  /** In the order in which they began. */
  readonly messages: readonly ObservedMessage[];
}

/** @returns in the order in which they began; what could not be recognised last */
export function casesIn(messages: readonly ObservedMessage[]): readonly ObservedCase[] {
  const keys = new Map<string, Subject>();
  const wider = widerThan(messages);
  const known = new Map<ObservedMessage, string>();
  for (const message of messages) {
    const subject = subjectsOf(message).map((each) => wider.get(nameOf(each)) ?? each)[0];
    if (!subject) continue;
    keys.set(nameOf(subject), subject);
    known.set(message, nameOf(subject));
  }
  const byReference = new Map<string, string>();
  for (const [message, key] of known)
    for (const sight of sightsOf(message)) for (const each of sight.references) byReference.set(each, key);
  const groups = new Map<string, ObservedMessage[]>();
  for (const message of messages) {
    const key = isKnown(message) ? (known.get(message) ?? referredTo(message, byReference) ?? LOOSE) : UNKNOWN;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  const cases = [...groups].map(([key, of]) => caseOf(key, keys.get(key), of));
  return [...cases.filter(({ kind }) => kind !== 'unknown'), ...cases.filter(({ kind }) => kind === 'unknown')];
}

const LOOSE = '';
const UNKNOWN = '?';

function caseOf(key: string, subject: Subject | undefined, messages: readonly ObservedMessage[]): ObservedCase {
  if (key === UNKNOWN) return { kind: 'unknown', messages };
  return subject ? { kind: 'case', subject, messages } : { kind: 'loose', messages };
}

/** What is named together with something weightier belongs to that, also where it is named alone. */
function widerThan(messages: readonly ObservedMessage[]): ReadonlyMap<string, Subject> {
  const found = new Map<string, Subject>();
  for (const message of messages) {
    const [first, ...others] = subjectsOf(message);
    for (const other of others)
      if (first && other.type !== first.type && !found.has(nameOf(other))) found.set(nameOf(other), first);
  }
  return found;
}

/** The weightiest of its first sight first, so that a message does not move when it is seen further on. */
function subjectsOf({ path: [first] }: ObservedMessage): readonly Subject[] {
  return first?.subjects ?? [];
}

/** It speaks of a message whose case is known. */
function referredTo(message: ObservedMessage, byReference: ReadonlyMap<string, string>): string | undefined {
  const names = sightsOf(message).flatMap(({ crossReferences, references }) => [...crossReferences, ...references]);
  return names.map((each) => byReference.get(each)).find((each) => each !== undefined);
}

function isKnown({ path }: ObservedMessage): boolean {
  return path.some(({ service }) => service !== undefined);
}

function sightsOf({ path, again }: ObservedMessage): readonly Sight[] {
  return [...path, ...again];
}

function nameOf({ type, key }: Subject): string {
  return `${type} ${key}`;
}
