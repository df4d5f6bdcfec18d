/**
 * What a relay knows of a message from the moment it comes, and how it speaks with the target and with the record about it.
 */
import type * as http from 'node:http';
import type { HeaderList } from '../model/body.js';
import type { Exchange, HopTimes, Purpose, SentRequest, TlsFacts } from '../model/exchange.js';
import { DEFAULT_CAP_BYTES } from './body-store.js';
import { type Conversation, type ConversationInput, converse, headerList } from './conversation.js';
import { isoTime } from './iso-time.js';
import type { RelayAtWork } from './relay.js';
import { onwardHeaders, onwardUrl } from './relay-head.js';
import type { Onward } from './relay-legs.js';
import { requestTarget } from './request-head.js';
import { tlsFactsOf } from './tls-session.js';
import { withinTime } from './within-time.js';

/** What came of a message. */
export type Outcome = Pick<Exchange, 'reply' | 'failure' | 'tls' | 'times' | 'disturbed'>;

export interface Speaking {
  readonly stop?: AbortSignal;
  readonly tap?: NonNullable<ConversationInput['tap']>;
}

export interface Arrival {
  readonly relay: RelayAtWork;
  readonly incoming: http.IncomingMessage;
  readonly response: http.ServerResponse;
  readonly id: string;
  readonly startedAt: string;
  /** Where it goes on to. */
  readonly url: URL;
  readonly received: HeaderList;
  /** Filled in as it happens. */
  readonly times: { -readonly [name in keyof HopTimes]: HopTimes[name] };
  /** Milliseconds since it came. */
  since(): number;
  /** Holds the conversation with the target. */
  speak(body: Onward, speaking?: Speaking): Promise<Conversation>;
  /** Facts of the session over which it came. */
  tls(): TlsFacts | undefined;
  /** Writes down what came of it. */
  record(outcome: Outcome): Promise<void>;
  /** Tells that it is over. */
  deliver(of: { readonly request: SentRequest; readonly purpose: Purpose }, outcome: Outcome): void;
}

export function arrived(relay: RelayAtWork, incoming: http.IncomingMessage, response: http.ServerResponse): Arrival {
  return {
    ...begun(relay, headerList(incoming.rawHeaders), onwardUrl(relay.to, relay.path, incoming.url ?? '/'), incoming),
    ...{ incoming, response },
  };
}

/** The same message once more, as an exchange of its own. */
export function onceMore({ relay, received, url, incoming, response }: Arrival): Arrival {
  return { ...begun(relay, received, url, incoming), incoming, response };
}

function begun(
  relay: RelayAtWork,
  received: HeaderList,
  url: URL,
  incoming: http.IncomingMessage,
): Omit<Arrival, 'incoming' | 'response'> {
  const { clock, recorder, bodyStore, hop, maxBodyBytes = DEFAULT_CAP_BYTES } = relay;
  const id = relay.exchangeIds.next();
  const began = clock.now();
  const moment = () => isoTime(clock.now());
  const startedAt = isoTime(began);
  const times: Arrival['times'] = {};
  const since = () => clock.now() - began;
  return {
    ...{ relay, id, startedAt, url, received, times, since },
    speak: (body, { stop, tap } = {}) =>
      withinTime(relay, stop ? AbortSignal.any([relay.stop, stop]) : relay.stop, (signal, connected) =>
        converse({
          ...{ agent: relay.agent, method: incoming.method ?? '', target: requestTarget(url, relay.proxy) },
          ...{ headers: onwardHeaders(received, url.host), body, bodyStore, maxBodyBytes, signal, connected },
          tap: (head, source) => {
            times.replyBeganMillis = since();
            return tap ? tap(head, source) : source;
          },
        }),
      ),
    tls: () => tlsFactsOf(incoming.socket),
    record: (outcome) => recorder.record({ type: 'reply', exchange: id, at: moment(), ...outcome }),
    deliver: ({ request, purpose }, outcome) =>
      relay.deliver({ id, part: 'relay', hop, request, ...outcome, startedAt, endedAt: moment(), purpose }),
  };
}
