/** Forgers who change the file of the seal, or sign with a key of their own. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { signedBytes } from '../../../src/report/seal/dsse.js';
import { keyIdOf, publicPemOf } from '../../../src/report/seal/seal-key.js';
import { add, drop, edit, editBundle, editPayload, type Forgery, forgery, rename } from './forgery.js';
import { bundleIn, type HeldPackage, KEYS, put, resealed, seal, statementIn, unsealed } from './held-package.js';

const SEAL = 'rapport.sigstore.json';
const SECOND = 'rapport.2.sigstore.json';
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

const envelope = (change: (envelope: ReturnType<typeof bundleIn>) => void) =>
  editBundle(({ dsseEnvelope }) => change(dsseEnvelope));

/** Another signature under what was signed. */
function signedAs(make: (bytes: Buffer, held: HeldPackage) => Buffer): Forgery['forge'] {
  return (held) =>
    envelope((each) => {
      each.signatures = [{ sig: make(signedBytes(PAYLOAD_TYPE, Buffer.from(each.payload, 'base64')), held).toString('base64') }];
    })(held);
}

const text = (held: HeldPackage) => String(held.get(SEAL));

export const FORGED_SEALS: readonly Forgery[] = [
  forgery('SEAL_MISSING', 'no seal', drop(SEAL)),
  forgery('SEAL_MISSING', 'a seal with a name in capitals', rename(SEAL, 'rapport.SIGSTORE.json')),
  forgery('SEAL_UNREADABLE', 'a seal that was cut off', (held) =>
    held.set(SEAL, (held.get(SEAL) ?? Buffer.of()).subarray(0, 900)),
  ),
  forgery('SEAL_UNREADABLE', 'an empty seal', add(SEAL, '')),
  forgery('SEAL_UNREADABLE', 'a seal that is no JSON', add(SEAL, 'verzegeld')),
  forgery('SEAL_UNREADABLE', 'a seal with bytes that are no UTF-8', (held) =>
    held.set(SEAL, Buffer.concat([held.get(SEAL) ?? Buffer.of(), Buffer.from([0xff])])),
  ),
  forgery('SEAL_UNREADABLE', 'a seal behind a byte order mark', (held) => held.set(SEAL, Buffer.from(`\uFEFF${text(held)}`))),
  forgery('SEAL_UNREADABLE', 'brackets without end', add(SEAL, '['.repeat(2_000_000))),
  forgery('SEAL_UNREADABLE', 'brackets that close again', add(SEAL, `${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
  forgery('SEAL_UNREADABLE', 'a seal of 30 MB', add(SEAL, Buffer.alloc(30_000_000, 0x20))),
  forgery('SEAL_NOT_CANONICAL', 'a seal with room in it', edit(SEAL, ':', ': ')),
  forgery('SEAL_NOT_CANONICAL', 'a seal with one name twice', edit(SEAL, '{"payload":', '{"payload":"e30=","payload":')),
  forgery(
    'SEAL_MEDIA_TYPE',
    'a bundle of another version',
    editBundle((bundle) => {
      bundle.mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
    }),
  ),
  forgery(
    'SEAL_FORM',
    'a log entry that nobody looked at',
    editBundle((bundle) => {
      bundle.verificationMaterial.tlogEntries = [{ logIndex: '1' }];
    }),
  ),
  forgery(
    'SEAL_FORM',
    'a certificate in the place of a key',
    editBundle((bundle) => {
      bundle.verificationMaterial = { certificate: { rawBytes: 'AAAA' } };
    }),
  ),
  forgery(
    'SEAL_FORM',
    'a whole key in the place of its id',
    editBundle((bundle) => {
      bundle.verificationMaterial.publicKey.rawBytes = 'AAAA';
    }),
  ),
  forgery(
    'SEAL_FORM',
    'a level of assurance beside the envelope',
    editBundle((bundle) => {
      bundle.zekerheid = 'A3';
    }),
  ),
  forgery(
    'SEAL_FORM',
    'an algorithm beside the signature',
    envelope(({ signatures }) => {
      signatures[0].alg = 'none';
    }),
  ),
  forgery(
    'SEAL_FORM',
    'content in base64 for addresses',
    envelope((each) => {
      each.payload = Buffer.from(`${Buffer.from(each.payload, 'base64')}???`).toString('base64url');
    }),
  ),
  forgery(
    'SEAL_FORM',
    'content in base64 with a line in it',
    envelope((each) => {
      each.payload = `${each.payload.slice(0, 76)}\n${each.payload.slice(76)}`;
    }),
  ),
  forgery(
    'SEAL_FORM',
    'a signature of nothing',
    envelope(({ signatures }) => {
      signatures[0].sig = '';
    }),
  ),
  forgery(
    'SEAL_FORM',
    'signatures that are no list',
    envelope((each) => {
      each.signatures = { 0: each.signatures[0], length: 1 };
    }),
  ),
  forgery(
    'PAYLOAD_TYPE',
    'content of another type',
    envelope((each) => {
      each.payloadType = 'application/json';
    }),
  ),
  forgery(
    'PAYLOAD_TYPE',
    'content of another type, signed as such',
    envelope((each) => {
      each.payloadType = 'text/plain';
      const bytes = signedBytes('text/plain', Buffer.from(each.payload, 'base64'));
      each.signatures = [{ sig: sign('sha256', bytes, KEYS.runner).toString('base64') }];
    }),
  ),
  forgery(
    'SIGNATURE_COUNT',
    'no signature at all',
    envelope((each) => {
      each.signatures = [];
    }),
  ),
  forgery(
    'SIGNATURE_COUNT',
    'the signature twice',
    envelope((each) => {
      each.signatures.push(each.signatures[0]);
    }),
  ),
  forgery(
    'SIGNATURE_COUNT',
    'a second signature of somebody else',
    envelope((each) => {
      const bytes = signedBytes(PAYLOAD_TYPE, Buffer.from(each.payload, 'base64'));
      each.signatures.push({ sig: sign('sha256', bytes, KEYS.stranger).toString('base64') });
    }),
  ),
  forgery(
    'SIGNATURE_INVALID',
    'another version in what was signed',
    editPayload(({ predicate }) => {
      predicate.product.versie = '5.0';
    }),
  ),
  forgery(
    'SIGNATURE_INVALID',
    'another digest in what was signed',
    editPayload(({ subject }) => {
      subject[0].digest.sha256 = '0'.repeat(64);
    }),
  ),
  forgery(
    'SIGNATURE_INVALID',
    'a signature that was cut off',
    signedAs((_, held) => Buffer.from(bundleIn(held).dsseEnvelope.signatures[0].sig, 'base64').subarray(0, 40)),
  ),
  forgery(
    'SIGNATURE_INVALID',
    'a signature with more behind it',
    signedAs((_, held) => Buffer.concat([Buffer.from(bundleIn(held).dsseEnvelope.signatures[0].sig, 'base64'), Buffer.of(0)])),
  ),
  forgery(
    'SIGNATURE_INVALID',
    'a signature of zeros',
    signedAs(() => Buffer.from('3006020100020100', 'hex')),
  ),
  forgery('SIGNATURE_INVALID', 'a signature over the content without its type', (held) =>
    envelope((each) => {
      each.signatures = [{ sig: sign('sha256', Buffer.from(each.payload, 'base64'), KEYS.runner).toString('base64') }];
    })(held),
  ),
  forgery(
    'SIGNATURE_INVALID',
    'a signature over another digest',
    signedAs((bytes) => sign('sha512', bytes, KEYS.runner)),
  ),
  forgery(
    'SIGNATURE_INVALID',
    'a signature in another writing',
    signedAs((bytes) => sign('sha256', bytes, { key: KEYS.runner, dsaEncoding: 'ieee-p1363' })),
  ),
  forgery(
    'SIGNATURE_INVALID',
    'the public key used as a secret',
    signedAs((bytes) => createHmac('sha256', publicPemOf(KEYS.runner)).update(bytes).digest()),
  ),
  forgery(
    'SIGNATURE_INVALID',
    'Ed25519 under the id of a key for ECDSA',
    signedAs((bytes) => sign(null, bytes, KEYS.along)),
  ),
  forgery('SIGNATURE_INVALID', 'a stranger who uses the id of a key that is trusted', (held) => {
    const forged = resealed(held, KEYS.stranger);
    return editBundle((bundle) => {
      bundle.verificationMaterial.publicKey.hint = keyIdOf(KEYS.runner);
    })(forged);
  }),
  forgery('KEY_UNKNOWN', 'a stranger who seals a flawless report of their own', async (held) => {
    const own = await seal(await unsealed(), KEYS.stranger);
    return own.set(SECOND, held.get(SECOND) ?? Buffer.of());
  }),
  forgery('KEY_UNKNOWN', 'a stranger who carries the key that is trusted', (held) => resealed(held, KEYS.stranger)),
  forgery('KEY_UNKNOWN', 'a key of a kind that does not seal', (held) => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    return put(held, statementIn(held), privateKey);
  }),
  forgery(
    'KEY_UNKNOWN',
    'the id of a key in capitals',
    editBundle((bundle) => {
      bundle.verificationMaterial.publicKey.hint = keyIdOf(KEYS.runner).toUpperCase();
    }),
  ),
  forgery('KEY_REVOKED', 'a key that was revoked', (held) => held, {
    trust: (honest) => honest.map((key, index) => ({ ...key, ingetrokken: index === 0 })),
    bestand: SEAL,
  }),
  forgery('KEY_REVOKED', 'a key that was revoked, and stands in the list a second time', (held) => held, {
    trust: (honest) => [...honest, ...honest.map((key) => ({ ...key, ingetrokken: true }))],
    bestand: SEAL,
  }),
  forgery('KEY_OUT_OF_TIME', 'a key that was not valid yet', (held) => held, {
    trust: (honest) => honest.map((key) => ({ ...key, van: Date.parse('2027-01-01T00:00:00Z') })),
  }),
  forgery('KEY_OUT_OF_TIME', 'a key that was valid no more', (held) => held, {
    trust: (honest) => honest.map((key) => ({ ...key, tot: Date.parse('2025-01-01T00:00:00Z') })),
  }),
  forgery(
    'KEY_OUT_OF_TIME',
    'a key with an end, and a seal without a time',
    (held) =>
      resealed(held, KEYS.runner, ({ predicate }) => {
        delete predicate.verzegeldOp;
      }),
    {
      trust: (honest) => honest.map((key) => ({ ...key, tot: Date.parse('2030-01-01T00:00:00Z') })),
      bestand: SEAL,
    },
  ),
  forgery('KEY_WRONG_KIND', 'a key that may only sign along', (held) => held, {
    trust: (honest) => honest.map((key) => ({ ...key, soort: 'medeondertekenaar' as const })),
  }),
  forgery('SEAL_MISSING', 'a second seal without the first', drop(SEAL)),
  forgery(
    'SIGNATURE_INVALID',
    'a second seal that was changed',
    editBundle((bundle) => {
      const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString();
      bundle.dsseEnvelope.payload = Buffer.from(payload.replace('2026', '2027')).toString('base64');
    }, SECOND),
    { bestand: SECOND },
  ),
  forgery(
    'SEAL_UNREADABLE',
    'a second seal that was cut off',
    (held) => held.set(SECOND, (held.get(SECOND) ?? Buffer.of()).subarray(9)),
    {
      bestand: SECOND,
    },
  ),
  forgery('SEAL_OTHER', 'a first seal that was set again under the signature of a second party', (held) => resealed(held)),
  forgery('SEAL_OTHER', 'a second seal that names itself', (held) => {
    const statement = statementIn(held, SECOND);
    statement.subject.unshift({ name: SECOND, digest: { sha256: '0'.repeat(64) } });
    return put(held, statement, KEYS.along, SECOND);
  }),
  forgery('SEAL_OTHER', 'a second seal over something else than a seal', (held) => {
    const statement = statementIn(held, SECOND);
    statement.subject = statementIn(held).subject.filter(({ name }: { name: string }) => name === 'rapport.json');
    return put(held, statement, KEYS.along, SECOND);
  }),
  forgery('KEY_TWICE', 'a second seal of the key of the first', (held) =>
    put(held, statementIn(held, SECOND), KEYS.runner, SECOND),
  ),
  forgery(
    'PREDICATE_TYPE',
    'a first seal in the place of the second',
    (held) => held.set(SECOND, held.get(SEAL) ?? Buffer.of()),
    {
      bestand: SECOND,
    },
  ),
];
