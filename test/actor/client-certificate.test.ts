/** What is known of our own certificate when a server closes the door: real handshakes, certificates of our own making. */
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { probe } from '../../src/actor/probe.js';
import { systemClock } from '../../src/cli/shell.js';
import { sessionReason } from '../../src/judge/client-certificate.js';
import { makeAuthority, makeCertificate } from '../support/certificate.js';

const DAY = 86_400_000;

describe('our own certificate, when a server ends the session', function () {
  this.timeout(20_000);
  const authority = makeAuthority('proef-ca');
  const server = makeCertificate('zij', { issuer: authority, names: ['127.0.0.1'], use: 'server' });
  const other = makeAuthority('ander');
  const open: Server[] = [];
  afterEach(() => {
    for (const each of open.splice(0)) {
      each.closeAllConnections();
      each.close();
    }
  });

  async function listen(options: object, handle?: () => void): Promise<string> {
    const made = createServer({ cert: server.cert, key: server.key, ...options }, (request) => {
      handle?.();
      request.socket.destroy();
    });
    open.push(made);
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    return `https://127.0.0.1:${(made.address() as AddressInfo).port}/`;
  }
  const asking = (more: object = {}) => listen({ ca: authority.cert, requestCert: true, rejectUnauthorized: true, ...more });
  const knock = async (url: string, shown?: { readonly cert: string; readonly key: string }) => {
    const tls = { ca: [authority.cert], ...(shown && { cert: shown.cert, key: shown.key }) };
    const answer = await probe(url, { clock: systemClock, timeoutMillis: 10_000, tls });
    const { failure } = answer;
    return { ...answer, why: failure && sessionReason(failure, answer.tls, new Date().toISOString()) };
  };

  for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
    it(`is asked for by name of its issuer, and was not shown (${version})`, async () => {
      // One that speaks both answers the look, whatever it spoke with us.
      const { tls, why } = await knock(await asking(version === 'TLSv1.2' ? { maxVersion: version } : {}));
      expect(tls?.asks).to.deep.equal({ forCertificate: true, ofIssuers: ['CN=proef-ca'] });
      expect(tls?.own).to.equal(undefined);
      expect(why).to.deep.include({ isKnown: true });
      expect(why?.melding.nl).to.equal('Het endpoint vraagt om een clientcertificaat van CN=proef-ca, en wij toonden er geen');
    });

  it('is of an issuer that the server does not accept: both are named', async () => {
    const { tls, failure, why } = await knock(await asking(), makeCertificate('wij', { issuer: other, use: 'client' }));
    expect(failure?.kind).to.equal('reset');
    expect(tls?.own?.issuers).to.deep.equal(['CN=ander']);
    expect(why?.isKnown).to.equal(true);
    expect(why?.melding.en).to.equal(
      'Our client certificate (CN=wij) is of CN=ander; the endpoint only accepts certificates of CN=proef-ca',
    );
  });

  it('has expired: it says when', async () => {
    const old = { issuer: authority, validFrom: new Date(Date.now() - 3 * DAY), validTo: new Date(Date.now() - 2 * DAY) };
    const { why } = await knock(await asking(), makeCertificate('oud', old));
    expect(why?.isKnown).to.equal(true);
    expect(why?.melding.en).to.match(/^Our client certificate \(CN=oud\) expired on \d{4}-\d\d-\d\d$/);
  });

  it('looks right, and the server is not content all the same: that is not claimed to be known', async () => {
    const { why } = await knock(await asking(), makeCertificate('wij', { issuer: authority, use: 'server' }));
    expect(why?.isKnown).to.equal(false);
    expect(why?.melding.en).to.include('probably refuses our client certificate (CN=wij, issuer CN=proef-ca, valid until');
  });

  it('may be why where a server speaks TLS 1.3 alone, and does not tell what it asks for', async () => {
    const url = await asking({ minVersion: 'TLSv1.3' });
    const { tls, why } = await knock(url, makeCertificate('wij', { issuer: other, use: 'client' }));
    expect(tls?.asks).to.equal(undefined);
    expect(why?.isKnown).to.equal(false);
  });

  it('is not why where nobody asks for it', async () => {
    const { tls, failure, why } = await knock(await listen({}), makeCertificate('wij', { issuer: other, use: 'client' }));
    expect(failure?.kind).to.equal('reset');
    expect(tls?.asks).to.deep.equal({ forCertificate: false, ofIssuers: [] });
    expect(why).to.equal(undefined);
  });
});
