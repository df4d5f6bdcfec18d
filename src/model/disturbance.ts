/**
 * What we do wrong on purpose with a message that passes a hop, to see whether a chain recovers: what a scenario asks for,
 * and what was done.
 */
import { nearest } from './nearest.js';

/** Which of the two that pass on a hop. */
export type Side = 'vraag' | 'antwoord';

/** What we show instead of our own certificate: whoever connects has to turn away. */
export type CertificateFault = 'expired-certificate' | 'foreign-certificate' | 'misnamed-certificate';

/** A fault of the network, or of somebody on it who is no actor. */
export type DisturbanceKind = 'lost' | 'late' | 'twice' | 'reset' | 'truncated' | 'http-502' | 'soap-fault' | CertificateFault;

/** What each can be done to. */
const SIDES: Readonly<Record<DisturbanceKind, readonly Side[]>> = {
  lost: ['vraag', 'antwoord'],
  late: ['vraag', 'antwoord'],
  twice: ['vraag'],
  reset: ['vraag', 'antwoord'],
  truncated: ['vraag', 'antwoord'],
  'http-502': ['vraag', 'antwoord'],
  'soap-fault': ['vraag', 'antwoord'],
  // Whoever turns away says nothing.
  'expired-certificate': ['vraag'],
  'foreign-certificate': ['vraag'],
  'misnamed-certificate': ['vraag'],
};

/** Every name. */
export const DISTURBANCES = Object.keys(SIDES) as readonly DisturbanceKind[];

/** As a scenario asks for it, with the message of a step. */
export interface Disturb {
  /** `<from>-<to>` */
  readonly hop: string;
  readonly side: Side;
  readonly how: DisturbanceKind;
  /** How often: the message is offered so many times in vain. Once when absent. */
  readonly times?: number;
  /** How long an answer that is late is held; a question that is late waits until nobody waits for its answer any more. */
  readonly millis?: number;
}

/** What was done; what reached us stands in the exchange itself. */
export interface Disturbed {
  readonly how: DisturbanceKind;
  readonly side: Side;
  readonly passed: LetThrough;
}

/** What went on instead of what reached us. */
export interface LetThrough {
  /** Nothing, its beginning, all of it, or words of ours. */
  readonly what: 'niets' | 'begin' | 'geheel' | 'eigen';
  readonly bytes: number;
  /** Of what we made ourselves. */
  readonly status?: number;
}

export function isCertificateFault(how: string): how is CertificateFault {
  return how.endsWith('-certificate');
}

/** Nothing was said: who connected turned away when it saw the certificate. */
export function turnedAway({ disturbed }: { readonly disturbed?: Disturbed }): boolean {
  return disturbed !== undefined && isCertificateFault(disturbed.how) && disturbed.passed.what === 'niets';
}

/** It was said in spite of the certificate. */
export function cameAnyway(of: { readonly disturbed?: Disturbed }): boolean {
  return of.disturbed !== undefined && isCertificateFault(of.disturbed.how) && !turnedAway(of);
}

/** The side that a disturbance is done to, when there is only one. */
export function onlySideOf(how: DisturbanceKind): Side | undefined {
  const [side, other] = SIDES[how];
  return other === undefined ? side : undefined;
}

/** Whether the question gets to the other side, if not in time. */
export function arrives({ side, how }: Disturb): boolean {
  return side === 'antwoord' || how === 'late' || how === 'twice';
}

/** Whether the other side got all of the question. */
export function wentOn({ side, passed }: Disturbed): boolean {
  return side === 'antwoord' || passed.what === 'geheel';
}

/** How often a message is disturbed before it may pass. */
export function timesOf(disturb: Disturb | undefined): number {
  return disturb?.times ?? 1;
}

/** Why a disturbance cannot be; undefined when it can. */
export function complaintAbout(
  { hop, side, how, times, millis }: Omit<Disturb, 'side'> & { readonly side?: Side | undefined },
  hops: readonly string[],
): string | undefined {
  if (!hops.includes(hop)) {
    const near = nearest(hop, hops);
    return `"${hop}" is not a hop of this link${near ? `; did you mean "${near}"?` : ''}`;
  }
  if (side === undefined) return `"${how}" needs a \`side\`: ${SIDES[how].join(' or ')}`;
  if (!SIDES[how].includes(side)) return `"${how}" is done to a ${SIDES[how].join(' or ')}, not to a ${side}`;
  if (millis !== undefined && (how !== 'late' || side !== 'antwoord')) return '`millis` is for an answer that is late';
  if (millis === undefined && how === 'late' && side === 'antwoord') return 'an answer that is late needs `millis`';
  if ((times ?? 1) > 1 && (how === 'twice' || millis !== undefined)) return 'what arrives all the same is done once';
  return undefined;
}
