import { createServer, request, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { expect } from 'chai';
import { serverOptions, tellRefusals } from '../../src/actor/tls-server.js';
import type { HarnessError } from '../../src/model/harness-error.js';
import { makeAuthority, makeCertificate } from '../support/certificate.js';

const DAY = 86_400_000;

describe('a listener that asks for a client certificate', () => {
  const authority = makeAuthority('proef-ca');
  const { cert, key } = makeCertificate('wij', { issuer: authority, names: ['127.0.0.1'], use: 'server' });
  let server: Server;
  let refused: Promise<HarnessError>;

  beforeEach(async () => {
    server = createServer(serverOptions({ cert, key, clientCa: authority.cert }), (_, response) => response.end('in'));
    refused = new Promise((resolve) => tellRefusals(server, resolve));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const port = (): number => (server.address() as AddressInfo).port;
  /** Resolves with the status, or with nothing when we did not get in. */
  const ask = (more: ConnectionOptions): Promise<number | undefined> =>
    new Promise((resolve) => {
      const asked = request({ host: '127.0.0.1', port: port(), ca: authority.cert, agent: false, ...more }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', () => resolve(undefined));
      asked.end();
    });

  it('lets one in that the authority signed', async () => {
    expect(await ask(makeCertificate('goed', { issuer: authority, use: 'client' }))).to.equal(200);
  });

  const wrong = {
    'has none': [{}, /showed no certificate/],
    'has one that expired': [
      makeCertificate('oud', {
        issuer: authority,
        validFrom: new Date(Date.now() - 2 * DAY),
        validTo: new Date(Date.now() - DAY),
      }),
      /has expired \(CERT_HAS_EXPIRED\)/,
    ],
    'has one that is not valid yet': [
      makeCertificate('nieuw', { issuer: authority, validFrom: new Date(Date.now() + DAY / 2) }),
      /not valid yet/,
    ],
    'has one of another authority': [
      makeCertificate('vreemd', { issuer: makeAuthority('ander') }),
      /not of an issuer in --client-ca/,
    ],
    'signed its own': [makeCertificate('zelf'), /not of an issuer in --client-ca/],
    'has one for servers': [makeCertificate('server', { issuer: authority, use: 'server' }), /not meant for a client/],
    'speaks TLS 1.1 at most': [
      { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
      /does not speak TLS 1\.2/,
    ],
  } as const;
  for (const [what, [shown, said]] of Object.entries(wrong)) {
    it(`keeps one out that ${what}, and tells why`, async () => {
      expect(await ask(shown as ConnectionOptions)).to.equal(undefined);
      expect((await refused).message).to.match(said);
    });
  }
});
