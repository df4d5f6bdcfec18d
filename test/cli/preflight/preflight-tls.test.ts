import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type FileItem, listenItems, type TlsFilesGiven, tlsFileItems } from '../../../src/cli/preflight/preflight-tls.js';
import { type CertificateOptions, makeAuthority, makeCertificate } from '../../support/certificate.js';

const DAY = 86_400_000;
const now = Date.now();
const in90Days = new Date(now + 90 * DAY);

describe('preflight of our own certificates', () => {
  const authority = makeAuthority('proef-ca');
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-preflight-tls-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  const pair = (more: CertificateOptions = {}) => {
    const made = makeCertificate('wij', { issuer: authority, validTo: in90Days, ...more });
    return { cert: file('a.pem', made.cert), key: file('a-key.pem', made.key) };
  };
  const client = (more?: CertificateOptions): TlsFilesGiven => {
    const { cert, key } = pair(more);
    return { cert, certKey: key };
  };
  const server = (more: CertificateOptions, host = '127.0.0.1'): TlsFilesGiven => {
    const { cert, key } = pair(more);
    return { tlsCert: cert, tlsKey: key, listen: { host, port: 0 } };
  };
  const look = (given: TlsFilesGiven): readonly FileItem[] => tlsFileItems(folder, given, now);
  const failing = (given: TlsFilesGiven) => look(given).filter(({ holds }) => !holds);

  it('finds nothing amiss with certificates that are right, for both sides', () => {
    const given = {
      ...client({ use: 'client' }),
      ca: file('ca.pem', makeCertificate('ca', { isAuthority: true, validTo: in90Days }).cert),
    };
    expect(failing(given)).to.deep.equal([]);
    expect(look(given)).to.have.length(2);
    expect(failing({ ...server({ use: 'server', names: ['127.0.0.1'] }) })).to.deep.equal([]);
    expect(look({})).to.deep.equal([]);
  });

  const wrong: readonly (readonly [what: string, given: () => TlsFilesGiven, said: RegExp])[] = [
    [
      'a client certificate that has expired',
      () => client({ validFrom: new Date(now - 2 * DAY), validTo: new Date(now - DAY) }),
      /^--cert \(wij\) expired on/,
    ],
    ['one that is not valid yet', () => client({ validFrom: new Date(now + DAY) }), /is not valid before/],
    ['one that is meant for a server', () => client({ use: 'server' }), /not meant for a client/],
    [
      'a server certificate that is meant for a client',
      () => server({ use: 'client', names: ['127.0.0.1'] }),
      /not meant for a server/,
    ],
    [
      'one for another address',
      () => server({ names: ['localhost', '127.0.0.2'] }),
      /--tls-cert for 127\.0\.0\.1, holds for DNS:localhost, IP Address:127\.0\.0\.2/,
    ],
    ['one for another name', () => server({ names: ['a.voorbeeld.nl'] }, 'b.voorbeeld.nl'), /for b\.voorbeeld\.nl/],
    [
      'a client CA that is none',
      () => ({ clientCa: file('leaf.pem', makeCertificate('leaf', { validTo: in90Days }).cert) }),
      /--client-ca \(leaf\) is no CA/,
    ],
  ];
  for (const [what, given, said] of wrong) {
    it(`tells ${what}, and what to do`, () => {
      const [item, ...more] = failing(given());
      expect(more).to.deep.equal([]);
      expect(item?.what.en).to.match(said);
      expect(item?.mend?.nl).to.have.length.greaterThan(20);
      expect(item?.isUnusable ?? item?.isAdvice).to.equal(undefined);
    });
  }

  it('tells a certificate that ends soon as advice', () => {
    const [item] = failing(client({ validTo: new Date(now + 3 * DAY) }));
    expect(item).to.include({ isAdvice: true });
    expect(item?.mend?.en).to.include('30 days');
  });

  const unusable: readonly (readonly [what: string, given: () => TlsFilesGiven, said: RegExp])[] = [
    ['a file that is not there', () => ({ ca: 'nowhere.pem' }), /--ca: nowhere\.pem cannot be read/],
    ['a file that is no PEM', () => ({ ca: file('x.pem', 'hello') }), /holds no PEM text/],
    ['a key where a certificate should be', () => ({ ca: file('k.pem', authority.key) }), /no readable certificate/],
    ['a certificate where a key should be', () => ({ ...client(), certKey: file('c.pem', authority.cert) }), /no readable key/],
    [
      'a key that does not fit',
      () => ({ ...client(), certKey: file('other.pem', authority.key) }),
      /is not the key of the certificate/,
    ],
    [
      'a key with a password',
      () => ({ ...client(), certKey: file('e.pem', '-----BEGIN ENCRYPTED PRIVATE KEY-----\n') }),
      /encrypted with a password/,
    ],
    ['a certificate without its key', () => ({ cert: pair().cert }), /--cert was given without --cert-key/],
    ['a key without its certificate', () => ({ tlsKey: pair().key }), /--tls-key was given without --tls-cert/],
  ];
  for (const [what, given, said] of unusable) {
    it(`tells ${what} as of no use`, () => {
      const [item] = failing(given());
      expect(item?.what.en).to.match(said);
      expect(item?.isUnusable).to.equal(true);
      expect(item?.mend?.en).to.have.length.greaterThan(10);
    });
  }

  it('tells an address that is taken, and not one that is free', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const [item] = await listenItems({ listen: { host: '127.0.0.1', port } });
    expect(item?.what.en).to.include('EADDRINUSE');
    expect(item?.mend?.en).to.include('--listen');
    await new Promise((resolve) => taken.close(resolve));
    expect((await listenItems({ listen: { host: '127.0.0.1', port } }))[0]?.holds).to.equal(true);
    expect(await listenItems({ listen: { host: '127.0.0.1', port: 0 } })).to.deep.equal([]);
  });
});
