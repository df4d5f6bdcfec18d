/** Systems that speak first in a chain: one that offers again what was not confirmed, and one that trusts whom it likes. */
import * as https from 'node:https';
import type { Sender } from '../../src/actor/messenger.js';
import type { OutgoingMessage } from '../../src/model/plan.js';
import { madeExchange } from './made-exchange.js';
import type { Trust } from './meddler.js';

/** What a system that speaks first does with a message that was not confirmed. */
export interface Offering {
  /** How often it offers it again, at most. */
  readonly times: number;
  /** Also when it was confirmed. */
  readonly always?: boolean;
  /** It does not wait for the answer before. */
  readonly isImpatient?: boolean;
  readonly changed?: (message: OutgoingMessage) => OutgoingMessage;
}

export function offering({ times, always, isImpatient, changed = (each) => each }: Offering) {
  return (sender: Sender): Sender => ({
    async send(outgoing, target, purpose, signal) {
      const isCreate = purpose.service === 'creeerZaak';
      const saying = sender.send(outgoing, target, purpose, signal);
      if (isImpatient && isCreate) await sender.send(outgoing, target, purpose, signal);
      let said = await saying;
      for (let left = isCreate && !isImpatient ? times : 0; left > 0; left--) {
        if (!always && said.reply?.status === 200 && !said.failure) break;
        said = await sender.send(changed(outgoing), target, purpose, signal);
      }
      return said;
    },
  });
}

/** One that looks at certificates in its own way. */
export function trusting(trust: Trust): Sender {
  return {
    send: ({ headers, body }, { portType: url }) =>
      new Promise((resolve) => {
        const head = { ...Object.fromEntries(headers), 'Content-Length': body.length };
        const request = https.request(url, { method: 'POST', headers: head, agent: false, ...trust });
        request.on('error', ({ message }) => resolve(madeExchange({ failure: { kind: 'tls', detail: message } })));
        request.on('response', (response) => {
          response.resume();
          response.on('end', () =>
            resolve(madeExchange({ reply: '', ...(response.statusCode && { status: response.statusCode }) })),
          );
        });
        request.end(body);
      }),
  };
}
