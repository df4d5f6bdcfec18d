/**
 * Looks back in a conversation: who said what, under which number, and whether it was the same message.
 *
 * @see StUF 03.01 §4.3.1, §4.4
 */
import type { XmlElement } from '../../../model/xml-element.js';
import type { Conversation, MessageFacts, Party } from '../../family.js';
import { overAllSaid } from './over-all-said.js';

/** The sender as references and times count by it: gebruiker does not count (S301 §4.3.1). */
export function senderKey(zender: Party | undefined): string | undefined {
  return zender && [zender.organisatie ?? '', zender.applicatie, zender.administratie ?? ''].join('|');
}

/** Replies of one sender, in the order in which they came. */
export interface Replies {
  readonly all: readonly MessageFacts[];
  readonly byNumber: ReadonlyMap<string | undefined, readonly MessageFacts[]>;
  readonly byTime: ReadonlyMap<string | undefined, readonly MessageFacts[]>;
}

const NONE: Replies = { all: [], byNumber: new Map(), byTime: new Map() };

export function repliesOf(sender: string, before: readonly Conversation[]): Replies {
  return repliesBySender(before).get(sender) ?? NONE;
}

interface Gathered extends Replies {
  readonly all: MessageFacts[];
  readonly byNumber: Map<string | undefined, MessageFacts[]>;
  readonly byTime: Map<string | undefined, MessageFacts[]>;
}

const repliesBySender = overAllSaid(
  () => new Map<string, Gathered>(),
  (senders, { reply }) => {
    const sender = senderKey(reply?.zender);
    if (!reply || sender === undefined) return senders;
    const { all, byNumber, byTime } = put(senders, sender, () => ({ all: [], byNumber: new Map(), byTime: new Map() }));
    all.push(reply);
    put(byNumber, reply.referentienummer, () => []).push(reply);
    put(byTime, reply.tijdstipBericht, () => []).push(reply);
    return senders;
  },
);

/** The last conversation that began with this number of this sender. */
export function askedBefore(request: MessageFacts, before: readonly Conversation[]): Conversation | undefined {
  const key = numberKey(request);
  return key === undefined ? undefined : lastAsked(before).get(key);
}

const lastAsked = overAllSaid(
  () => new Map<string, Conversation>(),
  (asked, said) => {
    const key = numberKey(said.request);
    return key === undefined ? asked : asked.set(key, said);
  },
);

function numberKey({ zender, referentienummer }: MessageFacts): string | undefined {
  const sender = senderKey(zender);
  return sender === undefined || referentienummer === undefined ? undefined : JSON.stringify([sender, referentienummer]);
}

function put<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const made = map.get(key) ?? make();
  map.set(key, made);
  return made;
}

/** Whether two messages say the same, attributes included. Stops at the first difference: a message may be large. */
export function isSame(one: XmlElement | undefined, other: XmlElement | undefined): boolean {
  if (!one || !other || one.name !== other.name || one.namespace !== other.namespace) return false;
  if (one.children.length !== other.children.length || marks(one) !== marks(other)) return false;
  if (one.children.length === 0) return one.text.trim() === other.text.trim();
  return one.children.every((child, index) => isSame(child, other.children[index]));
}

function marks({ attributes }: XmlElement): string {
  return attributes
    .map((each) => `${each.namespace} ${each.name}=${each.value}`)
    .sort()
    .join('\n');
}
