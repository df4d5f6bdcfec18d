/**
 * `bewijs/manifest.json`: which messages went, in which order, when, how, and where their public copies are.
 */
import type { Body, HeaderList } from '../model/body.js';
import { headerOf } from '../model/body.js';
import type { Disturbed } from '../model/disturbance.js';
import type { Exchange, HopTimes, Purpose, TlsFacts, TransportFailure } from '../model/exchange.js';
import { LEFT_OUT, shownHeaders, shownUrl } from '../model/left-out.js';
import type { PrivacyCheck } from './privacy/privacy-check.js';

/** Its name in a package. */
export const MANIFEST = 'bewijs/manifest.json';

/** Which of the two messages of an exchange. */
export type Side = 'vraag' | 'antwoord';

/** What may be known of a message. */
export interface PublicCopy {
  /** What is published, digest and all; absent for a message that stays private as a whole. */
  readonly body?: Body;
  /** Where something was masked: local names from the root of the document, joined by `/`. */
  readonly masked: readonly string[];
  /** Of the message as it went, with a salt that stays private. */
  readonly saltedDigest?: string;
  /** Salt of its leaf in the tree over the run, in hexadecimal; stays private, and is another one. */
  readonly leafSalt?: string;
}

/** Makes the public copy of a message. */
export type Mask = (body: Body, of: { readonly exchange: Exchange; readonly side: Side }) => Promise<PublicCopy>;

export interface Manifest {
  /** Whether a mask was applied to what stands here. */
  readonly gemaskeerd: boolean;
  /** Root of the tree over the leaves of all messages, in order (RFC 6962, SHA-256); the seal repeats it. */
  readonly wortel?: string;
  /** Numbers in the public part that may be the BSN of a real person; absent when nobody looked. */
  readonly privacy?: PrivacyCheck;
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
  /** Without name, password and what else opens doors. */
  readonly url: string;
  readonly status?: number;
  readonly storing?: TransportFailure;
  readonly tls?: TlsFacts;
  /** In a chain: where it passed, and where the time went. */
  readonly hop?: string;
  readonly tijden?: HopTimes;
  /** What the harness did wrong with it on purpose. */
  readonly verstoord?: Disturbed;
  readonly vraag: ManifestMessage;
  readonly antwoord?: ManifestMessage;
}

export interface ManifestMessage {
  /** Name in the package; absent for a message that stays private, because nobody could read what is in it. */
  readonly bestand?: string;
  /** In bytes, as published; of a message that stays private, as it went. */
  readonly grootte: number;
  /** Of the file as published; absent when there is none. */
  readonly sha256?: string;
  /** Whether something of what went over the wire is not published. */
  readonly gemaskeerd: boolean;
  /** Elements and attributes that were masked: local names from the root of the document, joined by `/`. */
  readonly gemaskeerdePaden?: readonly string[];
  /** SHA-256 over a salt and the message as it went; the salt is in `prive/`. */
  readonly zoutDigest?: string;
  /** SHA-256 over another salt and all that stands here of this message and its exchange: a leaf of the tree. */
  readonly blad?: string;
  /** In the order and case in which they went; secrets left out. */
  readonly koppen: HeaderList;
}

/** Headers that say how a message travels. In what we send, any other one was asked for by the user, and may open a door. */
const TRAVEL =
  /^(?:host|content-[\w-]+|soapaction|accept(?:-[\w-]+)?|connection|keep-alive|transfer-encoding|expect|user-agent|mime-version)$/i;

/** Describes one exchange and its public copies. */
export function describe(
  exchange: Exchange,
  published: { readonly vraag: PublicCopy; readonly antwoord?: PublicCopy },
): ManifestExchange {
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
    url: shownUrl(request.url),
    ...(reply === undefined ? {} : { status: reply.status }),
    ...(failure === undefined
      ? {}
      : { storing: { kind: failure.kind, detail: failure.detail, ...(failure.at && { at: failure.at }) } }),
    ...(tls === undefined ? {} : { tls }),
    ...(exchange.hop === undefined ? {} : { hop: exchange.hop }),
    ...(exchange.times === undefined ? {} : { tijden: exchange.times }),
    ...(exchange.disturbed === undefined ? {} : { verstoord: exchange.disturbed }),
    vraag: describeMessage(exchange.id, 'vraag', request, published.vraag, exchange.part === 'driver'),
    ...(reply === undefined || published.antwoord === undefined
      ? {}
      : { antwoord: describeMessage(exchange.id, 'antwoord', reply, published.antwoord) }),
  };
}

function describeMessage(
  id: string,
  side: Side,
  message: { readonly body: Body; readonly headers: HeaderList },
  { body, masked, saltedDigest }: PublicCopy,
  isOurs = false,
): ManifestMessage {
  const isZipped = /\bgzip\b/i.test(headerOf(message.headers, 'content-encoding') ?? '');
  return {
    ...(body
      ? { bestand: `bewijs/${id}-${side}.xml${isZipped ? '.gz' : ''}`, grootte: body.size, sha256: body.digest }
      : { grootte: message.body.size }),
    gemaskeerd: body?.digest !== message.body.digest,
    ...(masked.length > 0 && { gemaskeerdePaden: masked }),
    ...(saltedDigest !== undefined && { zoutDigest: saltedDigest }),
    koppen: shownHeaders(message.headers).map(([name, value]) => [name, isOurs && !TRAVEL.test(name) ? LEFT_OUT : value]),
  };
}
