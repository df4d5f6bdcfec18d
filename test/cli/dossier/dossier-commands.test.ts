import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { DOSSIER_COMMANDS } from '../../../src/cli/dossier/dossier-commands.js';
import { main } from '../../../src/cli/program.js';
import { canonicalJson } from '../../../src/report/canonical-json.js';
import { complaints } from '../../../src/report/fold/schema-complaints.js';
import { packageRoot } from '../../package-root.js';
import { unsealed } from '../../report/forged-packages/held-package.js';
import { RUN_FACTS, type Sample, sampleRun, WITH_FAULTS } from '../../report/samples.js';
import { type FakeShell, fakeShell } from '../fake-shell.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('ketentest dossier', function () {
  this.timeout(60_000);
  let cwd: string;
  let now = NOW;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-dossier-'));
    for (const name of ['run', 'gem', 'lev']) await call(['keys', 'create', '--out', name]);
    await packageAt('fout', WITH_FAULTS());
    await packageAt('goed', sampleRun({}, { product: RUN_FACTS.product }));
    writeFileSync(join(cwd, 'eisen.csv'), EISEN);
    mkdirSync(join(cwd, 'sleutels'));
    const key = (name: string, wie: string) => ({ naam: name, publicKey: read(`${name}/public.pem`), wie });
    writeFileSync(
      join(cwd, 'trust.json'),
      JSON.stringify({ sleutels: [key('run', 'onafhankelijk'), key('gem', 'gemeente'), key('lev', 'leverancier')] }),
    );
    await dossier('init', 'basis', '--client', 'Gemeente Verzonnendam', '--vendor', 'Voorbeeld Software B.V.', ...PRODUCT);
    await dossier('set', 'basis', 'plan.einddatumImplementatie=2027-01-31', 'plan.fataal=ja', 'betaling.eenmalig=120000');
    await dossier('add', 'basis', 'eisen.csv', 'fout', '--trust', 'trust.json');
    await dossier('round', 'basis', '--scope', 'alles', '--tester', 'functioneel beheer');
    await dossier('finding', 'basis', '--from', 'R1', '--attributable', 'leverancier', '--blocks', 'ja');
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
  const index = (name: string) => JSON.parse(read(`${name}/dossier.json`));

  async function call(words: readonly string[], more: Partial<FakeShell> = {}) {
    now += 1000;
    const shell = fakeShell({ cwd, clock: { now: () => now, sleep: async () => undefined }, env: { USER: 'jansen' }, ...more });
    const code = await main([...words, '--lang', 'en'], shell);
    return { code, ...shell.said };
  }
  const dossier = (...words: readonly string[]) => call(['dossier', ...words]);
  async function packageAt(folder: string, sample: Sample): Promise<void> {
    for (const [name, bytes] of await unsealed(sample)) {
      mkdirSync(dirname(join(cwd, folder, name)), { recursive: true });
      writeFileSync(join(cwd, folder, name), bytes);
    }
    mkdirSync(join(cwd, folder, 'prive'));
    writeFileSync(join(cwd, folder, 'prive', 'zout'), 'kanarie');
    const { code, talk } = await call(['seal', folder, '--key', 'run/private.pem']);
    expect(code, talk).to.equal(0);
  }
  /** A copy of the dossier that all tests begin with. */
  function copy(name: string): string {
    cpSync(join(cwd, 'basis'), join(cwd, name), { recursive: true });
    return name;
  }

  it('keeps a report whole and without its private part, and makes gebreken of its faults', () => {
    const { stand } = index('basis');
    const [kept] = stand.rapporten;
    expect(kept).to.include({ id: 'R1', totaal: 'met_fouten', suite: 'bieb-1.0/catalogus' });
    expect(kept.bijToevoegen).to.include({ oordeel: 'houdt', naam: 'run' });
    expect(existsSync(join(cwd, 'basis', kept.map, 'rapport.html'))).to.equal(true);
    expect(existsSync(join(cwd, 'basis', kept.map, 'prive'))).to.equal(false);
    expect(stand.gebreken).to.have.length.greaterThan(1);
    for (const each of stand.gebreken) expect(each).to.deep.include({ status: 'open', toerekenbaarAan: 'leverancier', ronde: 1 });
  });

  it('makes no gebrek twice of the same report', async () => {
    const name = copy('tweemaal');
    const before = index(name).wijzigingen.length;
    expect((await dossier('finding', name, '--from', 'R1')).out).to.include('no faults');
    expect(index(name).wijzigingen).to.have.length(before);
  });

  it('writes an index that follows its schema and is in RFC 8785 form', () => {
    const schema = JSON.parse(readFileSync(join(packageRoot, 'docs', 'dossier.schema.json'), 'utf8'));
    expect(complaints(index('basis'), schema)).to.deep.equal([]);
    expect(read('basis/dossier.json')).to.equal(canonicalJson(index('basis')));
    expect(index('basis').$schema).to.equal(schema.$id);
    expect(complaints({ ...index('basis'), extra: 1 }, schema)).to.deep.equal(['$ has extra, which is unknown']);
  });

  it('goes the whole way: mended, tested again, signed by both, accepted, sealed, verified', async () => {
    const name = copy('heel');
    const retest = await dossier('finding', name, '--retest', 'goed', '--trust', 'trust.json');
    expect(retest.out).to.include('re-test passed').and.to.include('still open: 0');
    writeFileSync(join(cwd, 'uitslagen.csv'), 'eis,verdict,uitleg\nE2,voldoet,gemeten\n');
    expect((await dossier('add', name, 'uitslagen.csv')).out).to.include('1 results, round 1');
    await dossier('remark', name, 'geen bijzonderheden', '--party', 'leverancier');
    const sign = (party: string, key: string, ...more: readonly string[]) =>
      dossier('seal', name, '--party', party, '--key', `${key}/private.pem`, '--trust', 'trust.json', ...more);
    expect((await sign('leverancier', 'lev', '--testverslag', '1')).out).to.include('Still to be signed by: client');
    expect((await sign('opdrachtgever', 'gem', '--testverslag', '1')).out).to.include('Both parties signed');
    const decided = await dossier('decide', name, 'geaccepteerd', '--trust', 'trust.json');
    expect(decided.out)
      .to.match(/^Decision: accepted/)
      .and.not.include('!!');
    expect((await sign('opdrachtgever', 'gem')).code).to.equal(0);
    const { code, out } = await dossier('verify', name, '--trust', 'trust.json');
    expect(code, out).to.equal(0);
    expect(out)
      .to.match(/^HOLDS/)
      .and.include('over the dossier as it is now');
    const status = JSON.parse((await dossier('status', name, '--trust', 'trust.json', '--format', 'json')).out);
    expect(status.betaling).to.include({ vrij: 'ja', bedragCenten: 3_600_000, periodiekVanaf: '2026-11-22' });
    expect((await dossier('render', name, '--trust', 'trust.json')).code).to.equal(0);
    expect(read(`${name}/dossier.html`))
      .to.include('digitaal ondertekend door jansen')
      .and.not.include('kanarie');
    // What nobody signed is told apart from what somebody did.
    await dossier('set', name, 'privacy.gegevens=fictief');
    expect((await dossier('verify', name)).out).to.match(/up to change \d+, after it 1 not signed/);
  });

  it('lays down a decision that the evidence contradicts, and says so loudly', async () => {
    const name = copy('tegen');
    const { code, out } = await dossier('decide', name, 'geaccepteerd');
    expect(code).to.equal(0);
    expect(out).to.include('!! ACCEPTED_WHILE_BLOCKING').and.include('GIBIT 2023 art. 9.5 (2016/2020: art. 7)');
    const { betaling } = JSON.parse((await dossier('status', name, '--format', 'json')).out);
    expect(betaling.vrij).to.equal('beoordelen');
  });

  it('tells a report that was tampered with, and takes away what it showed', async () => {
    const name = copy('gerommel');
    await dossier('add', name, 'goed', '--trust', 'trust.json');
    const stateOf = async () => JSON.parse((await dossier('status', name, '--format', 'json')).out);
    expect((await stateOf()).eisen[0]).to.include({ uitslag: 'voldoet' });
    const { map } = index(name).stand.rapporten[1];
    const file = join(cwd, name, map, 'rapport.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Boekenplank', 'Boekenkast'));
    const { eisen, meldingen } = await stateOf();
    expect(eisen[0]).to.deep.include({ uitslag: 'voldoet_niet', rapporten: ['R1'], vervallen: ['R2'] });
    expect(meldingen[0]).to.include({ code: 'REPORT_NOT_VERIFIED', ernst: 'strijdig' });
    const { code, out } = await dossier('verify', name);
    expect(code).to.equal(1);
    expect(out).to.include('✕ R2').and.include('FILE_DIFFERS');
    expect((await dossier('decide', name, 'geaccepteerd')).out).to.include('ACCEPTED_ON_BROKEN_REPORT');
    await dossier('render', name);
    expect(read(`${name}/dossier.html`)).to.include('toont niets aan');
  });

  it('notices another sealed package in the place of one that was added', async () => {
    const name = copy('vervangen');
    const { map } = index(name).stand.rapporten[0];
    rmSync(join(cwd, name, map), { recursive: true });
    cpSync(join(cwd, 'goed'), join(cwd, name, map), { recursive: true });
    expect((await dossier('verify', name)).out).to.include('another package stands there');
    rmSync(join(cwd, name, map), { recursive: true });
    expect((await dossier('verify', name)).out).to.include('its folder is gone');
  });

  it('takes no report that does not hold, and says how to mend that', async () => {
    cpSync(join(cwd, 'goed'), join(cwd, 'kapot'), { recursive: true });
    writeFileSync(join(cwd, 'kapot', 'junit.xml'), '<x/>');
    const before = index('basis').wijzigingen.length;
    const { code, talk } = await dossier('add', 'basis', 'kapot');
    expect(code).to.equal(2);
    expect(talk)
      .to.match(/^REPORT_INVALID/)
      .and.include('FILE_DIFFERS junit.xml');
    rmSync(join(cwd, 'kapot', 'rapport.sigstore.json'));
    expect((await dossier('add', 'basis', 'kapot')).talk).to.include('ketentest seal kapot');
    expect(index('basis').wijzigingen).to.have.length(before);
    expect(readdirSync(join(cwd, 'basis', 'rapporten'))).to.have.length(1);
  });

  it('names the change where somebody broke the chain, and adds nothing to it', async () => {
    const name = copy('gebroken');
    const spoiled = index(name);
    spoiled.wijzigingen[1].wie = 'iemand anders';
    writeFileSync(join(cwd, name, 'dossier.json'), canonicalJson(spoiled));
    const { code, out } = await dossier('verify', name);
    expect(code).to.equal(1);
    expect(out).to.include('CHAIN_BROKEN  change 3').and.include('CHANGE_FILE_DIFFERS  change 2');
    const { code: refused, talk } = await dossier('set', name, 'plan.rondes=2');
    expect([refused, talk.split(':')[0]]).to.deep.equal([2, 'DOSSIER_INVALID']);
    // The changes themselves are whole: the index is made again from them.
    rmSync(join(cwd, name, 'dossier.json'));
    expect((await dossier('set', name, 'plan.rondes=2')).code).to.equal(0);
    expect((await dossier('verify', name)).code).to.equal(0);
  });

  it('notices a state that was changed by hand, and changes that were cut off behind a signature', async () => {
    const name = copy('afgeknipt');
    await dossier('seal', name, '--party', 'opdrachtgever', '--key', 'gem/private.pem');
    const whole = index(name);
    writeFileSync(join(cwd, name, 'dossier.json'), canonicalJson({ ...whole, stand: { ...whole.stand, gebreken: [] } }));
    expect((await dossier('verify', name)).out).to.include('STATE_DIFFERS');
    rmSync(join(cwd, name, 'dossier.json'));
    const last = whole.wijzigingen.length;
    rmSync(join(cwd, name, 'wijzigingen', `${String(last).padStart(4, '0')}.json`));
    const { code, out } = await dossier('verify', name);
    expect(code).to.equal(1);
    expect(out).to.include('CHANGES_CUT_OFF');
  });

  it('notices a signature that is taken away after a later change', async () => {
    const name = copy('weg');
    await dossier('seal', name, '--party', 'leverancier', '--testverslag', '1', '--key', 'lev/private.pem');
    await dossier('set', name, 'plan.rondes=2');
    rmSync(join(cwd, name, 'handtekeningen', 'testverslag-1.leverancier.sigstore.json'));
    expect((await dossier('verify', name)).out).to.include('FILE_MISSING');
  });

  it('takes a signature that the other party made in a copy, and none that does not hold', async () => {
    const name = copy('hier');
    await dossier('seal', name, '--party', 'opdrachtgever', '--testverslag', '1', '--key', 'gem/private.pem');
    cpSync(join(cwd, name), join(cwd, 'daar'), { recursive: true });
    await dossier('seal', 'daar', '--party', 'leverancier', '--testverslag', '1', '--key', 'lev/private.pem');
    const file = 'daar/handtekeningen/testverslag-1.leverancier.sigstore.json';
    expect((await dossier('add', name, file, '--trust', 'trust.json')).code).to.equal(0);
    const { stand } = index(name);
    expect(stand.testverslagen).to.have.length(1);
    expect((await dossier('verify', name, '--trust', 'trust.json')).out).to.include(
      'leverancier, jansen'.replace('leverancier', 'supplier'),
    );
    writeFileSync(join(cwd, 'vals-testverslag-1.sigstore.json'), read(file).replace(/"sig":"..../, '"sig":"AAAA'));
    const { talk } = await dossier('add', name, 'vals-testverslag-1.sigstore.json');
    expect(talk)
      .to.match(/^DOSSIER_INVALID/)
      .and.include('SIGNATURE_INVALID');
  });

  it('counts no signature of one key for both parties, and none of a key that is another party’s', async () => {
    const name = copy('dezelfde');
    for (const party of ['leverancier', 'opdrachtgever'])
      await dossier('seal', name, '--party', party, '--testverslag', '1', '--key', 'gem/private.pem');
    const { code, out } = await dossier('verify', name, '--trust', 'trust.json');
    expect(code).to.equal(1);
    expect(out).to.include('KEY_TWICE').and.include('SIGNER_OTHER');
  });

  it('has changes of two who write at once, both', async () => {
    const name = copy('samen');
    const before = index(name).wijzigingen.length;
    // Somebody else takes the number between reading and writing: the file is there, the index is not yet.
    const other = copy('anders');
    await dossier('finding', other, 'van de ander');
    const file = `${String(before + 1).padStart(4, '0')}.json`;
    cpSync(join(cwd, other, 'wijzigingen', file), join(cwd, name, 'wijzigingen', file));
    await Promise.all(['een', 'twee', 'drie'].map((what) => dossier('finding', name, what)));
    const { stand, wijzigingen } = index(name);
    expect(wijzigingen).to.have.length(before + 4);
    expect(stand.gebreken.slice(-4).map(({ omschrijving }: { omschrijving: string }) => omschrijving)).to.have.members([
      'van de ander',
      'een',
      'twee',
      'drie',
    ]);
    expect((await dossier('verify', name)).code).to.equal(0);
  });

  it('loses nothing when it was killed between a change and the index, or while copying a report', async () => {
    const name = copy('gedood');
    const old = read(`${name}/dossier.json`);
    await dossier('finding', name, 'net voor de klap');
    writeFileSync(join(cwd, name, 'dossier.json'), old);
    writeFileSync(join(cwd, name, 'wijzigingen', '0099.json.123-abc'), 'half');
    mkdirSync(join(cwd, name, 'rapporten', '.half'), { recursive: true });
    expect((await dossier('verify', name)).code).to.equal(0);
    expect((await dossier('status', name)).out).to.include('net voor de klap');
    await dossier('set', name, 'plan.rondes=3');
    expect(index(name).stand.gebreken.at(-1).omschrijving).to.equal('net voor de klap');
  });

  it('changes nothing where it cannot write', async () => {
    const name = copy('dicht');
    const changes = join(cwd, name, 'wijzigingen');
    rmSync(changes, { recursive: true });
    writeFileSync(changes, 'geen map');
    const before = read(`${name}/dossier.json`);
    const { code, talk } = await dossier('set', name, 'plan.rondes=2');
    expect(code).to.equal(2);
    expect(talk).to.match(/^(OUTPUT_FAILED|DOSSIER_INVALID)/);
    expect(read(`${name}/dossier.json`)).to.equal(before);
  });

  it('begins no dossier where something is, and finds none where none is', async () => {
    expect((await dossier('init', 'basis')).talk).to.include('holds a dossier already');
    expect((await dossier('init', 'goed')).talk).to.include('holds something already');
    expect((await dossier('status', 'goed')).talk).to.include('"ketentest dossier init goed" begins one');
  });

  it('refuses what it does not know, with the nearest name', async () => {
    const cases: readonly (readonly [words: readonly string[], told: string])[] = [
      [['set', 'basis', 'plan.fatal=ja'], 'did you mean "plan.fataal"?'],
      [['set', 'basis', 'plan.einddatumImplementatie=31-01-2027'], 'a day such as 2027-01-31'],
      [['decide', 'basis', 'geaccepteert'], 'Did you mean "geaccepteerd"?'],
      [['decide', 'basis', 'voorwaardelijk_geaccepteerd'], 'goes with conditions'],
      [['finding', 'basis', 'G99', '--blocks', 'ja'], 'there is no gebrek G99'],
      [['finding', 'basis', '--from', 'R9'], 'there is no report R9'],
      [['finding', 'basis', 'x', '--requirement', 'E9'], 'there is no requirement "E9"'],
      [['seal', 'basis', '--key', 'gem/private.pem'], '--party opdrachtgever or leverancier'],
      [['add', 'basis', 'nergens'], 'there is no nergens'],
      [['remark', 'basis', 'x'], '--party opdrachtgever or leverancier'],
      [['reuse', 'basis', 'R1'], '--comparable ja|nee'],
      [['chain', 'basis', 'a-b'], 'Add the report of a chain test first'],
      [['bogus', 'basis'], "unknown command 'bogus'"],
    ];
    const before = read('basis/dossier.json');
    for (const [words, told] of cases) {
      const { code, talk } = await dossier(...words);
      expect([code, talk.includes(told) ? told : talk], words.join(' ')).to.deep.equal([2, told]);
    }
    expect(read('basis/dossier.json')).to.equal(before);
  });

  it('tells what it can in help, of the group and of each command', async () => {
    const { out } = await call(['dossier']);
    for (const { name } of DOSSIER_COMMANDS) expect(out).to.include(name.split(' ')[1]);
    expect((await dossier('finding', '--help')).out).to.include('--retest <REPORT>');
    expect((await call(['--help'])).out).to.include('dossier');
  });
});

const PRODUCT = ['--product', 'Boekenplank', '--product-version', '4.2.1', '--agreement', '2026-114'];
const EISEN =
  '\uFEFFid;eis;bron;standaard;rol;verplicht\nE1;Koppelt met de catalogus;PvE 4;bieb-1.0;catalogus;ja\nE2;"Zoekt; snel";PvE 5;;;ja\nE3;Donker;;;;nee\n';
