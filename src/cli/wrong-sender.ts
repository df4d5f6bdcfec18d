/**
 * A sender that changes one message on its way out, as a wrong consumer would have made it. It does nothing of its own accord to
 * make up for it: what our driver would offer again when an address falls silent, such a product does not.
 */
import type { Sender } from '../actor/messenger.js';
import type { OutgoingMessage } from '../model/plan.js';
import type { WrongConsumer } from '../model/wrong-consumer.js';

export interface WrongSender {
  readonly wrap: (sender: Sender) => Sender;
  /** Whether the message went out, and was another one. */
  changed(): boolean;
}

export function wrongly({ step, replace, by = '', headers = {} }: WrongConsumer): WrongSender {
  let isChanged = false;
  const change = (outgoing: OutgoingMessage): OutgoingMessage => {
    const before = new TextDecoder().decode(outgoing.body);
    const after = replace === undefined ? before : before.replace(new RegExp(replace, 'u'), by);
    const other = outgoing.headers.map(([name, value]) => [name, headers[name] ?? value] as const);
    isChanged = after !== before || other.some(([, value], index) => value !== outgoing.headers[index]?.[1]);
    return { ...outgoing, headers: other, body: new TextEncoder().encode(after) };
  };
  const wrap = (sender: Sender): Sender => ({
    send(outgoing, target, purpose, signal) {
      if (purpose.attempt > 1) return sender.send(outgoing, target, purpose, AbortSignal.abort());
      const isMeant = `${purpose.scenario}/${purpose.step}` === step;
      return sender.send(isMeant ? change(outgoing) : outgoing, target, purpose, signal);
    },
  });
  return { wrap, changed: () => isChanged };
}
