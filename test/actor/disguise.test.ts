/** Another certificate than ours, shown for a while: who turns away is told, and who only knocks is not. */
import * as https from 'node:https';
import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as startTls } from 'node:tls';
import { expect } from 'chai';
import type { TurnedAway } from '../../src/actor/disguise.js';
import { openSite, type Site } from '../../src/actor/site.js';
import { makeCertificate } from '../support/certificate.js';

const names = ['127.0.0.1'];
const authority = makeCertificate('Proef CA', { isAuthority: true });
const ours = makeCertificate('ons', { names, issuer: authority, use: 'server' });
const wrong = makeCertificate('vreemd', { names });

/** What a client says that does not know the issuer: fatal (2), unknown_ca (48). @see RFC 5246, section 7.2 */
const UNKNOWN_CA = Buffer.from([21, 3, 3, 0, 2, 2, 48]);

describe('a certificate that is shown on purpose', () => {
  let site: Site;
  let told: TurnedAway[];
  let refusals: unknown[];
  let next: (() => void) | undefined;
  /** Until the next one was told. */
  const telling = () =>
    new Promise<void>((resolve) => {
      next = resolve;
    });

  beforeEach(async () => {
    [told, refusals] = [[], []];
    site = await openSite({ host: '127.0.0.1', port: 0, tls: ours, failed: (error) => void refusals.push(error) });
    site.attach('', async ({ socket }, response) => {
      response.end(String(site.disguise?.isOver(socket)));
    });
  });
  afterEach(() => site.close());
  const show = () =>
    site.disguise?.show(wrong, () => async (who) => {
      told.push(who);
      next?.();
    });
  const port = () => Number(new URL(site.url).port);
  /** What was answered, or the code of the error. */
  const ask = (options: https.RequestOptions = {}) =>
    new Promise<string>((resolve) => {
      const request = https.get(site.url, { ca: authority.cert, agent: false, ...options }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        resolve(Buffer.concat(chunks).toString());
      });
      request.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? ''));
    });

  for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const)
    it(`is told of who leaves when it sees it, over ${maxVersion}, with the certificate that was shown`, async () => {
      show();
      const away = telling();
      expect(await ask({ maxVersion })).to.equal('DEPTH_ZERO_SELF_SIGNED_CERT');
      await away;
      expect(told).to.have.length(1);
      expect(told[0]?.said).to.equal(undefined);
      expect(told[0]?.tls.own?.subject).to.equal('CN=vreemd');
    });

  it('is told of who says in TLS that it does not know the issuer, and not as a refusal of ours', async () => {
    show();
    const away = telling();
    const socket = connect(port(), '127.0.0.1');
    hello(socket);
    socket.once('data', () => socket.end(UNKNOWN_CA));
    await away;
    expect(told.map(({ said }) => said)).to.deep.equal(['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA']);
    expect(refusals).to.deep.equal([]);
  });

  it('is not told of who only knocks, of who speaks no TLS, nor of who speaks in spite of it', async () => {
    show();
    for (const said of ['', 'GET / HTTP/1.1\r\n\r\n']) {
      const socket = connect(port(), '127.0.0.1', () => socket.end(said));
      socket.resume();
      await new Promise((resolve) => socket.once('close', resolve));
    }
    expect(await ask({ rejectUnauthorized: false }), 'over another certificate').to.equal('true');
    site.disguise?.drop();
    expect(await ask(), 'over ours again').to.equal('false');
    expect(told).to.deep.equal([]);
  });

  it('is seen by who kept a connection open, or remembers a session', async () => {
    const agent = new https.Agent({ keepAlive: true, maxCachedSessions: 10 });
    expect(await ask({ agent })).to.equal('false');
    show();
    const away = telling();
    const said = await ask({ agent });
    expect(said).to.be.oneOf(['DEPTH_ZERO_SELF_SIGNED_CERT', 'ECONNRESET']);
    // Whoever had sent on the old connection before it noticed, comes back.
    if (said === 'ECONNRESET') expect(await ask({ agent })).to.equal('DEPTH_ZERO_SELF_SIGNED_CERT');
    await away;
    agent.destroy();
  });

  it('ends a connection with its answer when each message has to come over a new one', async () => {
    site.disguise?.eachAnew(true);
    const closes = () =>
      new Promise<string>((resolve) => {
        https.get(site.url, { ca: authority.cert, agent: new https.Agent({ keepAlive: true }) }, (response) => {
          response.resume();
          resolve(response.headers.connection ?? '');
        });
      });
    expect(await closes()).to.equal('close');
    site.disguise?.eachAnew(false);
    expect(await closes()).to.equal('keep-alive');
  });

  it('is nothing in the clear', async () => {
    await using clear = await openSite({ host: '127.0.0.1', port: 0, failed: () => undefined });
    expect(clear.disguise).to.equal(undefined);
  });
});

/** The first words of a client in TLS 1.2. */
function hello(socket: Socket): void {
  const channel = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _, done) {
      socket.write(chunk, () => done());
    },
  });
  startTls({ socket: channel, maxVersion: 'TLSv1.2', rejectUnauthorized: false }).on('error', () => undefined);
}
