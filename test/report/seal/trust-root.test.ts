import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { keyIdOf, publicPemOf } from '../../../src/report/seal/seal-key.js';
import { readTrust } from '../../../src/report/seal/trust-root.js';
import { KEYS } from '../forged-packages/held-package.js';

const PEM = publicPemOf(KEYS.runner);
const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });

describe('a trust root', () => {
  it('is a PEM text with one public key or more, called after the file', () => {
    const keys = readTrust(`${PEM}${publicPemOf(KEYS.along)}`, 'partners.pem');
    expect(keys.map(({ id, naam, ingetrokken }) => [id, naam, ingetrokken])).to.deep.equal([
      [keyIdOf(KEYS.runner), 'partners.pem', false],
      [keyIdOf(KEYS.along), 'partners.pem', false],
    ]);
  });

  it('is JSON that tells whose a key is, what it may do, and when', () => {
    const entry = {
      naam: 'Regio',
      publicKey: PEM,
      soort: 'medeondertekenaar',
      wie: 'gemeente',
      van: '2026-01-01T00:00:00Z',
      ingetrokken: true,
    };
    const [key] = readTrust(JSON.stringify({ sleutels: [entry] }), 'vertrouwd.json');
    expect(key).to.deep.include({
      naam: 'Regio',
      soort: 'medeondertekenaar',
      wie: 'gemeente',
      van: Date.UTC(2026, 0, 1),
      ingetrokken: true,
    });
    expect(key?.id).to.equal(keyIdOf(KEYS.runner));
    expect(key).not.to.have.property('tot');
  });

  for (const [what, text, said] of [
    ['a private key', KEYS.runner.export({ type: 'pkcs8', format: 'pem' }).toString(), /private key/],
    [
      'a private key in a list',
      JSON.stringify({ sleutels: [{ naam: 'a', publicKey: KEYS.runner.export({ type: 'pkcs8', format: 'pem' }) }] }),
      /no public key/,
    ],
    ['an RSA key', publicPemOf(rsa.privateKey), /P-256 and Ed25519/],
    ['another curve', publicPemOf(p384.privateKey), /P-256 and Ed25519/],
    ['a text without a key', 'sleutel', /no public key/],
    ['a key that was cut off', PEM.replace(/\n.{20}/, '\n'), /P-256 and Ed25519/],
    ['a list without keys', '{"sleutels": []}', /no list of keys/],
    ['half a list', '{"sleutels": [', /no list of keys/],
    ['a list with a kind that is none', JSON.stringify({ sleutels: [{ naam: 'a', publicKey: PEM, soort: 'baas' }] }), /no list/],
    ['a list with a party that is none', JSON.stringify({ sleutels: [{ naam: 'a', publicKey: PEM, wie: 'A3' }] }), /no list/],
    ['a list with a time that is none', JSON.stringify({ sleutels: [{ naam: 'a', publicKey: PEM, tot: 'morgen' }] }), /no list/],
    ['a list with a word too many', JSON.stringify({ sleutels: [{ naam: 'a', publicKey: PEM, zekerheid: 'A3' }] }), /no list/],
    [
      'a list with "ingetrokken" that is a word',
      JSON.stringify({ sleutels: [{ naam: 'a', publicKey: PEM, ingetrokken: 'nee' }] }),
      /no list/,
    ],
  ] as const) {
    it(`is not ${what}`, () => {
      let error: unknown;
      try {
        readTrust(text, 'vertrouwd');
      } catch (caught) {
        error = caught;
      }
      expect(error).to.have.property('code', 'CONFIG_INVALID');
      expect(String(error)).to.match(said).and.to.include('vertrouwd');
    });
  }
});
