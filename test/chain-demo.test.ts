import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Report } from '../src/model/report.js';
import { callCli } from './support/cli-process.js';

describe('a chain of three processes', function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-keten-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('comes to a report without faults, which says that everybody was ours, and is computed again byte for byte', async () => {
    const { status, stdout } = await callCli(folder, 'chain-demo', '--out', 'rapport');
    expect(status, stdout).to.equal(0);
    const report = JSON.parse(readFileSync(join(folder, 'rapport', 'rapport.json'), 'utf8')) as Report;
    expect(report.resultaat.totaal).to.equal('foutloos');
    expect(report.product.eigenReferentie).to.equal(true);
    expect(report.keten?.partijen.map(({ id, echt }) => `${id} ${echt}`)).to.deep.equal([
      'vakapp false',
      'bus true',
      'zaaksysteem true',
    ]);
    expect(readFileSync(join(folder, 'rapport', 'rapport.html'), 'utf8')).to.include('id="keten"');
    const came = report.keten?.matrix?.flatMap(({ berichten }) =>
      berichten.map(({ overkomst, omgezet }) => ({ overkomst, omgezet })),
    );
    expect(came, 'a servicebus writes references anew').to.have.length(26);
    expect(new Set(came?.map((each) => JSON.stringify(each)))).to.deep.equal(
      new Set(['{"overkomst":"omgezet","omgezet":["referentienummer"]}', '{"overkomst":"omgezet","omgezet":["crossRefnummer"]}']),
    );
    const again = await callCli(folder, 'recheck', 'rapport');
    expect(again.status, again.stdout).to.equal(0);
    expect(again.stdout).to.include('byte');
    const text = readFileSync(join(folder, 'rapport', 'rapport.json'), 'utf8');
    cpSync(join(folder, 'rapport'), join(folder, 'veranderd'), { recursive: true });
    writeFileSync(join(folder, 'veranderd', 'rapport.json'), text.replace('"overkomst":"omgezet"', '"overkomst":"gelijk"'));
    const changed = await callCli(folder, 'recheck', 'veranderd');
    expect(changed.status, 'the matrix was edited').to.equal(1);
    expect(changed.stdout).to.include('keten');
    const csv = await callCli(folder, 'report', 'rapport', '--format', 'csv');
    expect(csv.status).to.equal(0);
    expect(csv.stdout.split('\r\n').filter((line) => line.startsWith('vakapp-zaaksysteem,'))).to.have.length(
      report.scenarios.length,
    );
  });

  it('shows some messages of a sealed package of a chain, and that holds', async () => {
    expect((await callCli(folder, 'keys', 'create', '--out', 'sleutels')).status).to.equal(0);
    const sealed = await callCli(folder, 'seal', 'rapport', '--key', 'sleutels/private.pem');
    expect(sealed.status, sealed.stderr).to.equal(0);
    const part = await callCli(folder, 'disclose', 'rapport', '--only', 'vz.2.*/1', '--out', 'deel');
    expect(part.status, part.stderr).to.equal(0);
    const verified = await callCli(folder, 'verify', 'deel', '--trust', 'sleutels/public.pem');
    expect(verified.status, verified.stdout).to.equal(0);
  });

  it('goes over TLS on every hop, also for those that we play', async () => {
    expect((await callCli(folder, 'certs', 'create', '--out', 'tls')).status).to.equal(0);
    const tls = ['--tls-cert', 'tls/server.pem', '--tls-key', 'tls/server-key.pem', '--ca', 'tls/ca.pem'];
    const run = ['run', 'zds-1.1/chains/vakapplicatie-zds/vz.1.*', '--out', 'over-tls', '--poll', '2s'];
    const { stderr } = await callCli(folder, ...run, ...tls);
    expect(stderr).to.match(/https:\/\/127\.0\.0\.1:\d+\/vakapp-bus/);
    const report = JSON.parse(readFileSync(join(folder, 'over-tls', 'rapport.json'), 'utf8')) as Report;
    expect(report.scenarios[0]?.verdict, JSON.stringify(report.keten?.eersteAfwijking)).to.equal('voldoet');
  });

  it('plays alone only who passes on, and only when it is told where to', async () => {
    const answering = await callCli(
      folder,
      'simulate',
      'zds-1.1/chains/vakapplicatie-zds/zaaksysteem',
      '--to',
      'http://127.0.0.1:9/',
    );
    expect(answering.status).to.equal(2);
    expect(answering.stderr).to.include('"zaaksysteem" is no actor that passes on').and.include('Actors that pass on: bus');
    const lost = await callCli(folder, 'simulate', 'zds-1.1/chains/vakapplicatie-zds/bus');
    expect(lost.status).to.equal(2);
    expect(lost.stderr).to.include('--to URL');
    const whole = await callCli(folder, 'simulate', 'zds-1.1/chains/vakapplicatie-zds');
    expect(whole.status).to.equal(2);
    expect(whole.stderr).to.include('<standard>/chains/<chain>/<actor>');
  });
});
