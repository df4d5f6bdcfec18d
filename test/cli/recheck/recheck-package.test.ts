/** What was recorded gives the same verdicts again; what was touched gives others, there and nowhere else. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { recheckPackage } from '../../../src/cli/recheck/recheck-package.js';
import type { Rechecked } from '../../../src/cli/recheck/rechecked.js';
import { openWorkshop, type Workshop } from '../../../src/cli/recheck/workshop.js';
import { consumerDemoCommand } from '../../../src/cli/run/consumer-demo-command.js';
import { processShell } from '../../../src/cli/shell.js';
import { type Report, run, simulate } from '../../../src/index.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import { packageRoot } from '../../package-root.js';
import { fakeShell } from '../fake-shell.js';

describe('recheck', function () {
  this.timeout(120_000);
  let cwd: string;
  let workshop: Workshop;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-recheck-'));
    workshop = openWorkshop({ cwd, env: {} }, undefined);
    await using simulator = await simulate('zds-1.1/zaaksysteem', {}, { cwd, env: {} });
    const options = { endpoint: simulator.url, acceptDefaults: true, poll: '1s' };
    for await (const _ of run('zds-1.1/zaaksysteem', { ...options, out: 'whole' }, { cwd, env: {} }));
    const stop = new AbortController();
    for await (const event of run('zds-1.1/zaaksysteem', { ...options, out: 'stopped' }, { cwd, env: {}, signal: stop.signal }))
      if (event.type === 'step-judged' && event.scenario.startsWith('zs.4')) stop.abort();
    const clock = processShell().clock;
    const shell = fakeShell({ cwd, clock });
    await consumerDemoCommand({ shell, operands: ['zds-1.1/zaakservice-consumer'], options: { lang: 'en' } });
  });
  after(async () => {
    await workshop[Symbol.asyncDispose]();
    rmSync(cwd, { recursive: true, force: true });
  });

  const recheck = (name: string, against?: string): Promise<Rechecked> =>
    recheckPackage(workshop, cwd, name, against === undefined ? {} : { against });
  let copies = 0;
  /** A copy of the whole run in which something was changed. */
  function touched(change: (file: (name: string) => string) => void): string {
    const name = `copy-${++copies}`;
    cpSync(join(cwd, 'whole'), join(cwd, name), { recursive: true });
    change((file) => join(cwd, name, ...file.split('/')));
    return name;
  }
  const edit = (path: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(path, 'utf8');
    expect(text.search(from), path).to.be.greaterThan(-1);
    writeFileSync(path, text.replace(from, to));
  };
  const reportOf = (name: string) => JSON.parse(readFileSync(join(cwd, name, 'rapport.json'), 'utf8')) as Report;
  const evidenceOf = (step: string): string => {
    const [scenario, nr] = step.split('/');
    const found = reportOf('whole')
      .scenarios.find(({ id }) => id === scenario)
      ?.stappen.find((each) => String(each.nr) === nr);
    return found?.bewijs.at(-1) ?? '';
  };
  /** Steps with another verdict, or with a rule that has one. */
  const stepsOf = ({ verschillen }: Rechecked) =>
    [...new Set(verschillen.map(({ waar }) => waar.split(' ')[0] ?? '').filter((path) => path.includes('/')))].sort();
  const refused = (name: string) => recheck(name).catch((error: unknown) => error);

  it('comes out byte for byte from the originals, and with the same verdicts from the public copies', async () => {
    expect(reportOf('whole').resultaat.totaal).to.equal('foutloos');
    expect(await recheck('whole')).to.include({ klopt: true, byteGelijk: true, bron: 'prive', uitwisselingen: 26 });
    const open = touched((file) => rmSync(file('prive'), { recursive: true }));
    expect(await recheck(open)).to.deep.include({ klopt: true, bron: 'openbaar', verschillen: [] });
  });

  it('comes out byte for byte for a set in which the product sends', async () => {
    const [name = ''] = readdirSync(join(cwd, 'reports'));
    expect(await recheck(join('reports', name))).to.include({ klopt: true, byteGelijk: true });
  });

  it('computes what was done of a run that was stopped, and says that it was', async () => {
    const stopped = await recheck('stopped');
    expect(stopped.verschillen).to.deep.equal([]);
    expect(stopped.opmerkingen).to.deep.include({ soort: 'afgebroken' });
  });

  it('changes exactly the verdict that one recorded byte decides', async () => {
    const step = 'zs.12.geefZaakstatus/2';
    const body = `prive/berichten/${evidenceOf(step)}-antwoord.body`;
    const name = touched((file) => edit(file(body), /(crossRefnummer>KT-)./, '$1z'));
    const found = await recheck(name);
    expect(found.klopt).to.equal(false);
    expect(stepsOf(found)).to.deep.equal([step]);
    expect(found.totaal).to.deep.equal({ vastgelegd: 'foutloos', herberekend: 'met_fouten' });
    expect(found.verschillen.filter(({ waar }) => waar.startsWith(`${step} STUF`)).map(({ waar }) => waar)).to.deep.equal([
      `${step} STUF-0301-RT-02`,
    ]);
    expect(found.opmerkingen).to.deep.include({ soort: 'andere-bytes', berichten: [`${evidenceOf(step)}/antwoord`] });
  });

  it('keeps every verdict when the byte decides nothing, and says that it is another', async () => {
    const id = evidenceOf('zs.12.geefZaakstatus/2');
    const name = touched((file) => edit(file(`prive/berichten/${id}-antwoord.body`), /$/, '\n'));
    const found = await recheck(name);
    expect(found).to.deep.include({ klopt: true, verschillen: [] });
    expect(found.opmerkingen).to.deep.equal([{ soort: 'andere-bytes', berichten: [`${id}/antwoord`] }]);
  });

  it('sees a verdict, a total, a count or a time of the report that was edited', async () => {
    const edits: readonly (readonly [from: RegExp, to: string, waar: RegExp])[] = [
      [/"totaal":"foutloos"/, '"totaal":"met_fouten"', /^resultaat\.totaal$/],
      [/"stappen":\{"voldoet":36\}/, '"stappen":{"voldoet":37}', /^resultaat\.tellingen$/],
      [/"verdict":"voldoet"/, '"verdict":"voldoet_niet"', /^zs\./],
      [/"kenmerk":"[0-9a-f]/, '"kenmerk":"z', /./],
      [
        /"achtergelaten":\[/,
        '"achtergelaten":[{"soort":"ZAK","identificatie":"1","stap":"zs.2.creeerZaak/1"},',
        /^achtergelaten$/,
      ],
    ];
    for (const [from, to, waar] of edits) {
      const name = touched((file) => edit(file('rapport.json'), from, to));
      const found = await recheck(name);
      expect(found.klopt, String(from)).to.equal(false);
      expect(
        found.verschillen.map((each) => each.waar).some((each) => waar.test(each)),
        String(from),
      ).to.equal(true);
    }
  });

  it('sees that the test set is not the one that the report names', async () => {
    const rules = 'testset/suites/_basis/stuf-0301/rules';
    const name = touched((file) => {
      const [first = ''] = readdirSync(file(rules));
      edit(file(`${rules}/${first}`), /$/, '\n# another text\n');
    });
    expect((await recheck(name)).verschillen.map(({ waar }) => waar)).to.deep.equal(['testset', 'testset/plan.json']);
  });

  it('judges by another version of the test set, and tells which verdicts change', async () => {
    expect(await recheck('whole', 'zds-1.1')).to.deep.include({ klopt: true, verschillen: [] });
    const suites = join(cwd, 'suites');
    cpSync(join(packageRoot, 'suites'), suites, { recursive: true });
    const scenario = join(suites, 'zds-1.1', 'roles', 'zaaksysteem', 'zs.12.geefZaakstatus.yaml');
    edit(
      scenario,
      /expect:\n(\s+)- /,
      "expect:\n$1- { kind: waarde, path: 'ZKN:stuurgegevens/StUF:referentienummer', equals: nooit }\n$1- ",
    );
    const newer: Workshop = { ...workshop, installed: (id) => workshop.own(suites, id) };
    const found = await recheckPackage(newer, cwd, 'whole', { against: 'zds-1.1' });
    expect(found.verschillen.map(({ waar, vastgelegd }) => [waar, vastgelegd])).to.deep.equal([
      ['zs.12.geefZaakstatus/2', 'voldoet'],
    ]);
    expect(found.verschillen[0]?.herberekend).to.include('voldoet_niet').and.include('WAARDE');
  });

  it('refuses what is no whole package, and a test set that has nothing to do with it', async () => {
    expect(await refused('nowhere'))
      .to.be.instanceOf(HarnessError)
      .with.property('code', 'REPORT_INVALID');
    for (const missing of ['testset/plan.json', 'testset/uitvoering.json', 'bewijs/manifest.json']) {
      const error = await refused(touched((file) => rmSync(file(missing))));
      expect(error, missing).to.be.instanceOf(HarnessError).with.property('code', 'REPORT_INVALID');
      expect(String(error)).to.include(missing);
    }
    const outside = touched((file) => {
      rmSync(file('prive'), { recursive: true });
      edit(file('bewijs/manifest.json'), /"bestand":"bewijs\/[^"]+"/, '"bestand":"bewijs/../../whole/rapport.json"');
    });
    expect(await refused(outside))
      .to.be.instanceOf(HarnessError)
      .with.property('code', 'REPORT_INVALID');
    const stranger = await recheck('whole', 'zds-1.2').catch((error: unknown) => error);
    expect(stranger).to.be.instanceOf(HarnessError).with.property('code', 'USAGE');
  });
});
