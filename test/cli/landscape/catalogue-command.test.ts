import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../../src/cli/program.js';
import { systemClock } from '../../../src/cli/shell.js';
import { sealed } from '../../report/forged-packages/held-package.js';
import { sampleRun } from '../../report/samples.js';
import { fakeShell } from '../fake-shell.js';
import { playedTogether, STANDAARD, trustIn, write } from './packages.js';

const URL = 'https://voorbeeld.test/?rapport=1';
const EXPORT = {
  organisaties: [
    { id: 'o', naam: 'Voorbeeld Software B.V.' },
    { id: 'g', naam: 'Voorbeeldstad' },
  ],
  modules: [
    { id: 'b', naam: 'Boekenplank', aanbieder: 'o' },
    { id: 'a', naam: 'Balie' },
    { id: 'd', naam: 'Doorgever' },
    { id: 'z', naam: 'Magazijn' },
  ],
  moduleVersies: [
    { id: 'vb', module: 'b', versie: '4.2.1', datumInGebruik: '2026-01-01' },
    ...['a', 'd', 'z'].map((module) => ({ id: `v${module}`, module, versie: '1.4', datumInGebruik: '2026-01-01' })),
  ],
  compliancy: [{ id: 'c', module: 'b', standaardversie: 'e1', url: URL }],
  koppelingen: [
    {
      id: 'k',
      naam: 'balie-magazijn',
      moduleA: 'a',
      moduleB: 'z',
      gerealiseerdMetIntermediairModule: 'd',
      standaardversies: ['e2'],
    },
  ],
  gebruiken: ['a', 'd', 'z'].map((module) => ({ afnemer: 'g', module, moduleVersie: `v${module}`, koppelingen: ['k'] })),
  elementen: [
    { identifier: 'e1', name: 'Zaak- en Documentservices 1.1' },
    { identifier: 'e2', name: 'x', properties: { 'Object ID': '0176e8b4-8c54-49d7-961f-1ccca0c00d4d' } },
  ],
};

describe('ketentest catalogue check', () => {
  let cwd: string;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-catalogue-'));
    trustIn(cwd);
    writeFileSync(join(cwd, 'export.json'), JSON.stringify(EXPORT));
    const own = await sealed(sampleRun({}, { standaard: STANDAARD }));
    write(cwd, 'reports/plank', own);
    write(cwd, 'reports/keten', await playedTogether());
    write(cwd, 'geknoeid/plank', new Map(own).set('junit.xml', Buffer.from('<testsuites/>')));
    write(cwd, 'geknoeid/keten', await playedTogether());
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function check(folder: string, ...more: readonly string[]) {
    const shell = fakeShell({ cwd, clock: { ...systemClock, now: () => Date.parse('2026-04-01T00:00:00Z') } });
    const words = ['catalogue', 'check', 'export.json', folder, '--trust', 'trust.pem', '--lang', 'en', ...more];
    return { code: await main(words, shell), ...shell.said };
  }
  const copied = ['--copy', `${URL}=reports/plank/rapport.json`] as const;

  it('finds what holds: tick, link by its hash, and koppeling, by name and by Object ID', async () => {
    const { code, out } = await check('reports', ...copied);
    expect(out)
      .to.include('✓ balie-magazijn: proven together')
      .and.to.include('VINKJE_NIET_OFFICIEEL')
      .and.not.to.include('Does not hold');
    expect(code).to.equal(0);
  });

  it('does not look at an address by itself, and says that nobody did', async () => {
    const { code, out } = await check('reports');
    expect([code, out.includes('LINK_NIET_GECONTROLEERD')]).to.deep.equal([3, true]);
  });

  it('names a package that was changed, and the tick that lost its proof', async () => {
    const { code, out } = await check('geknoeid', '--format', 'json');
    const { bevindingen, teltNiet } = JSON.parse(out);
    expect(code).to.equal(1);
    expect(bevindingen[0].code).to.equal('VINKJE_ZONDER_BEWIJS');
    expect(teltNiet.map(({ naam }: { naam: string }) => naam)).to.deep.equal([join('geknoeid', 'plank')]);
  });

  it('takes a copy that is not there for an address where nothing is, and gives rows for a spreadsheet', async () => {
    const { code, out } = await check('reports', '--copy', `${URL}=weg.json`, '--format', 'csv');
    expect(code).to.equal(1);
    expect(out)
      .to.match(/^soort,code,/)
      .and.to.include('bevinding,LINK_DOOD,fout');
  });

  it('knows nothing of what was run after the date that is asked for', async () => {
    const { code, out } = await check('reports', ...copied, '--at', '2026-01-02');
    expect([code, out.includes('VINKJE_ZONDER_BEWIJS')]).to.deep.equal([1, true]);
    expect(out).to.include('? balie-magazijn: unknown').and.to.include('NA_PEILDATUM');
  });

  it('refuses what it does not know, and says what was meant', async () => {
    const shell = fakeShell({ cwd });
    expect(await main(['catalogue', 'chek', 'export.json', '--lang', 'en'], shell)).to.equal(2);
    expect(shell.said.talk).to.include('did you mean "check"?');
    const { code, talk } = await check('reports', '--copy', 'x');
    expect([code, talk.includes('expected ADDRESS=FILE')]).to.deep.equal([2, true]);
  });
});
