/**
 * One message on, and its reply back. What is to be disturbed on purpose is kept whole first, on disk when it is large:
 * only then it is known what it is for, and so what becomes of it.
 */
import type * as http from 'node:http';
import type { Disturbed } from '../model/disturbance.js';
import type { Purpose, SentRequest, TransportFailure } from '../model/exchange.js';
import { DEFAULT_CAP_BYTES, DEFAULT_THRESHOLD_BYTES, type Stored } from './body-store.js';
import type { Conversation } from './conversation.js';
import { type Passing, passing } from './passing.js';
import type { RelayAtWork } from './relay.js';
import { disturb } from './relay-disturb.js';
import { type Backward, backward, type Forward, forward, type Onward, refuse } from './relay-legs.js';
import { type Arrival, arrived } from './relay-talk.js';
import { recordedHead } from './request-head.js';

/** A message that is here, and what it is for. */
export interface Taken extends Arrival {
  readonly request: SentRequest;
  readonly purpose: Purpose;
}

export async function pass(relay: RelayAtWork, incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const { recorder, bodyStore, thresholdBytes = DEFAULT_THRESHOLD_BYTES, maxBodyBytes = DEFAULT_CAP_BYTES } = relay;
  const arrival = arrived(relay, incoming, response);
  const { id, times, startedAt, since } = arrival;
  const back = backward(response, thresholdBytes);
  const cut = new AbortController();
  const on = forward((body) => arrival.speak(body, { tap: back.tap, stop: cut.signal }));
  const going = passing(on, thresholdBytes);
  const source = incoming.iterator({ destroyOnReturn: false });
  const stored = await bodyStore.fromStream(relay.disturber?.isWaiting() ? source : going.through(source), maxBodyBytes);
  times.requestInMillis = since();
  const broken = failureOf(stored);
  if (broken) cut.abort();

  const head = recordedHead(arrival.url, arrival.received, relay.headers);
  const request: SentRequest = { method: incoming.method ?? '', ...head, body: stored.body };
  const purpose = await relay.purposeOf(request, relay.hop);
  await recorder.record({ type: 'request', exchange: id, part: 'relay', hop: relay.hop, purpose, at: startedAt, request });
  const taken: Taken = { ...arrival, request, purpose };
  const fault = broken ? undefined : relay.disturber?.take(purpose);
  if (fault) return disturb(taken, fault, back);
  const ignored = relay.ignored?.(purpose, incoming.socket);
  const passed = { what: 'geheel', bytes: request.body.size } as const;
  await relay.disturber?.ready(purpose);
  const said = await heard(broken, going, on, request, (body) => arrival.speak(body, { tap: back.tap, stop: cut.signal }));
  await giveBack(taken, said, back, broken, ignored && { how: ignored, side: 'vraag', passed });
}

/** Writes down what was answered, gives it back, and tells. */
export async function giveBack(
  taken: Taken,
  said: Conversation,
  back: Pick<Backward, 'finish'>,
  broken?: TransportFailure,
  disturbed?: Disturbed,
): Promise<void> {
  const { relay, response, times, since } = taken;
  times.replyInMillis ??= since();
  const failure: TransportFailure | undefined = broken ?? (said.failure && { ...said.failure, at: 'antwoord' });
  const tls = said.tls ?? taken.tls();
  const facts = {
    ...(said.reply && { reply: said.reply }),
    ...(failure && { failure }),
    ...(tls && { tls }),
    times,
    ...(disturbed && { disturbed }),
  };
  await taken.record(facts);
  const undelivered = said.reply && !broken ? await back.finish(said.reply, said.failure) : refuse(response, relay.hop, failure);
  if (said.failure) relay.agent.dropIdle();
  // The record said that the reply would go back; that it did not is a later fact of the same exchange.
  const late = undelivered && !failure ? { failure: undelivered } : {};
  if (undelivered && !failure) await taken.record({ ...facts, ...late });
  taken.deliver(taken, { ...facts, ...late });
}

/** What the target said to the whole message; a message that did not come whole is not held against it. */
async function heard(
  broken: TransportFailure | undefined,
  going: Passing,
  on: Forward,
  { body }: SentRequest,
  speak: (body: Onward) => Promise<Conversation>,
): Promise<Conversation> {
  if (!going.hasBegun) return broken ? {} : speak(body);
  await going.finish();
  return on.spoken();
}

function failureOf({ end, body }: Stored): TransportFailure | undefined {
  if (end.how === 'complete') return undefined;
  const at = 'vraag';
  if (end.how === 'too-large') return { kind: 'body-too-large', detail: `BODY_TOO_LARGE: more than ${end.capBytes} bytes`, at };
  return { kind: 'reset', detail: `TRUNCATED: the sender stopped after ${body.size} bytes`, at };
}
