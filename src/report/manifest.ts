/**
 * `bewijs/manifest.json`: which messages went, in which order, when, how, and where their public copies are.
 */
import type { Body, HeaderList } from '../model/body.js';
import { headerOf } from '../model/body.js';
import type { Exchange, Purpose, TlsFacts, TransportFailure } from '../model/exchange.js';

/** Which of the two messages of an exchange. */
export type Side = 'vraag' | 'antwoord';

/** Makes the public copy of a message. What it gives back is what is published, digest and all. */
export type Mask = (body: Body, of: { readonly exchange: Exchange; readonly side: Side }) => Promise<Body>;

export interface Manifest {
  /** Whether a mask was applied to what stands here. */
  readonly gemaskeerd: boolean;
  /** In the order in which they began. */
  readonly uitwisselingen: readonly ManifestExchange[];
}

export interface ManifestExchange {
  readonly id: string;
  readonly deel: Exchange['part'];
  readonly scenario: string;
  readonly stap: number;
  readonly soort: Purpose['kind'];
  readonly dienst: string;
  readonly poging: number;
  readonly gestartOp: string;
  readonly beeindigdOp: string;
  readonly methode: string;
  /** Without name and password. */
  readonly url: string;
  readonly status?: number;
  readonly storing?: TransportFailure;
  readonly tls?: TlsFacts;
  readonly vraag: ManifestMessage;
  readonly antwoord?: ManifestMessage;
}

export interface ManifestMessage {
  /** Name in the package. */
  readonly bestand: string;
  /** In bytes, as published. */
  readonly grootte: number;
  /** Of the file as published. */
  readonly sha256: string;
  /** Whether the published file differs from what went over the wire. */
  readonly gemaskeerd: boolean;
  /** In the order and case in which they went; secrets left out. */
  readonly koppen: HeaderList;
}

/** What stands where a secret stood. */
export const LEFT_OUT = '[weggelaten]';

const SECRET = /authori[sz]ation|cookie|token|secret|password|wachtwoord|api-?key|assertion/i;

/** Describes one exchange and its public copies. */
export function describe(exchange: Exchange, published: { readonly vraag: Body; readonly antwoord?: Body }): ManifestExchange {
  const { purpose, request, reply, failure, tls } = exchange;
  return {
    id: exchange.id,
    deel: exchange.part,
    scenario: purpose.scenario,
    stap: purpose.step,
    soort: purpose.kind,
    dienst: purpose.service,
    poging: purpose.attempt,
    gestartOp: exchange.startedAt,
    beeindigdOp: exchange.endedAt,
    methode: request.method,
    url: withoutCredentials(request.url),
    ...(reply === undefined ? {} : { status: reply.status }),
    ...(failure === undefined ? {} : { storing: { kind: failure.kind, detail: failure.detail } }),
    ...(tls === undefined ? {} : { tls }),
    vraag: describeMessage(exchange.id, 'vraag', request, published.vraag),
    ...(reply === undefined || published.antwoord === undefined
      ? {}
      : { antwoord: describeMessage(exchange.id, 'antwoord', reply, published.antwoord) }),
  };
}

function describeMessage(
  id: string,
  side: Side,
  message: { readonly body: Body; readonly headers: HeaderList },
  published: Body,
): ManifestMessage {
  const isZipped = /\bgzip\b/i.test(headerOf(message.headers, 'content-encoding') ?? '');
  return {
    bestand: `bewijs/${id}-${side}.xml${isZipped ? '.gz' : ''}`,
    grootte: published.size,
    sha256: published.digest,
    gemaskeerd: published.digest !== message.body.digest,
    koppen: message.headers.map(([name, value]) => [name, SECRET.test(name) ? LEFT_OUT : value]),
  };
}

function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
}
