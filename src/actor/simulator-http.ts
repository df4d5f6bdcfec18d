/**
 * What a simulator does with HTTP itself, whatever is said over it: what it refuses, how it takes a coding off, and when
 * content travels in parts.
 */
import { decoded } from '../message/content-coding.js';
import { inParts } from '../message/mtom-writer.js';
import { isMultipart } from '../message/multipart.js';
import { binaryElementsOfShapes } from '../message/schema-binary-elements.js';
import { headerOf } from '../model/body.js';
import type { SentRequest } from '../model/exchange.js';
import { HarnessError } from '../model/harness-error.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { OutgoingReply } from './listener.js';

/** The same reply with its content in parts of their own, when it has any and is a message still. */
export function apart(reply: OutgoingReply, { shapes }: StandardDefinition): OutgoingReply {
  const [, type] = /^(text\/xml|application\/soap\+xml)\b/.exec(headerOf(reply.headers, 'Content-Type') ?? '') ?? [];
  const parts = shapes && type && inParts(reply.body, new Set(binaryElementsOfShapes(shapes)), type);
  return parts ? { ...reply, headers: [['Content-Type', parts.contentType]], body: parts.bytes } : reply;
}

/** What HTTP itself does not allow: another method, nothing at all, or something that is not XML. */
export function refusalOf({ method, headers, body }: SentRequest): OutgoingReply | undefined {
  if (method !== 'POST') return plain(405, 'Send SOAP messages here with POST.', [['Allow', 'POST, GET']]);
  const type = headerOf(headers, 'Content-Type') ?? '';
  if (type !== '' && !/^\s*(?:text|application)\/(?:[\w.-]+\+)?xml\b/i.test(type) && !isMultipart(type))
    return plain(415, `"${type}" is not XML; send text/xml.`);
  return body.size === 0 ? plain(400, 'The request has no body.') : undefined;
}

/** The bytes with their content coding taken off, or why that cannot be done. */
export async function readable(request: SentRequest): Promise<Uint8Array | OutgoingReply> {
  try {
    return await decoded(request.body, request.headers);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    return plain(error.code === 'MESSAGE_TOO_LARGE' ? 413 : 400, error.message);
  }
}

function plain(status: number, text: string, more: readonly (readonly [string, string])[] = []): OutgoingReply {
  return {
    status,
    headers: [['Content-Type', 'text/plain; charset=utf-8'], ...more],
    body: new TextEncoder().encode(`${text}\n`),
  };
}
