import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../../src/cli/program.js';
import { systemClock } from '../../../src/cli/shell.js';
import { fakeShell } from '../fake-shell.js';
import { playedTogether, trustIn, write } from './packages.js';

const SYSTEMS = `systems:
  balie: { product: Balie, version: '1.4' }
  bus: { product: Doorgever, version: '1.4' }
  magazijn: { product: Magazijn, version: '1.4' }
`;
const LANDSCAPE = `municipality: Voorbeeldstad
${SYSTEMS}links:
  balie-magazijn: { from: balie, to: magazijn, via: [bus], standard: zds-1.1 }
`;

const AT = Date.parse('2026-04-01T00:00:00Z');

describe('ketentest may-we-upgrade', () => {
  let cwd: string;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-upgrade-'));
    trustIn(cwd);
    writeFileSync(join(cwd, 'landscape.yaml'), LANDSCAPE);
    const well = await playedTogether();
    write(cwd, 'reports/goed', well);
    write(cwd, 'nieuw/goed', await playedTogether({ z: '2.0' }, { run: { nummer: 'N2' } }));
    write(cwd, 'fout/een', await playedTogether({}, { changed: 'k.1/1 b1-z' }));
    write(cwd, 'geknoeid/een', new Map(well).set('junit.xml', Buffer.from('<testsuites/>')));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function ask(...words: readonly string[]) {
    const shell = fakeShell({ cwd, clock: { ...systemClock, now: () => AT } });
    const code = await main(['may-we-upgrade', '--with', 'landscape.yaml', '--lang', 'en', ...words], shell);
    return { code, ...shell.said };
  }
  const trusting = ['--trust', 'trust.pem'] as const;
  async function asJson(...words: readonly string[]) {
    const { code, out } = await ask('--format', 'json', ...words);
    const { mag, koppelingen, teltNiet } = JSON.parse(out);
    return { code, mag, koppelingen, teltNiet };
  }

  it('says yes when what there is was proven together', async () => {
    const { code, out } = await ask(...trusting);
    expect([code, out.split('\n').slice(0, 2)]).to.deep.equal([0, ['Voorbeeldstad', 'Yes: each link is proven together.']]);
    expect(out).to.include('✓ balie-magazijn: proven together').and.to.include('reports/goed (');
  });

  it('opens a link again when a version changes, says with what it was proven, and what to test', async () => {
    const { code, out } = await ask(...trusting, '--product', 'Magazijn@2.0');
    expect(code).to.equal(3);
    expect(out).to.include('Magazijn 1.4 → 2.0').and.to.include('proven with Magazijn 1.4, not with 2.0');
    expect(out).to.include('run a chain test with Balie 1.4, Doorgever 1.4, Magazijn 2.0 together');
  });

  it('opens it again when the version of who passes on changes', async () => {
    const { code, koppelingen } = await asJson(...trusting, '--product', 'Doorgever@1.5');
    expect([code, koppelingen[0].stand, koppelingen[0].gronden[0].code]).to.deep.equal([
      3,
      'voorspeld',
      'BEWEZEN_OVER_ANDERE_WEG',
    ]);
  });

  it('says yes to the new version when that was proven, from several folders at once', async () => {
    const { code, mag } = await asJson(...trusting, '--product', 'Magazijn@2.0', '--reports', 'reports', '--reports', 'nieuw');
    expect([code, mag]).to.deep.equal([0, 'ja']);
    expect((await asJson(...trusting, '--product', 'Magazijn@2.0', 'reports', 'nieuw')).code).to.equal(0);
  });

  it('says no when it went wrong, and where', async () => {
    const { code, mag, koppelingen } = await asJson(...trusting, '--reports', 'fout');
    expect([code, mag]).to.deep.equal([1, 'nee']);
    expect(koppelingen[0].gronden[0].bewijs[0]).to.include({ naam: 'fout/een', stap: 'k.1/1', hop: 'b1-z' });
  });

  it('counts nothing of a package that somebody changed, and names it', async () => {
    const { code, koppelingen, teltNiet } = await asJson(...trusting, '--reports', 'geknoeid');
    expect([code, koppelingen[0].stand]).to.deep.equal([3, 'onbekend']);
    expect(teltNiet).to.have.length(1);
    expect(teltNiet[0].waarom[0]).to.include({ code: 'FILE_DIFFERS', bestand: 'junit.xml' });
    expect((await ask(...trusting, '--reports', 'geknoeid')).out).to.include('geknoeid/een: FILE_DIFFERS junit.xml');
  });

  it('says nothing is proven when nobody said whose seals count', async () => {
    const { code, out } = await ask();
    expect(code).to.equal(3);
    expect(out).to.include('Nobody said whose seals count (--trust)');
  });

  it('knows a standard by the name that reports give it', async () => {
    writeFileSync(join(cwd, 'benoemd.yaml'), LANDSCAPE.replace('zds-1.1', 'Zaak- en Documentservices 1.1'));
    expect((await ask(...trusting, '--with', 'benoemd.yaml')).code).to.equal(0);
  });

  it('shows all of it at once with ketentest interop', async () => {
    const matrix = async (folder: string) => {
      const shell = fakeShell({ cwd, clock: { ...systemClock, now: () => AT } });
      return { code: await main(['interop', folder, ...trusting, '--lang', 'en'], shell), ...shell.said };
    };
    const well = await matrix('reports');
    expect([well.code, well.out.includes('✓ Balie 1.4 → Magazijn 1.4: proven together')]).to.deep.equal([0, true]);
    const between = await matrix('fout');
    expect([between.code, between.out.includes('it went wrong with who passes on')]).to.deep.equal([3, true]);
    const changed = await matrix('geknoeid');
    expect([changed.code, changed.out.includes('geknoeid/een: FILE_DIFFERS')]).to.deep.equal([3, true]);
  });

  it('speaks Dutch', async () => {
    const shell = fakeShell({ cwd, clock: { ...systemClock, now: () => AT } });
    await main(['may-we-upgrade', '--with', 'landscape.yaml', '--lang', 'nl', '--product', 'Magazijn@2.0', ...trusting], shell);
    expect(shell.said.out).to.include('bewezen met Magazijn 1.4, niet met 2.0').and.to.include('Nog niet: test eerst');
  });

  const refused: readonly (readonly [string, string, readonly string[], RegExp])[] = [
    [
      'a product that is not there',
      LANDSCAPE,
      ['--product', 'Magazyn@2.0'],
      /"Magazyn" is not in landscape.yaml; did you mean "Magazijn"\?/,
    ],
    ['a product without a version', LANDSCAPE, ['--product', 'Magazijn'], /expected PRODUCT@VERSION, got "Magazijn"/],
    ['a folder without a report', LANDSCAPE, ['--reports', 'nergens'], /nergens: there is no report/],
    [
      'a system that is not there',
      LANDSCAPE.replace('to: magazijn', 'to: magazin'),
      [],
      /landscape.yaml:7:\d+: unknown name "magazin"; did you mean "magazijn"\?/,
    ],
    [
      'a name that nobody knows',
      LANDSCAPE.replace("version: '1.4' }", "versie: '1.4' }"),
      [],
      /landscape.yaml:3:\d+: unknown name "versie"; did you mean "version"\?/,
    ],
    ['a version that is a number', LANDSCAPE.replace("'1.4'", '1.10'), [], /landscape.yaml:3:\d+: version: expected a text/],
    ['a product that is missing', LANDSCAPE.replace('product: Balie, ', ''), [], /landscape.yaml:3:\d+: "product" is missing/],
    ['no links', SYSTEMS, [], /landscape.yaml:1:1: expected "systems" and "links"/],
    [
      'a standard that is not there',
      LANDSCAPE.replace('zds-1.1', 'zds-1.9'),
      [],
      /landscape.yaml:7:\d+: .*zds-1.9.*did you mean "zds-1/s,
    ],
    [
      'a role that is not there',
      LANDSCAPE.replace("'1.4' }", "'1.4', roles: [zaaksysteen] }"),
      [],
      /unknown name "zaaksysteen"; did you mean "zaaksysteem"\?/,
    ],
  ];
  for (const [what, text, words, complaint] of refused) {
    it(`refuses ${what}, and says where and what was meant`, async () => {
      writeFileSync(join(cwd, 'landscape.yaml'), text);
      const { code, talk } = await ask(...words);
      writeFileSync(join(cwd, 'landscape.yaml'), LANDSCAPE);
      expect(code).to.equal(2);
      expect(talk).to.match(complaint);
    });
  }
});
