/** Packages that were made on a ticket, and what forgers do with tickets. */
import { sealingKey } from '../../../src/report/seal/seal-key.js';
import { TICKET, type Ticket, writeTicket } from '../../../src/report/seal/ticket.js';
import { add, type Forgery, forgery } from './forgery.js';
import { bundleOf, type HeldPackage, KEYS, type Loose, resealed, seal, statementIn, unsealed } from './held-package.js';

/** For the run of the samples. */
export const GIVEN: Ticket = {
  nummer: 42,
  product: { pakketnaam: 'Boekenplank', versie: '4.2.1' },
  testset: { id: 'Bieb 1.0 Catalogus', versie: '1.0 (1.1)', digest: 'd'.repeat(64) },
  uitgegevenOp: '2026-03-01T00:00:00.000Z',
  geldigTot: '2026-03-31T00:00:00.000Z',
};

/** Sealed by who ran it; the ticket is of somebody else. */
export async function sealedOn(ticket: Ticket = GIVEN): Promise<HeldPackage> {
  const held = await unsealed();
  held.set(TICKET, Buffer.from(await writeTicket(ticket, sealingKey(KEYS.stranger))));
  return seal(held, KEYS.runner);
}

/** A ticket of something else, under a seal of who has the key. */
const onTicket =
  (ticket: Partial<Ticket>): Forgery['forge'] =>
  async (held) =>
    under(held, await writeTicket({ ...GIVEN, ...ticket }, sealingKey(KEYS.stranger)));

function under(held: HeldPackage, ticket: string): HeldPackage {
  held.delete('rapport.2.sigstore.json');
  return resealed(held.set(TICKET, Buffer.from(ticket)));
}

/** A ticket that was changed. */
const touched =
  (change: (bundle: Loose) => void): Forgery['forge'] =>
  async (held) => {
    const bundle = JSON.parse(await writeTicket(GIVEN, sealingKey(KEYS.stranger)));
    change(bundle);
    return under(held, JSON.stringify(bundle));
  };

/** A statement of who issues tickets that is no ticket. */
const stated =
  (change: (statement: Loose) => void): Forgery['forge'] =>
  async (held) => {
    const whole = new Map(held).set('rapport.sigstore.json', Buffer.from(await writeTicket(GIVEN, sealingKey(KEYS.stranger))));
    const statement = statementIn(whole);
    change(statement);
    return under(held, JSON.stringify(bundleOf(statement, KEYS.stranger)));
  };

const harness = { needsHarness: true } as const;

export const FORGED_TICKETS: readonly Forgery[] = [
  forgery('FILE_UNKNOWN', 'a ticket that was added later', add(TICKET), { bestand: TICKET }),
  forgery(
    'TICKET_OTHER',
    'a ticket for another product',
    onTicket({ product: { pakketnaam: 'Kast', versie: '4.2.1' } }),
    harness,
  ),
  forgery(
    'TICKET_OTHER',
    'a ticket for an older version',
    onTicket({ product: { pakketnaam: 'Boekenplank', versie: '4.2.0' } }),
    harness,
  ),
  forgery(
    'TICKET_OTHER',
    'a ticket for another test set',
    onTicket({ testset: { ...GIVEN.testset, digest: 'e'.repeat(64) } }),
    harness,
  ),
  forgery('TICKET_OTHER', 'a ticket with another number than the seed', onTicket({ nummer: 43 }), harness),
  forgery(
    'TICKET_OTHER',
    'a ticket that was over when the run began',
    onTicket({ geldigTot: '2026-03-02T00:00:00.000Z' }),
    harness,
  ),
  forgery(
    'TICKET_OTHER',
    'a ticket that was given after the run',
    onTicket({ uitgegevenOp: '2026-03-20T00:00:00.000Z' }),
    harness,
  ),
  forgery('TICKET_INVALID', 'a ticket that is no JSON', async (held) => under(held, 'ticket'), harness),
  forgery(
    'TICKET_INVALID',
    'a seal in the place of a ticket',
    async (held) => under(held, String(held.get('rapport.sigstore.json'))),
    harness,
  ),
  forgery(
    'TICKET_INVALID',
    'a ticket of which the number was changed',
    touched(({ dsseEnvelope: envelope }) => {
      const payload = Buffer.from(envelope.payload, 'base64').toString();
      envelope.payload = Buffer.from(payload.replace('"nummer":42', '"nummer":43')).toString('base64');
    }),
    harness,
  ),
  forgery(
    'TICKET_INVALID',
    'a ticket under the id of another key',
    touched((bundle) => {
      bundle.verificationMaterial.publicKey.hint = '0'.repeat(64);
    }),
    harness,
  ),
  forgery(
    'TICKET_INVALID',
    'a ticket without an end',
    stated(({ predicate }) => {
      delete predicate.geldigTot;
    }),
    harness,
  ),
  forgery(
    'TICKET_INVALID',
    'a ticket with a number that is none',
    stated(({ predicate }) => {
      predicate.nummer = '42';
    }),
    harness,
  ),
];
