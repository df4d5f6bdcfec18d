/** Several suites in one go: the command line as a process, our own driver as the products. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { suiteRuns } from '../../../src/cli/run/run-command.js';
import { readRuns } from '../../../src/cli/settings/settings.js';
import { mirrored } from '../../../src/suite/mirror.js';
import { callCli, startCli } from '../../support/cli-process.js';
import { openOwnSuite, runAgainst } from '../../support/reference-run.js';
import { fakeShell } from '../fake-shell.js';

const SUITES = ['zds-1.1/zaakservice-consumer', 'zds-1.1/documentservice-consumer'];

describe('several suites in one go', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-together-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const settingsFile = (text: string) => writeFileSync(join(folder, 'ketentest.yaml'), text);
  const runsOf = async (operands: readonly string[], options = {}) =>
    suiteRuns(await readRuns(fakeShell({ cwd: folder }), options), operands);
  /** Resolves with the addresses when that many were told. */
  const addresses = (child: ReturnType<typeof startCli>['child'], count: number) =>
    new Promise<readonly string[]>((resolve) => {
      let said = '';
      child.stderr?.on('data', (text: string) => {
        said += text;
        const told = [...new Set([...said.matchAll(/: (http\S+)\s/g)].map(([, url = '']) => url))];
        if (told.length === count) resolve(told);
      });
    });
  const play = async (address: string, token: string) => {
    const suite = SUITES.find((id) => address.endsWith(id)) ?? '';
    await runAgainst(mirrored(await openOwnSuite(suite)), { url: address, bases: [], token, timeoutMillis: 30_000 });
  };
  const reportAt = (...names: readonly string[]) =>
    JSON.parse(readFileSync(join(folder, ...names, 'rapport.json'), 'utf8')) as {
      readonly resultaat: { readonly totaal: string };
      readonly onverwacht?: readonly unknown[];
      readonly product: { readonly pakketnaam: string };
    };

  it('tells in a dry run where each of several runs would listen', async () => {
    settingsFile(`runs:\n  a: { suites: [${SUITES[0]}] }\n  b: { suites: [${SUITES[0]}] }\n`);
    const { status, stdout, stderr } = await callCli(folder, 'run', '--listen', '127.0.0.1:8080', '--dry-run');
    expect(status, stderr).to.equal(0);
    const told = new Set([...stdout.matchAll(/: (http\S+)\s/g)].map(([, url]) => url));
    expect([...told]).to.deep.equal([`http://127.0.0.1:8080/a/${SUITES[0]}`, `http://127.0.0.1:8080/b/${SUITES[0]}`]);
  });

  it('waits for all of them at one address, each below its own path, and leaves a report of each', async () => {
    const { child, ended } = startCli(folder, 'run', ...SUITES, '--wait', '30s', '--out', 'out');
    const told = await addresses(child, 2);
    expect(new Set(told.map((url) => new URL(url).origin))).to.have.property('size', 1);
    const wrong = await fetch(new URL('/zds-1.1/elsewhere', told[0]), { method: 'POST', body: '<a/>' });
    expect([wrong.status, await wrong.text()]).to.deep.equal([
      404,
      `Nobody waits at this path. Paths: ${SUITES.map((id) => `/${id}`)
        .sort()
        .join(', ')}\n`,
    ]);
    for (const url of told) {
      const description = await fetch(`${url}?wsdl`);
      expect([description.status, await description.text()].join(' '))
        .to.match(/^200 /)
        .and.include(`location="${url}/`);
    }
    await Promise.all(told.map((url, nth) => play(url, `t${nth}`)));
    const { status, stderr } = await ended;
    expect(stderr).to.not.include('Bericht waarop niemand wacht');
    expect(stderr).to.match(/^zds-1\.1\/documentservice-consumer: .*dsc\.voegZaakdocumentToe/m);
    expect(stderr).to.include('/zds-1.1/elsewhere: nobody waits at this path');
    expect(SUITES.map((id) => reportAt('out', ...id.split('/')).resultaat.totaal)).to.deep.equal(['foutloos', 'foutloos']);
    expect(
      SUITES.map((id) => reportAt('out', ...id.split('/')).onverwacht),
      'who reads the WSDL sends no message',
    ).to.deep.equal([undefined, undefined]);
    expect(status).to.equal(0);
  });

  it('tests several products at once, each by its own name', async () => {
    settingsFile(
      [
        'suites: [zds-1.1/zaakservice-consumer]',
        'wait: 30s',
        'runs:',
        '  een: { product: Product A }',
        "  twee: { product: Product B, only: ['zsc.genereerZaakIdentificatie'] }",
      ].join('\n'),
    );
    const { child, ended } = startCli(folder, 'run', '--out', 'out');
    const told = await addresses(child, 2);
    expect(told.map((url) => new URL(url).pathname)).to.have.members([
      '/een/zds-1.1/zaakservice-consumer',
      '/twee/zds-1.1/zaakservice-consumer',
    ]);
    await Promise.all(told.map((url, nth) => play(url, `t${nth}`)));
    expect((await ended).status).to.equal(0);
    expect(
      ['een', 'twee'].map((name) => reportAt('out', name, ...(SUITES[0] ?? '').split('/')).product.pakketnaam),
    ).to.deep.equal(['Product A', 'Product B']);
  });

  it('takes the runs of the file, those that were named, or other suites for each', async () => {
    settingsFile('suites: [a/b]\nproduct: P\nruns:\n  een: { product: Q, set: { x: 1 } }\n  twee: { suites: [c/d] }\n');
    const shown = (runs: Awaited<ReturnType<typeof runsOf>>) =>
      runs.map(({ path, settings }) => `${path} ${settings.product} ${settings.out ?? '-'}`);
    expect(shown(await runsOf([]))).to.deep.equal(['/een/a/b Q -', '/twee/c/d P -']);
    expect(shown(await runsOf(['twee'], { out: 'o' }))).to.deep.equal(['/twee/c/d P o']);
    expect(shown(await runsOf(['e/f/g'], { out: 'o' }))).to.deep.equal([
      `/een/e/f Q ${join('o', 'een', 'e', 'f')}`,
      `/twee/e/f P ${join('o', 'twee', 'e', 'f')}`,
    ]);
  });

  it('names a plan of the user’s own by its file, without folder and ending', async () => {
    const runs = await runsOf(['plannen/loket.yaml', '../elders/loket.yaml'], { out: 'o' });
    expect(runs.map(({ suite, path, settings }) => [suite, path, settings.out])).to.deep.equal([
      ['plannen/loket.yaml', '/loket', join('o', 'loket')],
      ['../elders/loket.yaml', '/loket-2', join('o', 'loket-2')],
    ]);
  });

  it('runs what was named twice twice, each at its own path', async () => {
    const runs = await runsOf(['a/b', 'a/b/x.*'], { out: 'o' });
    expect(runs.map(({ path, settings }) => [path, settings.out])).to.deep.equal([
      ['/a/b', join('o', 'a', 'b')],
      ['/a/b-2', join('o', 'a', 'b-2')],
    ]);
  });

  it('refuses what is wrong with any of them before anything is waited for', async () => {
    const unknown = await callCli(folder, 'run', SUITES[0] ?? '', 'zds-1.1/zaakservice-consumr');
    expect(unknown.status).to.equal(2);
    expect(unknown.stderr).to.include('SUITE_UNKNOWN');
    settingsFile('runs:\n  een: { listen: "127.0.0.1:1" }\n');
    const common = await callCli(folder, 'run');
    expect(common.stderr).to.include('ketentest.yaml:2:').and.include('listen');
    settingsFile('runs:\n  een/twee: { product: x }\n');
    expect((await callCli(folder, 'run')).stderr).to.include('ketentest.yaml:2:');
  });
});
