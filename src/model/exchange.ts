/**
 * What was said: one request, and what came back or why nothing did.
 */
import type { Body, HeaderList } from './body.js';
import type { Disturbed } from './disturbance.js';
import type { Oorzaak } from './finding.js';

/** One message as it went over the wire. */
export interface WireMessage {
  readonly body: Body;
  readonly headers: HeaderList;
  /** Packed, and it gives back what lets us in: it has no public copy. */
  readonly isSecret?: boolean;
}

export interface SentRequest extends WireMessage {
  readonly method: string;
  readonly url: string;
}

export interface ReceivedReply extends WireMessage {
  readonly status: number;
}

/** Facts of the TLS session, when there was one. */
export interface TlsFacts {
  readonly protocol: string;
  readonly cipher: string;
  readonly peerSubject?: string;
  readonly peerIssuer?: string;
  readonly validTo?: string;
  /** The certificate that we showed, or had to show; only where it may be why nothing came of it. */
  readonly own?: OwnCertificateFacts;
  /** Whether the other side asks for a certificate of ours, and of which issuers; empty when it names none. Absent when not known. */
  readonly asks?: { readonly forCertificate: boolean; readonly ofIssuers: readonly string[] };
}

export interface OwnCertificateFacts {
  readonly subject: string;
  /** Of each certificate in the chain, our own first. */
  readonly issuers: readonly string[];
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  readonly validTo: string;
}

/** Why no usable reply came, in words a rule can test; `detail` is the system's own code, e.g. ECONNREFUSED. */
export type FailureKind = 'dns' | 'refused' | 'tls' | 'timeout' | 'reset' | 'body-too-large' | 'protocol' | 'cancelled';

export interface TransportFailure {
  readonly kind: FailureKind;
  readonly detail: string;
  /** What broke, when we stood between two others: the request on its way to us, the talk with the target, or our giving back of the reply. */
  readonly at?: 'vraag' | 'antwoord' | 'teruggave';
}

/** Who played which part: we sent, we answered, or we watched. */
export type Part = 'driver' | 'listener' | 'relay';

/** Moments on a hop, in milliseconds since the exchange began; absent for what did not happen. */
export interface HopTimes {
  /** The whole request was there. */
  readonly requestInMillis?: number;
  /** The first of the reply came. */
  readonly replyBeganMillis?: number;
  /** The whole reply was there. */
  readonly replyInMillis?: number;
}

export interface Exchange {
  /** Unique within a run, in the order in which they began, e.g. `0007`. */
  readonly id: string;
  readonly part: Part;
  readonly request: SentRequest;
  /** What has arrived, also when `failure` tells that it was cut off. */
  readonly reply?: ReceivedReply;
  readonly failure?: TransportFailure;
  readonly tls?: TlsFacts;
  /** Name of the hop, when we watched. */
  readonly hop?: string;
  /** Where the time went, when we watched. */
  readonly times?: HopTimes;
  /** What we did wrong with it on purpose, when we watched. */
  readonly disturbed?: Disturbed;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** What this exchange is for. */
  readonly purpose: Purpose;
}

/** `step`: the exchange that the scenario describes; `read-back`: ours, to prove what a step left behind. */
export interface Purpose {
  readonly scenario: string;
  /** The number of the step whose evidence this is. */
  readonly step: number;
  readonly kind: 'step' | 'read-back';
  readonly service: string;
  /** Counts from 1; more than 1 when we polled or offered the same message again. */
  readonly attempt: number;
}

/** The cause belonging to a failure is decided by a judge; this is only the type of the answer. */
export interface Blame {
  readonly oorzaak: Oorzaak;
}
