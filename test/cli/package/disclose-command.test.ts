import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { maskingRecordOf } from '../../../src/cli/privacy/privacy-key.js';
import { main } from '../../../src/cli/program.js';
import { systemClock } from '../../../src/cli/shell.js';
import { openOwnSuite } from '../../support/reference-run.js';
import { startReference } from '../../support/reference-server.js';
import { fakeShell } from '../fake-shell.js';

describe('ketentest disclose', function () {
  this.timeout(60_000);
  let cwd: string;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-disclose-'));
    await call('keys', 'create', '--out', 'keys');
    const { standard } = await openOwnSuite('zds-1.1/zaaksysteem');
    await using reference = await startReference(standard);
    for (const [out, more] of [
      ['run', ['--key', join('keys', 'private.pem')]],
      ['unsealed', []],
    ] as const) {
      await call(...['run', 'zds-1.1/zaaksysteem', '--endpoint', reference.url, '--only', 'zs.1.*', '--out', out, ...more]);
    }
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function call(...words: readonly string[]) {
    const shell = fakeShell({ cwd, clock: systemClock });
    const code = await main([...words, '--lang', 'en'], shell);
    return { code, ...shell.said };
  }
  const verify = (folder: string) => call('verify', folder, '--trust', join('keys', 'public.pem'));
  const filesIn = (folder: string) =>
    readdirSync(join(cwd, folder), { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const messagesIn = (folder: string) =>
    filesIn(folder)
      .filter((name) => /^bewijs\/\d/.test(name))
      .sort();

  it('shows an exchange and nothing of the others, and holds', async () => {
    const { code, out } = await call('disclose', 'run', '--only', '0001', '--out', 'a');
    expect(code, out).to.equal(0);
    expect(messagesIn('a')).to.deep.equal(['bewijs/0001-antwoord.xml', 'bewijs/0001-vraag.xml']);
    expect(filesIn('a')).not.to.include('rapport.html').and.not.to.include('bewijs/manifest.json');
    expect(existsSync(join(cwd, 'a', 'prive'))).to.equal(false);
    const held = await verify('a');
    expect([held.code, held.out]).to.deep.equal([0, held.out]);
    expect(held.out)
      .to.match(/^HOLDS/)
      .and.match(/disclosed 2 of \d+/)
      .and.include('A1');
  });

  it('gives away no salt but that of the leaf: not even of a message that is shown masked', async () => {
    const record = maskingRecordOf(join(cwd, 'run'));
    await call('disclose', 'run', '--only', '0001/vraag', '--out', 'b');
    const text = filesIn('b')
      .filter((name) => statSync(join(cwd, 'b', name)).isFile())
      .map((name) => readFileSync(join(cwd, 'b', name), 'latin1'))
      .join('\n');
    const salts = [...Object.values(record?.salts ?? {}), Buffer.from(record?.key ?? []).toString('hex')];
    expect(salts.length).to.be.above(3);
    expect(salts.filter((salt) => text.includes(salt))).to.deep.equal([]);
    expect(
      JSON.parse(readFileSync(join(cwd, 'b', 'bewijs', 'onthulling.json'), 'utf8')).berichten.filter(
        ({ zout }: { zout?: string }) => zout,
      ),
    ).to.have.length(1);
  });

  it('shows a step, and with --original the messages as they went', async () => {
    const report = JSON.parse(readFileSync(join(cwd, 'run', 'rapport.json'), 'utf8'));
    const scenario = report.scenarios.find(({ stappen }: { stappen: { bewijs: string[] }[] }) =>
      stappen.some(({ bewijs }) => bewijs.length > 0),
    ).id;
    const { code, talk } = await call('disclose', 'run', '--only', `${scenario}/1`, '--original', '--out', 'c');
    expect([code, talk.includes('without masking')], talk).to.deep.equal([0, true]);
    const originals = messagesIn('c').filter((name) => name.endsWith('.origineel'));
    expect(originals).to.include('bewijs/0001-vraag.origineel');
    expect(
      readFileSync(join(cwd, 'c', 'bewijs', '0001-vraag.origineel')).equals(
        readFileSync(join(cwd, 'run', 'prive', 'berichten', '0001-vraag.body')),
      ),
    ).to.equal(true);
    expect((await verify('c')).out)
      .to.match(/^HOLDS/)
      .and.include(`${originals.length} also as they went`);
    writeFileSync(join(cwd, 'c', 'bewijs', '0001-vraag.origineel'), 'iets anders');
    const forged = await verify('c');
    expect([forged.code, forged.out.includes('ORIGINAL_DIFFERS')]).to.deep.equal([1, true]);
  });

  it('is not computed again from: that takes every message, and is said', async () => {
    const { code, talk } = await call('recheck', 'a');
    expect([code, talk.includes('shows some of its messages only')], talk).to.deep.equal([2, true]);
  });

  it('leaves the report that it was made from as it was', async () => {
    expect((await verify('run')).code).to.equal(0);
  });

  for (const [what, words, said] of [
    ['no --only', ['run', '--out', 'x'], /needs --only/],
    ['no --out', ['run', '--only', '0001'], /needs --out/],
    ['a name that is near', ['run', '--only', '0001/vraagt', '--out', 'x'], /PATTERN_UNMATCHED[\s\S]*did you mean "0001\/vraag"/],
    ['a report without a seal', ['unsealed', '--only', '0001', '--out', 'x'], /is not sealed[\s\S]*ketentest seal/],
    ['a part of a report', ['a', '--only', '0001', '--out', 'x'], /shows some of its messages only/],
    ['a folder that is not there', ['nergens', '--only', '0001', '--out', 'x'], /REPORT_INVALID/],
    ['a place that is taken', ['run', '--only', '0001', '--out', 'a'], /a is there already/],
    ['a place in the report', ['run', '--only', '0001', '--out', join('run', 'bewijs', 'x')], /is in the report itself/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { code, talk } = await call('disclose', ...words);
      expect(code).to.equal(2);
      expect(talk).to.match(said);
      expect(existsSync(join(cwd, 'x'))).to.equal(false);
    });
  }

  it('refuses a report that is no longer what was sealed, and one of which the private part is gone', async () => {
    cpSync(join(cwd, 'run'), join(cwd, 'public'), { recursive: true });
    rmSync(join(cwd, 'public', 'prive'), { recursive: true });
    mkdirSync(join(cwd, 'leeg'), { recursive: true });
    expect((await call('disclose', 'public', '--only', '0001', '--out', 'leeg')).talk).to.match(/prive\/maskering\.json/);
    writeFileSync(join(cwd, 'public', 'junit.xml'), '');
    expect((await call('disclose', 'public', '--only', '0001', '--out', 'leeg')).talk).to.match(/no longer what was sealed/);
  });
});
