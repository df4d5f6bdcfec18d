import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { saidIn } from '../../../src/cli/landscape/said-in-package.js';
import { openPackageFolder } from '../../../src/cli/package-folder.js';
import { main } from '../../../src/cli/program.js';
import { systemClock } from '../../../src/cli/shell.js';
import { openStandard } from '../../../src/cli/suite-loading.js';
import type { Gesprek } from '../../../src/dossier/interop/usage.js';
import { startReference } from '../../support/reference-server.js';
import { fakeShell } from '../fake-shell.js';

describe('what was said in a package', function () {
  this.timeout(60_000);
  let cwd: string;
  let said: readonly Gesprek[];
  const open = () => saidIn(openPackageFolder(cwd, 'een'), cwd, 'een');
  const read = async () => (await open()) ?? [];
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-said-'));
    const { standard } = await openStandard('zds-1.1/zaaksysteem');
    await using server = await startReference(standard);
    const words = [
      'run',
      'zds-1.1/zaaksysteem',
      '--only',
      'zs.1.*',
      '--only',
      'zs.2.*',
      '--endpoint',
      server.url,
      '--accept-defaults',
    ];
    await main(
      [...words, '--out', 'een', '--product', 'Magazijn', '--product-version', '2.0'],
      fakeShell({ cwd, clock: systemClock }),
    );
    said = await read();
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  it('is each exchange of a step, and no read-back, with service, step and verdict', () => {
    const manifest = JSON.parse(readFileSync(join(cwd, 'een', 'bewijs', 'manifest.json'), 'utf8'));
    const steps = manifest.uitwisselingen.filter(
      ({ soort, dienst }: Record<string, string>) => soort === 'step' && dienst === 'creeerZaak',
    );
    const create = said.filter(({ dienst }) => dienst === 'creeerZaak');
    expect(create.map(({ id }) => id))
      .to.deep.equal(steps.map(({ id }: Record<string, string>) => id))
      .and.not.to.deep.equal([]);
    expect(create[0]).to.deep.include({ kant: 'antwoordt', stap: 'zs.2.creeerZaak/1', verdict: 'voldoet' });
    expect(manifest.uitwisselingen.length).to.be.above(said.length);
  });

  it('names elements and attributes, of masked messages too, and no value of any', () => {
    const paths = said.find(({ dienst }) => dienst === 'creeerZaak')?.vraag ?? [];
    expect(paths).to.include.members(['object/identificatie', 'object/@entiteittype', 'stuurgegevens/zender/gebruiker']);
    expect(paths.every((path) => /^[\w.@/-]+$/.test(path))).to.equal(true);
  });

  it('knows a good answer from a fault, and from none', async () => {
    const create = said.findIndex(({ dienst }) => dienst === 'creeerZaak');
    expect(said[create]?.antwoord).to.deep.include({ soort: 'bevestigd', berichttype: 'Bv03Bericht' });
    const file = join(cwd, 'een', 'bewijs', `${said[create]?.id}-antwoord.xml`);
    const good = readFileSync(file);
    const fault = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>nee</faultstring></s:Fault></s:Body></s:Envelope>`;
    writeFileSync(file, fault);
    expect((await read())[create]?.antwoord).to.deep.include({ soort: 'fout', foutcode: 's:Client' });
    writeFileSync(file, 'geen xml');
    expect((await read())[create]?.antwoord).to.deep.equal({ soort: 'geen' });
    writeFileSync(file, good);
  });

  it('tells the first fault of the product with its step, and nothing that was ours', async () => {
    const file = join(cwd, 'een', 'rapport.json');
    const whole = readFileSync(file, 'utf8');
    const report = JSON.parse(whole);
    const scenario = report.scenarios.find(({ id }: { id: string }) => id === 'zs.2.creeerZaak');
    const step = scenario.stappen[1];
    const rule = { ...step.regels[0], id: 'PROEF', verdict: 'voldoet_niet', ernst: 'fout', oorzaak: 'product' };
    const write = (oorzaak: string) => {
      Object.assign(step, { verdict: 'voldoet_niet', oorzaak, regels: [{ ...rule, oorzaak }] });
      writeFileSync(file, JSON.stringify(report));
    };
    write('product');
    const [faulty] = (await read()).filter(({ dienst }) => dienst === 'creeerZaak');
    expect(faulty).to.deep.include({ verdict: 'voldoet_niet', stap: 'zs.2.creeerZaak/2' });
    expect(faulty?.fout?.regel).to.equal('PROEF');
    write('harnas');
    const [ours] = (await read()).filter(({ dienst }) => dienst === 'creeerZaak');
    expect([ours?.verdict, ours?.fout]).to.deep.equal(['niet_beslist', undefined]);
    writeFileSync(file, whole);
  });

  it('is not known when the test set that it was made with cannot be read', async () => {
    const file = join(cwd, 'een', 'testset', 'plan.json');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.replaceAll('"zds-1.1"', '"xyz-9.9"'));
    expect(await open()).to.equal(undefined);
    writeFileSync(file, whole);
  });
});
