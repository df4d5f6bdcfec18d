import { expect } from 'chai';
import type { TlsOptions } from '../../src/actor/connection.js';
import { judgeTransport } from '../../src/judge/transport.js';
import type { TransportInput } from '../../src/judge/transport-reply.js';
import { decoded } from '../../src/message/content-coding.js';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { Exchange } from '../../src/model/exchange.js';
import type { Finding } from '../../src/model/finding.js';
import { makeAuthority, makeCertificate } from '../support/certificate.js';
import { type Driving, driving } from '../support/driving.js';
import {
  BEHAVIOURS,
  type Behaviour,
  closedPortUrl,
  type HostileServer,
  startHostileServer,
  startWrongCertificateServer,
} from '../support/hostile-server.js';

type Outcome = readonly [id: string, verdict: string, oorzaak?: string];
type Circumstances = Partial<Pick<TransportInput, 'earlierAnswered' | 'failedTwice' | 'profile'>>;

const GOOD: Outcome = ['HTTP-REPLY', 'voldoet'];
const product = (id: string): Outcome => [id, 'voldoet_niet', 'product'];
const configuration = (id: string): Outcome => [id, 'niet_beslist', 'configuratie'];
const transport = (id: string): Outcome => [id, 'niet_beslist', 'transport'];

/** What each behaviour amounts to at first contact, in the profile `strict`. */
const AT_FIRST_CONTACT: Readonly<Record<Behaviour, Outcome>> = {
  good: GOOD,
  fault: GOOD,
  'latin-1-declared': GOOD,
  'latin-1-declaration': GOOD,
  gzip: GOOD,
  brotli: GOOD,
  empty: product('BODY-EMPTY'),
  'empty-accepted': product('BODY-EMPTY'),
  html: product('BODY-HTML'),
  'html-as-xml': product('BODY-HTML'),
  'plain-text': product('BODY-TEXT'),
  json: product('BODY-TEXT'),
  'stack-trace': product('BODY-STACK-TRACE'),
  'java-stack-trace': product('BODY-STACK-TRACE'),
  'broken-xml': product('BODY-MALFORMED'),
  doctype: product('BODY-DOCTYPE'),
  soap12: product('SOAP-VERSION'),
  'wrong-content-type': product('HTTP-CONTENT-TYPE'),
  'application-xml': product('HTTP-CONTENT-TYPE'),
  'no-content-type': product('HTTP-CONTENT-TYPE'),
  'latin-1': product('BODY-ENCODING'),
  'charset-denied': product('BODY-ENCODING'),
  'not-gzip': product('BODY-CONTENT-ENCODING'),
  'unknown-coding': product('BODY-CONTENT-ENCODING'),
  deep: product('BODY-TOO-DEEP'),
  redirect: configuration('HTTP-REDIRECT'),
  unauthorized: configuration('HTTP-UNAUTHORIZED'),
  forbidden: configuration('HTTP-UNAUTHORIZED'),
  'not-found': configuration('HTTP-NOT-FOUND'),
  'method-not-allowed': configuration('HTTP-METHOD'),
  'proxy-unauthorized': configuration('HTTP-PROXY-UNAUTHORIZED'),
  'bad-gateway': transport('HTTP-GATEWAY'),
  endless: product('BODY-TOO-LARGE'),
  truncated: product('HTTP-TRUNCATED'),
  'truncated-chunk': product('HTTP-TRUNCATED'),
  'broken-chunk': product('HTTP-TRUNCATED'),
  'no-http': configuration('TRANSPORT-PROTOCOL'),
  'no-version': configuration('TRANSPORT-PROTOCOL'),
  'hang-up': transport('TRANSPORT-RESET'),
  reset: transport('TRANSPORT-RESET'),
  silence: transport('TRANSPORT-TIMEOUT'),
  'silence-halfway': transport('TRANSPORT-TIMEOUT'),
};

