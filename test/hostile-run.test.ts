/**
 * The whole set against everything that a product should not do: never a crash, never free of faults, always a total, a
 * cause and an exit code as the table in docs/architecture.md says, and a finding that names the symptom and what to do.
 */
import { expect } from 'chai';
import { EXIT, type ExitCode } from '../src/cli/exit-code.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { Oorzaak } from '../src/model/finding.js';
import type { Totaal } from '../src/model/report.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { type Folded, folded } from './support/folded.js';
import {
  type Behaviour,
  closedPortUrl,
  type HostileServer,
  startHostileServer,
  startWrongCertificateServer,
} from './support/hostile-server.js';
import { impatientClock } from './support/impatient-clock.js';
import { openOwnSuite, type RunOutcome, runAgainst } from './support/reference-run.js';
import { compactBasis, type ReferenceServer, startReference } from './support/reference-server.js';
import { startTurningServer } from './support/turning-server.js';

interface Amounts {
  readonly id: string;
  readonly oorzaak: Oorzaak;
}

const product = (id: string): Amounts => ({ id, oorzaak: 'product' });
const configuratie = (id: string): Amounts => ({ id, oorzaak: 'configuratie' });
const transport = (id: string): Amounts => ({ id, oorzaak: 'transport' });

/** What each cause makes of a run in which nothing went well. */
const AMOUNTS_TO: Readonly<Record<Oorzaak, readonly [Totaal, ExitCode]>> = {
  product: ['met_fouten', EXIT.productFault],
  configuratie: ['niet_vastgesteld', EXIT.ours],
  transport: ['niet_vastgesteld', EXIT.notEstablished],
  harnas: ['niet_vastgesteld', EXIT.ours],
};

const FROM_THE_BEGINNING: Readonly<Record<Behaviour, Amounts>> = {
  good: product('STUF-0301-RT-07'),
  fault: product('STUF-0301-RT-07'),
  'latin-1-declared': product('STUF-0301-RT-07'),
  'latin-1-declaration': product('STUF-0301-RT-07'),
  gzip: product('STUF-0301-RT-07'),
  brotli: product('STUF-0301-RT-07'),
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
  redirect: configuratie('HTTP-REDIRECT'),
  unauthorized: configuratie('HTTP-UNAUTHORIZED'),
  forbidden: configuratie('HTTP-UNAUTHORIZED'),
  'not-found': configuratie('HTTP-NOT-FOUND'),
  'method-not-allowed': configuratie('HTTP-METHOD'),
  'proxy-unauthorized': configuratie('HTTP-PROXY-UNAUTHORIZED'),
  'bad-gateway': transport('HTTP-GATEWAY'),
  endless: product('BODY-TOO-LARGE'),
  truncated: product('HTTP-TRUNCATED'),
  'truncated-chunk': product('HTTP-TRUNCATED'),
  'broken-chunk': product('HTTP-TRUNCATED'),
  'no-http': configuratie('TRANSPORT-PROTOCOL'),
  'no-version': configuratie('TRANSPORT-PROTOCOL'),
  'hang-up': transport('TRANSPORT-RESET'),
  reset: transport('TRANSPORT-RESET'),
  silence: transport('TRANSPORT-TIMEOUT'),
  'silence-halfway': transport('TRANSPORT-TIMEOUT'),
};

/** After twenty good answers. */
const HALFWAY: Readonly<Partial<Record<Behaviour | 'gone', Amounts>>> = {
  gone: product('TRANSPORT-GONE'),
  silence: product('TRANSPORT-TIMEOUT'),
  'silence-halfway': product('TRANSPORT-TIMEOUT'),
  reset: product('TRANSPORT-RESET'),
  'hang-up': product('TRANSPORT-RESET'),
  'bad-gateway': product('HTTP-GATEWAY'),
  html: product('BODY-HTML'),
  'stack-trace': product('BODY-STACK-TRACE'),
  fault: product('STUF-0301-RT-07'),
  unauthorized: configuratie('HTTP-UNAUTHORIZED'),
  redirect: configuratie('HTTP-REDIRECT'),
};

