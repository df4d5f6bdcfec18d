/**
 * Silence: nobody answered, or only a gateway that could not reach who should. At an endpoint that answered before, a
 * message is then offered once more; whose doing it is, is for a judge.
 */
import { headerOf } from './body.js';
import type { Exchange, ReceivedReply } from './exchange.js';

/** Whether an exchange ended without an answer of the other side. */
export function isSilence({ reply, failure }: Pick<Exchange, 'reply' | 'failure'>): boolean {
  if (failure) return failure.kind === 'timeout' || failure.kind === 'reset' || failure.kind === 'refused';
  return reply !== undefined && isGateway(reply);
}

/** A gateway's own words: 502, 503 or 504 with something that is no XML. */
export function isGateway({ status, headers }: Pick<ReceivedReply, 'status' | 'headers'>): boolean {
  return status >= 502 && status <= 504 && !/\bxml\b/i.test(headerOf(headers, 'content-type') ?? '');
}

/** Whether something came back that is HTTP at all. */
export function isHttp(reply: ReceivedReply | undefined): reply is ReceivedReply {
  return reply !== undefined && reply.status > 0;
}
