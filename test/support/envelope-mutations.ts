/**
 * Changes a reply around its message: HTTP, envelope, and whose answer it is.
 */
import type { Exchange, ReceivedReply } from '../../src/model/exchange.js';
import { madeBody } from './made-exchange.js';

export interface EnvelopeMutation {
  readonly kind: string;
  readonly reply: ReceivedReply;
}

const STATUSES = [201, 202, 204, 301, 400, 404, 500, 503];
const TYPES = ['application/xml', 'application/soap+xml; charset=utf-8', 'text/html; charset=utf-8', 'text/plain', ''];

/** @param others - other exchanges of the same service, of which the answer may be given instead */
export async function envelopeMutationsOf(
  { reply, purpose }: Exchange,
  others: readonly Exchange[],
): Promise<readonly EnvelopeMutation[]> {
  if (!reply) return [];
  const text = await textOf(reply);
  const withText = (kind: string, changed: string): EnvelopeMutation => ({ kind, reply: { ...reply, body: madeBody(changed) } });
  const message = /<(?:\w+:)?Body[^>]*>([\s\S]*)<\/(?:\w+:)?Body>/.exec(text)?.[1]?.trim() ?? '';
  const made = [
    ...STATUSES.map((status) => ({ kind: `status ${status}`, reply: { ...reply, status } })),
    ...TYPES.map((type) => ({
      kind: `content type ${type || '(none)'}`,
      reply: { ...reply, headers: type === '' ? [] : ([['Content-Type', type]] as const) },
    })),
    withText('nothing in the Body', text.replace(message, '')),
    withText('the message twice in the Body', text.replace(message, message + message)),
    withText('something else after the message', text.replace(message, `${message}<x xmlns="urn:vreemd"/>`)),
    withText('something else before the message', text.replace(message, `<x xmlns="urn:vreemd"/>${message}`)),
    withText('text in the Body', text.replace(message, `${message} fout: null`)),
    withText('the message in a wrapper', text.replace(message, `<x xmlns="urn:vreemd">${message}</x>`)),
    withText('no Body', text.replaceAll(/<\/?(?:\w+:)?Body[^>]*>/g, '')),
    withText('the message without an envelope', message),
    withText('two Bodies', text.replace(/(<(?:\w+:)?Body[^>]*>[\s\S]*<\/(?:\w+:)?Body>)/, '$1$1')),
    withText(
      'the message in the Header',
      text.replace(/<((?:\w+:)?)Body([^>]*)>([\s\S]*)<\/(?:\w+:)?Body>/, '<$1Header$2>$3</$1Header>'),
    ),
    withText('SOAP 1.2', text.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope')),
    withText('an envelope of no SOAP', text.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'urn:vreemd')),
    withText('something after the envelope', `${text}<!-- --><x/>`),
    withText('cut off', text.slice(0, -20)),
    withText('a soap:Fault with the answer in its detail', faulted(text, message)),
    { kind: 'empty', reply: { ...reply, body: madeBody('') } },
  ];
  const mine = partOf(text, 'stuurgegevens');
  for (const other of others) {
    if (!other.reply || other.purpose === purpose) continue;
    const answer = await textOf(other.reply);
    made.push(withText('the whole answer of another exchange', answer));
    made.push(withText('the content of another exchange', answer.replace(partOf(answer, 'stuurgegevens'), mine)));
  }
  return made;
}

/** Shared by every exchange: the text may be compared to tell that nothing changed. */
export async function textOf({ body }: Pick<ReceivedReply, 'body'>): Promise<string> {
  return new TextDecoder().decode(await body.bytes());
}

function partOf(text: string, name: string): string {
  return new RegExp(`<((?:\\w+:)?)${name}[^>]*>[\\s\\S]*?</\\1${name}>`).exec(text)?.[0] ?? '';
}

function faulted(text: string, message: string): string {
  const fault = `<f:Fault xmlns:f="http://schemas.xmlsoap.org/soap/envelope/"><faultcode>f:Server</faultcode><faultstring>x</faultstring><detail>${message}</detail></f:Fault>`;
  return text.replace(message, fault);
}
