/**
 * Looks back in a conversation: who said what, under which number, and whether it was the same message.
 *
 * @see StUF 03.01 §4.3.1, §4.4
 */
import type { XmlElement } from '../../../model/xml-element.js';
import type { Conversation, MessageFacts, Party } from '../../family.js';

/** The sender as references and times count by it: gebruiker does not count (S301 §4.3.1). */
export function senderKey(zender: Party | undefined): string | undefined {
  return zender && [zender.organisatie ?? '', zender.applicatie, zender.administratie ?? ''].join('|');
}

/** Replies of one sender, in the order in which they came. */
export function repliesOf(sender: string, before: readonly Conversation[]): readonly MessageFacts[] {
  return before.flatMap(({ reply }) => (reply && senderKey(reply.zender) === sender ? [reply] : []));
}

/** The last conversation that began with this number of this sender. */
export function askedBefore(request: MessageFacts, before: readonly Conversation[]): Conversation | undefined {
  const sender = senderKey(request.zender);
  if (sender === undefined || request.referentienummer === undefined) return undefined;
  return before
    .filter((each) => senderKey(each.request.zender) === sender && each.request.referentienummer === request.referentienummer)
    .at(-1);
}

/** Whether two messages say the same, attributes included. */
export function isSame(one: XmlElement | undefined, other: XmlElement | undefined): boolean {
  return one !== undefined && other !== undefined && inFull(one) === inFull(other);
}

/** Every later message is compared with all before it. */
const known = new WeakMap<XmlElement, string>();

function inFull(message: XmlElement): string {
  const text = known.get(message) ?? written(message);
  known.set(message, text);
  return text;
}

function written({ namespace, name, attributes, children, text }: XmlElement): string {
  const marks = attributes.map((each) => `${each.namespace} ${each.name}=${each.value}`).sort();
  return JSON.stringify([namespace, name, marks, children.length > 0 ? children.map(written) : text.trim()]);
}
