/** Two-way TLS from end to end: certificates of our own making, a simulator that asks for one, a run that shows it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Report } from '../src/model/report.js';
import type { Manifest } from '../src/report/manifest.js';
import { type CliProcess, callCli, startCli } from './support/cli-process.js';

const SUITE = 'zds-1.1/zaaksysteem';
const CLIENT = ['--ca', 'tls/ca.pem', '--cert', 'tls/client.pem', '--cert-key', 'tls/client-key.pem'];

describe('two-way TLS', function () {
  this.timeout(60_000);
  let folder: string;
  let simulator: CliProcess;
  let url: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketentest-mtls-'));
    expect((await callCli(folder, 'certs', 'create', '--out', 'tls')).status).to.equal(0);
    expect((await callCli(folder, 'certs', 'create', '--out', 'other')).status).to.equal(0);
    const files = ['--tls-cert', 'tls/server.pem', '--tls-key', 'tls/server-key.pem', '--client-ca', 'tls/ca.pem'];
    simulator = startCli(folder, 'simulate', SUITE, ...files);
    url = await new Promise<string>((resolve) => {
      simulator.child.stdout?.once('data', (line: string) => resolve((JSON.parse(line) as { listening: string }).listening));
    });
  });
  after(async () => {
    simulator.child.kill();
    await simulator.ended;
    await rm(folder, { recursive: true, force: true });
  });

  const json = async <T>(...path: readonly string[]): Promise<T> =>
    JSON.parse(await readFile(join(folder, ...path), 'utf8')) as T;
  const run = (out: string, ...more: readonly string[]) =>
    callCli(folder, 'run', `${SUITE}/zs.1.*`, '--endpoint', url, '--accept-defaults', '--out', out, ...more);

  it('is spoken by a run, and its facts stand in the evidence of every exchange', async () => {
    expect(url).to.match(/^https:/);
    const { status } = await run('goed', ...CLIENT);
    expect(status, 'a part of a set establishes nothing, and nothing failed').to.equal(3);
    const { resultaat } = await json<Report>('goed', 'rapport.json');
    expect(resultaat.tellingen.stappen).not.to.have.any.keys('voldoet_niet', 'niet_beslist');
    const { uitwisselingen } = await json<Manifest>('goed', 'bewijs', 'manifest.json');
    expect(uitwisselingen.length).to.be.greaterThan(0);
    for (const { tls } of uitwisselingen) {
      expect(tls).to.include.keys('protocol', 'cipher', 'peerSubject', 'peerIssuer', 'validTo');
      expect(tls?.peerSubject).to.match(/serialNumber=\d{20}, CN=localhost/);
    }
  });

  it('fails on a certificate that expired on purpose, and says so; without the CA that is not possible', async () => {
    const files = ['--tls-cert', 'tls/server.pem', '--tls-key', 'tls/server-key.pem', '--fault', 'expired-certificate'];
    const expired = startCli(folder, 'simulate', SUITE, '--listen', '127.0.0.1:0', ...files);
    const address = await new Promise<string>((resolve, reject) => {
      expired.child.stdout?.once('data', (line: string) => resolve((JSON.parse(line) as { listening: string }).listening));
      void expired.ended.then(({ stderr }) => reject(new Error(stderr)));
    });
    const words = ['run', `${SUITE}/zs.1.*`, '--endpoint', address, '--accept-defaults', '--out', 'verlopen', '--lang', 'en'];
    const { stdout } = await callCli(folder, ...words, '--ca', 'tls/ca.pem').finally(() => expired.child.kill());
    await expired.ended;
    expect(stdout).to.contain('The certificate of the endpoint has expired');
    const alone = await callCli(
      folder,
      'simulate',
      SUITE,
      '--listen',
      '127.0.0.1:0',
      '--fault',
      'expired-certificate',
      '--lang',
      'en',
    );
    expect(alone.status).to.equal(2);
    expect(alone.stderr).to.contain('needs --tls-cert, with the test CA and its key beside it');
  });

  for (const [what, options, said] of [
    ['it has no client certificate', ['--ca', 'tls/ca.pem'], 'The endpoint asks for a client certificate'],
    ['it does not trust the endpoint', ['--ca', 'other/ca.pem', ...CLIENT.slice(2)], 'comes from an issuer that we do not know'],
    [
      'its client certificate is of the wrong CA',
      ['--ca', 'tls/ca.pem', '--cert', 'other/client.pem', '--cert-key', 'other/client-key.pem'],
      'the endpoint probably refuses our client certificate (C=NL',
    ],
  ] as const) {
    it(`blames no product when ${what}, and says so`, async () => {
      const out = what.replaceAll(' ', '-');
      expect((await run(out, ...options)).status).to.be.oneOf([2, 3]);
      const { resultaat, scenarios } = await json<Report>(out, 'rapport.json');
      expect(resultaat.tellingen.stappen).not.to.have.property('voldoet_niet');
      const first = scenarios.flatMap(({ stappen }) => stappen.flatMap(({ regels }) => regels)).find(({ oorzaak }) => oorzaak);
      expect(first?.melding.en).to.include(said);
      const words = ['preflight', SUITE, '--endpoint', url, '--accept-defaults'];
      const { status, stdout } = await callCli(folder, ...words, '--lang', 'en', ...options);
      expect(status).to.equal(2);
      expect(stdout).to.include('✘').and.to.include('→');
      expect(stdout).to.include(said);
    });
  }

  it('is found ready by preflight', async () => {
    const { stdout } = await callCli(folder, 'preflight', SUITE, '--endpoint', url, '--accept-defaults', ...CLIENT);
    expect(stdout)
      .to.match(/✔ --cert \(Ketentest client\) is valid until/)
      .and.to.match(/✔ TLS TLSv1\.[23]/);
    expect(stdout).not.to.include('✘');
  });

  it('is not tried with a key that does not fit', async () => {
    const wrong = ['--cert', 'tls/client.pem', '--cert-key', 'other/client-key.pem'];
    const { status, stderr } = await run('sleutel', ...wrong);
    expect(status).to.equal(2);
    expect(stderr).to.match(/^CONFIG_INVALID: .*other\/client-key\.pem is not the key of the certificate in tls\/client\.pem/);
    const preflight = await callCli(folder, 'preflight', SUITE, '--endpoint', url, '--accept-defaults', ...wrong);
    expect([preflight.status, preflight.stdout.includes('is not the key')]).to.deep.equal([2, true]);
  });

  it('is not begun to listen for without our own certificate', async () => {
    const { status, stderr } = await callCli(folder, 'simulate', SUITE, '--client-ca', 'tls/ca.pem');
    expect(status).to.equal(2);
    expect(stderr).to.include('--client-ca was given without --tls-cert');
  });
});