describe('judge of the wire', () => {
  let server: HostileServer;
  before(async () => {
    server = await startHostileServer();
  });
  after(() => server.close());

  /** Sends one message to a misbehaving product; time passes as soon as a silent one has it. */
  const exchangeWith = async (behaviour: Behaviour): Promise<readonly [Exchange, Driving]> => {
    const at = await driving(server.url(behaviour), { maxBodyBytes: 1024 * 1024 });
    server.onRequest = (name) => {
      if (name.startsWith('silence')) setImmediate(() => at.clock.advance(30_000));
    };
    return [await at.send(), at];
  };
  const findingsOf = async (behaviour: Behaviour, circumstances: Circumstances = {}): Promise<readonly Finding[]> => {
    const [exchange, at] = await exchangeWith(behaviour);
    await using _ = at;
    return judge(exchange, circumstances);
  };

  describe('at first contact', () => {
    for (const behaviour of Object.keys(BEHAVIOURS) as Behaviour[]) {
      const expected = AT_FIRST_CONTACT[behaviour];
      it(`${behaviour} is ${expected.join(', ')}`, async () => {
        const findings = await findingsOf(behaviour);
        expect(findings.map(outcome)).to.deep.equal([expected]);
        for (const finding of findings) isTold(finding);
      });
    }
  });

  describe('at an endpoint that answered before', () => {
    const silent = { silence: 'TRANSPORT-TIMEOUT', reset: 'TRANSPORT-RESET', 'bad-gateway': 'HTTP-GATEWAY' } as const;
    for (const [behaviour, id] of Object.entries(silent) as [Behaviour, string][]) {
      it(`${behaviour} is a fault of the product the second time only`, async () => {
        const once = await findingsOf(behaviour, { earlierAnswered: true });
        expect(once.map(outcome)).to.deep.equal([transport(id)]);
        const twice = await findingsOf(behaviour, { earlierAnswered: true, failedTwice: true });
        expect(twice.map(outcome)).to.deep.equal([product(id)]);
      });

      it(`${behaviour}, twice, is no fault of a product that never answered`, async () => {
        const findings = await findingsOf(behaviour, { failedTwice: true });
        expect(findings.map(outcome)).to.deep.equal([transport(id)]);
      });
    }

    it('something else than HTTP is a fault of the product', async () => {
      const findings = await findingsOf('no-http', { earlierAnswered: true });
      expect(findings.map(outcome)).to.deep.equal([product('TRANSPORT-PROTOCOL')]);
    });

    it('being turned away stays a matter of configuration', async () => {
      const findings = await findingsOf('not-found', { earlierAnswered: true, failedTwice: true });
      expect(findings.map(outcome)).to.deep.equal([configuration('HTTP-NOT-FOUND')]);
    });
  });

  describe('in the profile praktijk', () => {
    it('SOAP 1.2 is left to the judge of envelopes, so that it is told once', async () => {
      const findings = await findingsOf('soap12', { profile: 'praktijk' });
      expect(findings.map(({ verdict }) => verdict)).to.deep.equal(['voldoet']);
    });

    const labels = { 'application-xml': 'HTTP-CONTENT-TYPE', 'charset-denied': 'BODY-ENCODING' } as const;
    for (const [behaviour, id] of Object.entries(labels) as [keyof typeof labels, string][]) {
      it(`${behaviour} is only remarked upon`, async () => {
        const findings = await findingsOf(behaviour, { profile: 'praktijk' });
        expect(
          findings.map(({ verdict, ernst, verplicht, tolerantie }) => [verdict, ernst, verplicht, tolerantie]),
        ).to.deep.equal([
          ['voldoet', 'fout', true, undefined],
          ['voldoet_niet', 'aandachtspunt', false, `PRAKTIJK-${id}`],
        ]);
      });
    }

    it('a Content-Type that is no XML at all remains a fault', async () => {
      const findings = await findingsOf('wrong-content-type', { profile: 'praktijk' });
      expect(findings.map(outcome)).to.deep.equal([product('HTTP-CONTENT-TYPE')]);
    });
  });

  describe('without a conversation', () => {
    const judged = async (
      url: string,
      tls: TlsOptions = {},
      lookup = {},
      circumstances: Circumstances = {},
    ): Promise<readonly Finding[]> => {
      await using at = await driving(url, { tls, ...lookup });
      return judge(await at.send(), circumstances);
    };

    it('a closed port is a matter of configuration', async () => {
      const [finding] = await judged(await closedPortUrl());
      expect(finding && outcome(finding)).to.deep.equal(configuration('TRANSPORT-REFUSED'));
      expect(finding?.gevonden).to.match(/^ECONNREFUSED/);
      expect(finding?.advies?.en).to.include('--endpoint').and.to.include('in a chain');
    });

    it('a port that was open before and refuses twice is a fault of the product', async () => {
      const url = await closedPortUrl();
      const [once] = await judged(url, {}, {}, { earlierAnswered: true });
      expect(once && outcome(once)).to.deep.equal(configuration('TRANSPORT-REFUSED'));
      const [twice] = await judged(url, {}, {}, { earlierAnswered: true, failedTwice: true });
      expect(twice && outcome(twice)).to.deep.equal(product('TRANSPORT-GONE'));
      if (twice) isTold(twice);
    });

    it('a name that is not found is a matter of configuration', async () => {
      const lookup = (_: string, __: unknown, done: (error: Error, address: string, family: number) => void): void =>
        done(Object.assign(new TypeError('niet gevonden'), { code: 'ENOTFOUND' }), '', 4);
      const [finding] = await judged('http://nergens.invalid/', {}, { lookup });
      expect(finding && outcome(finding)).to.deep.equal(configuration('TRANSPORT-DNS'));
    });

    it('a wrong certificate is a matter of configuration, told by its reason and its name', async () => {
      await using wrong = await startWrongCertificateServer();
      const [finding] = await judged(wrong.url('good'));
      expect(finding && outcome(finding)).to.deep.equal(configuration('TRANSPORT-TLS'));
      expect(finding?.melding.nl).to.include('zelfondertekend');
      expect(finding?.gevonden).to.include('CN=niemand');
    });

    it('tells by its reason which certificate is missing or wrong', async () => {
      const authority = makeAuthority('ca');
      const names = ['127.0.0.1'];
      const past = { validFrom: new Date(0), validTo: new Date(86_400_000) };
      const server = (options: object): Promise<HostileServer> => startHostileServer({ ...options });
      const issued = makeCertificate('goed', { names, issuer: authority });
      const cases = [
        [await server(makeCertificate('oud', { names, issuer: authority, ...past })), 'verlopen'],
        [await server(makeCertificate('ander', { names: ['x.nl'], issuer: authority })), 'andere naam'],
        [await server(makeCertificate('vreemd', { names, issuer: makeAuthority('b') })), 'niet kennen'],
        [await server({ ...issued, ca: authority.cert, requestCert: true }), 'clientcertificaat'],
      ] as const;
      for (const [at, words] of cases) {
        const [finding] = await judged(at.url('good'), { ca: [authority.cert] });
        expect(finding?.melding.nl).to.include(words);
        await at.close();
      }
    });

    it("a conversation that we broke off is nobody's fault", async () => {
      const stop = new AbortController();
      stop.abort();
      await using at = await driving(server.url('good'));
      const findings = await judge(await at.send(undefined, stop.signal));
      expect(findings.map(outcome)).to.deep.equal([transport('TRANSPORT-CANCELLED')]);
    });
  });

  it('blames us for a reply that was not opened', async () => {
    const [exchange, at] = await exchangeWith('good');
    await using _ = at;
    const findings = judgeTransport({ exchange, earlierAnswered: false, failedTwice: false, profile: 'strict' });
    expect(findings.map(outcome)).to.deep.equal([['HTTP-REPLY', 'niet_beslist', 'harnas']]);
  });

  it('names the place in the message', async () => {
    const [finding] = await findingsOf('broken-xml');
    expect(finding).to.include({ bericht: '0001/antwoord', regelnummer: 1 });
  });
});

async function judge(exchange: Exchange, circumstances: Circumstances = {}): Promise<readonly Finding[]> {
  const { reply } = exchange;
  const opened = reply && (await createMessageReader().open(reply));
  const bytes = reply && (await decoded(reply.body, reply.headers).catch(() => undefined));
  return judgeTransport({
    exchange,
    earlierAnswered: false,
    failedTwice: false,
    profile: 'strict',
    ...circumstances,
    ...(opened && { opened }),
    ...(bytes && { bytes }),
  });
}

function outcome({ id, verdict, oorzaak }: Finding): Outcome {
  return oorzaak === undefined ? [id, verdict] : [id, verdict, oorzaak];
}

/** A finding that is no pass says in both languages what happened and what to do next, and shows what was seen. */
function isTold({ verdict, melding, advies, gevonden }: Finding): void {
  expect(gevonden).to.be.a('string').with.length.greaterThan(0);
  expect(melding.nl).not.to.equal(melding.en);
  if (verdict === 'voldoet') return;
  expect(advies?.nl).to.be.a('string');
  expect(advies?.en).to.be.a('string');
}
