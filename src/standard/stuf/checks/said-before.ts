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