describe('the whole set against a product that', function () {
  this.timeout(60_000);
  let loaded: LoadedSuite;
  let basis: OpenSchemaBasis;
  let honest: ReferenceServer;
  let hostile: HostileServer;
  let turns = 0;

  before(async () => {
    loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    basis = await compactBasis(loaded.standard);
    honest = await startReference(loaded.standard);
    hostile = await startHostileServer();
  });
  after(async () => {
    await hostile.close();
    await honest[Symbol.asyncDispose]();
    basis.dispose();
  });

  /** Patience is over as soon as a silent product has the message, and not earlier. */
  const walk = (url: string): Promise<RunOutcome> => {
    const clock = impatientClock();
    hostile.onRequest = (behaviour) => {
      if (behaviour.startsWith('silence')) setImmediate(clock.losePatience);
    };
    return runAgainst(loaded, { url, bases: [basis], clock, maxBodyBytes: 1024 * 1024, token: `h${++turns}` });
  };

  describe('answers nothing but', () => {
    for (const [behaviour, amounts] of Object.entries(FROM_THE_BEGINNING)) {
      it(`${behaviour}: ${amounts.id}, ${amounts.oorzaak}`, async () => {
        const outcome = await walk(hostile.url(behaviour as Behaviour));
        expectWhole(outcome, amounts);
        const causes = [...outcome.steps.values()].flatMap((step) => step.oorzaak ?? []);
        expect(new Set(causes), 'one symptom, one cause').to.deep.equal(new Set([amounts.oorzaak]));
      });
    }

    it('a certificate that nobody trusts: TRANSPORT-TLS, configuratie', async () => {
      await using wrong = await startWrongCertificateServer();
      expectWhole(await walk(wrong.url('good')), configuratie('TRANSPORT-TLS'));
    });

    it('refusals of every connection: TRANSPORT-REFUSED, configuratie', async () => {
      expectWhole(await walk(await closedPortUrl()), configuratie('TRANSPORT-REFUSED'));
    });
  });

  describe('answers well twenty times, and then is', () => {
    for (const [behaviour, amounts] of Object.entries(HALFWAY)) {
      it(`${behaviour}: ${amounts.id}, ${amounts.oorzaak}`, async () => {
        const bad = behaviour === 'gone' ? undefined : hostile.url(behaviour as Behaviour);
        await using turning = await startTurningServer(honest.url, 20, bad);
        const outcome = await walk(turning.url);
        expectWhole(outcome, amounts);
        const good = [...outcome.steps.values()].filter((step) => step.verdict === 'voldoet').length;
        expect(good, 'what went well stays well').to.be.greaterThan(20);
      });
    }
  });

  function expectWhole(outcome: RunOutcome, { id, oorzaak }: Amounts): void {
    const [totaal, exitCode] = AMOUNTS_TO[oorzaak];
    expect(outcome.steps.size, 'the run goes on').to.equal(36);
    const { report, ...told }: Folded = folded(loaded.standard, outcome);
    expect({ totaal: report.resultaat.totaal, ...told }).to.deep.equal({ totaal, exitCode });
    const rules = report.scenarios
      .flatMap((scenario) => scenario.stappen)
      .flatMap((stap) => stap.regels)
      .filter((regel) => regel.id === id && regel.verdict !== 'voldoet');
    expect(rules, `${id} in the report`).to.have.length.greaterThan(0);
    for (const regel of rules) {
      expect(regel).to.include({ oorzaak, ernst: 'fout', verplicht: true });
      expect(regel.gevonden, 'what was seen').to.be.a('string').with.length.greaterThan(0);
      expect(regel.advies?.nl, 'the next step').to.be.a('string').with.length.greaterThan(0);
      expect(regel.advies?.en, 'the next step').to.be.a('string').with.length.greaterThan(0);
    }
  }
});
