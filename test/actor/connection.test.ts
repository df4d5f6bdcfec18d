import * as http from 'node:http';
import { type AddressInfo, connect as openSocket } from 'node:net';
import { expect } from 'chai';
import type { TlsOptions } from '../../src/actor/connection.js';
import type { Exchange } from '../../src/model/exchange.js';
import { makeAuthority, makeCertificate } from '../support/certificate.js';
import { driving } from '../support/driving.js';
import { type HostileServer, startHostileServer } from '../support/hostile-server.js';

const LOOPBACK = { names: ['127.0.0.1', 'localhost'] };

describe('connection over TLS', () => {
  const authority = makeAuthority('proef-ca');
  const trusting: TlsOptions = { ca: [authority.cert] };

  const exchangeWith = async (server: HostileServer, tls: TlsOptions = trusting): Promise<Exchange> => {
    await using at = await driving(server.url('good'), { tls });
    return at.send();
  };

  it('trusts an authority that was given, and tells the facts of the session', async () => {
    await using server = await startHostileServer(makeCertificate('goed', { ...LOOPBACK, issuer: authority }));
    const { failure, reply, tls } = await exchangeWith(server);
    expect(failure).to.equal(undefined);
    expect(reply?.status).to.equal(200);
    expect(tls).to.include({ protocol: 'TLSv1.3', peerSubject: 'CN=goed', peerIssuer: 'CN=proef-ca' });
    expect(Date.parse(tls?.validTo ?? '')).to.be.greaterThan(Date.now());
  });

  it('knows the session on a connection that is used again', async () => {
    await using server = await startHostileServer(makeCertificate('goed', { ...LOOPBACK, issuer: authority }));
    await using at = await driving(server.url('good'), { tls: trusting });
    const [first, second] = [await at.send(), await at.send()];
    expect(second.tls).to.deep.equal(first.tls);
  });

  const day = 86_400_000;
  const wrong = {
    'nobody trusts': [makeCertificate('niemand', LOOPBACK), /^DEPTH_ZERO_SELF_SIGNED_CERT: certificate CN=niemand/],
    'has expired': [
      makeCertificate('oud', {
        ...LOOPBACK,
        issuer: authority,
        validFrom: new Date(Date.now() - 2 * day),
        validTo: new Date(Date.now() - day),
      }),
      /^CERT_HAS_EXPIRED: certificate CN=oud, issued by CN=proef-ca, valid from .+ to /,
    ],
    'is not valid yet': [
      makeCertificate('nieuw', { ...LOOPBACK, issuer: authority, validFrom: new Date(Date.now() + day / 2) }),
      /^CERT_NOT_YET_VALID/,
    ],
    'is for another name': [
      makeCertificate('ander', { names: ['ander.voorbeeld.nl'], issuer: authority }),
      /^ERR_TLS_CERT_ALTNAME_INVALID: certificate CN=ander, .+ for DNS:ander\.voorbeeld\.nl/,
    ],
    'comes from an unknown authority': [
      makeCertificate('vreemd', { ...LOOPBACK, issuer: makeAuthority('vreemde-ca') }),
      /^UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate CN=vreemd, issued by CN=vreemde-ca/,
    ],
  } as const;
  for (const [what, [certificate, detail]] of Object.entries(wrong)) {
    it(`tells which certificate it was that ${what}, and sends it nothing`, async () => {
      await using server = await startHostileServer(certificate);
      const { failure, reply, tls } = await exchangeWith(server);
      expect(failure?.kind).to.equal('tls');
      expect(failure?.detail).to.match(detail);
      expect(reply).to.equal(undefined);
      expect(tls?.peerSubject).to.equal(`CN=${certificate.name}`);
      expect(server.requests).to.equal(0);
    });
  }

  it('tells a port that does not speak TLS as tls', async () => {
    await using server = await startHostileServer();
    await using at = await driving(server.url('good').replace('http:', 'https:'));
    expect((await at.send()).failure).to.have.property('kind', 'tls');
  });

  describe('when the server asks for a certificate', () => {
    const serve = (): Promise<HostileServer> =>
      startHostileServer({
        ...makeCertificate('goed', { ...LOOPBACK, issuer: authority }),
        ca: authority.cert,
        requestCert: true,
        rejectUnauthorized: true,
      });

    it('shows ours', async () => {
      await using server = await serve();
      const { cert, key } = makeCertificate('wij', { issuer: authority });
      expect((await exchangeWith(server, { ...trusting, cert, key })).reply?.status).to.equal(200);
    });

    it('tells as tls that we have none', async () => {
      await using server = await serve();
      expect((await exchangeWith(server)).failure).to.have.property('kind', 'tls');
    });
  });

  it('looks at no setting of the process', async () => {
    await using server = await startHostileServer(makeCertificate('niemand', LOOPBACK));
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      expect((await exchangeWith(server)).failure).to.have.property('kind', 'tls');
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });
});

describe('connection through a proxy', () => {
  it('asks the proxy for the whole URL and shows it who we are', async () => {
    const seen: (string | undefined)[] = [];
    const proxy = await serve((request, response) => {
      seen.push(request.url, request.headers['proxy-authorization'], request.headers.host);
      response.end('<a/>');
    });
    const credentials = proxy.url.replace('http://', 'http://jan:geheim@');
    await using at = await driving('http://product.invalid/pad', { proxy: credentials });
    const { reply, request } = await at.send();
    expect(reply?.status).to.equal(200);
    const basic = `Basic ${Buffer.from('jan:geheim').toString('base64')}`;
    expect(seen).to.deep.equal(['http://product.invalid/pad', basic, 'product.invalid']);
    expect(JSON.stringify(request.headers)).not.to.include(basic);
    await proxy.close();
  });

  it('goes through a tunnel to a server that speaks TLS', async () => {
    const authority = makeAuthority('proef-ca');
    await using server = await startHostileServer(makeCertificate('goed', { ...LOOPBACK, issuer: authority }));
    const proxy = await serve(() => undefined);
    proxy.server.on('connect', (request, client) => {
      const [host = '', port] = (request.url ?? '').split(':');
      const onward = openSocket(Number(port), host, () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(client).pipe(onward);
      });
      client.on('error', () => onward.destroy());
      onward.on('error', () => client.destroy());
    });
    {
      await using at = await driving(server.url('good'), { proxy: proxy.url, tls: { ca: [authority.cert] } });
      const { reply, tls } = await at.send();
      expect(reply?.status).to.equal(200);
      expect(tls?.peerSubject).to.equal('CN=goed');
    }
    await proxy.close();
  });

  it('tells a proxy that does not let us through as refused', async () => {
    const proxy = await serve(() => undefined);
    proxy.server.on('connect', (_, client) => client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
    await using at = await driving('https://product.invalid/', { proxy: proxy.url });
    const { failure } = await at.send();
    expect(failure?.kind).to.equal('refused');
    expect(failure?.detail).to.match(/^PROXY_CONNECT_407/);
    await proxy.close();
  });
});

interface Served {
  readonly server: http.Server;
  readonly url: string;
  close(): Promise<void>;
}

async function serve(handle: http.RequestListener): Promise<Served> {
  const server = http.createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
