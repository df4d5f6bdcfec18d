/**
 * `ticket.sigstore.json`: leave to test this version of this product with this test set, given beforehand by somebody whom the
 * parties trust. Its number is the seed of the run: it goes into the messages, so that they were made after it was given.
 */
import type { Report } from '../../model/report.js';
import { isRecord } from '../exact-json.js';
import { PAYLOAD_TYPE, signedBytes } from './dsse.js';
import { type Bundle, readBundle, signBundle } from './seal-bundle.js';
import { isSignedBy, keyIdOf, publicPemOf, type SealingKey } from './seal-key.js';
import { readStatement, type Statement, writeStatement } from './seal-statement.js';
import { publicKeyIn, type TrustedKey } from './trust-root.js';
import type { ReasonCode } from './verify-reasons.js';

/** Its name in a package. */
export const TICKET = 'ticket.sigstore.json';

/** Larger is no ticket. */
export const MAX_TICKET_BYTES = 64 * 1024;

const PREDICATE = 'urn:ketentest:ticket:1';

export interface Ticket {
  /** The seed that the run has to take. */
  readonly nummer: number;
  readonly product: { readonly pakketnaam: string; readonly versie: string };
  readonly testset: { readonly id: string; readonly versie: string; readonly digest: string };
  /** ISO 8601 in UTC; a run begins between the two. */
  readonly uitgegevenOp: string;
  readonly geldigTot: string;
}

/** Signs a ticket. @returns the text of its file */
export function writeTicket({ testset, ...ticket }: Ticket, key: SealingKey): Promise<string> {
  const { digest, ...set } = testset;
  const ondertekenaar = { sleutel: keyIdOf(key.publicKey), publicKey: publicPemOf(key.publicKey) };
  const predicate = { ...ticket, testset: set, ondertekenaar };
  return signBundle(writeStatement(PREDICATE, predicate, new Map([['testset', digest]])), key);
}

export interface OpenedTicket {
  readonly ticket: Ticket;
  /** Whose it is, as the trust root says; absent for somebody who is not trusted to issue tickets. */
  readonly uitgever?: string;
}

/** @param trust - only keys that it lets issue tickets do so @returns why it is no ticket, for one that is none */
export function openTicket(bytes: Uint8Array, trust: readonly TrustedKey[] = []): OpenedTicket | ReasonCode {
  const bundle = readBundle(bytes);
  if (typeof bundle === 'string') return 'TICKET_INVALID';
  const statement = readStatement(bundle.payload, PREDICATE);
  const ticket = typeof statement === 'string' ? undefined : ticketIn(statement);
  if (typeof statement === 'string' || ticket === undefined) return 'TICKET_INVALID';
  const named = trust.filter(({ id }) => id === bundle.keyId);
  const [issuer] = named;
  const key = issuer?.key ?? carriedKey(bundle, statement);
  if (!key || !isSignedBy(key, signedBytes(PAYLOAD_TYPE, bundle.payload), bundle.signature)) return 'TICKET_INVALID';
  const at = Date.parse(ticket.uitgegevenOp);
  const mayIssue = issuer?.soort === 'ticketuitgever' && !named.some(({ ingetrokken }) => ingetrokken);
  const isWithin = at >= (issuer?.van ?? at) && at <= (issuer?.tot ?? at);
  return { ticket, ...(issuer && mayIssue && isWithin && { uitgever: issuer.naam }) };
}

/** In what a run differs from what its ticket was given for; empty when it does not. */
export function otherThanTicket(ticket: Ticket, report: Pick<Report, 'product' | 'testset' | 'uitvoering'>): readonly string[] {
  const { product, testset, uitvoering } = report;
  const begun = Date.parse(uitvoering.gestartOp);
  const pairs = [
    ['product', ticket.product.pakketnaam, product.pakketnaam],
    ['product', ticket.product.versie, product.versie],
    ['testset', ticket.testset.digest, testset.digest],
    ['seed', String(ticket.nummer), String(uitvoering.seed)],
  ] as const;
  const isInTime = begun >= Date.parse(ticket.uitgegevenOp) && begun <= Date.parse(ticket.geldigTot);
  return [
    ...pairs.filter(([, expected, seen]) => expected !== seen).map((pair) => pair.join(' ')),
    ...(isInTime ? [] : [`gestartOp ${ticket.uitgegevenOp}..${ticket.geldigTot} ${uitvoering.gestartOp}`]),
  ];
}

function ticketIn({ predicate, subject }: Statement): Ticket | undefined {
  const { nummer, product, testset, uitgegevenOp, geldigTot } = predicate;
  const digest = subject.length === 1 && subject[0]?.name === 'testset' ? subject[0].digest.sha256 : undefined;
  const isTimed = [uitgegevenOp, geldigTot].every((each) => typeof each === 'string' && !Number.isNaN(Date.parse(each)));
  const isNumber = typeof nummer === 'number' && Number.isSafeInteger(nummer) && nummer >= 0;
  if (digest === undefined || !isTimed || !isNumber || !isRecord(product) || !isRecord(testset)) return undefined;
  return {
    nummer,
    product: { pakketnaam: String(product.pakketnaam), versie: String(product.versie) },
    testset: { id: String(testset.id), versie: String(testset.versie), digest },
    uitgegevenOp: String(uitgegevenOp),
    geldigTot: String(geldigTot),
  };
}

/** Of an issuer whom nobody knows: shows that nothing was changed, and no more. */
function carriedKey({ keyId }: Bundle, { predicate }: Statement) {
  const { ondertekenaar } = predicate;
  const key =
    isRecord(ondertekenaar) && typeof ondertekenaar.publicKey === 'string' ? publicKeyIn(ondertekenaar.publicKey) : undefined;
  return key && keyIdOf(key) === keyId ? key : undefined;
}
