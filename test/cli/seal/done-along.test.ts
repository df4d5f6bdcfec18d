import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../../src/cli/program.js';
import { systemClock } from '../../../src/cli/shell.js';
import { openOwnSuite } from '../../support/reference-run.js';
import { startReference } from '../../support/reference-server.js';
import { fakeShell } from '../fake-shell.js';

describe('signing along for what one did', function () {
  this.timeout(60_000);
  let cwd: string;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-along-'));
    for (const name of ['een', 'twee']) await call('keys', 'create', '--out', name);
    const sleutels = [
      ['een', 'leverancier'],
      ['twee', 'onafhankelijk'],
    ].map(([naam = '', wie]) => ({ naam, wie, publicKey: readFileSync(join(cwd, naam, 'public.pem'), 'utf8') }));
    writeFileSync(join(cwd, 'trust.json'), JSON.stringify({ sleutels }));
    const { standard } = await openOwnSuite('zds-1.1/zaaksysteem');
    await using reference = await startReference(standard);
    await call('run', 'zds-1.1/zaaksysteem', '--endpoint', reference.url, '--only', 'zs.1.*', '--out', 'run');
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function call(...words: readonly string[]) {
    const shell = fakeShell({ cwd, clock: systemClock });
    const code = await main([...words, '--lang', 'en'], shell);
    return { code, ...shell.said };
  }
  /** A report of its own, sealed by who ran it. */
  async function sealedAs(name: string): Promise<string> {
    cpSync(join(cwd, 'run'), join(cwd, name), { recursive: true });
    await call('seal', name, '--key', join('een', 'private.pem'));
    return name;
  }
  const along = (folder: string, ...more: readonly string[]) =>
    call('seal', folder, '--key', join('twee', 'private.pem'), ...more);
  const level = async (folder: string) => {
    const { zekerheid, ondertekenaars } = JSON.parse(
      (await call('verify', folder, '--trust', 'trust.json', '--format', 'json')).out,
    );
    return [zekerheid.niveau, ondertekenaars[1]?.nagerekend, ondertekenaars[1]?.meegeschreven];
  };
  const messages = (folder: string) => join(cwd, folder, 'prive', 'berichten');

  it('raises the level when every verdict comes out the same', async () => {
    const folder = await sealedAs('a');
    expect(await level(folder)).to.deep.equal(['A1', undefined, undefined]);
    const { code, talk } = await along(folder, '--recheck');
    expect(code, talk).to.equal(0);
    expect(await level(folder)).to.deep.equal(['A1+', true, undefined]);
  });

  it('is refused when something comes out otherwise, and nothing is signed', async () => {
    const folder = await sealedAs('b');
    const file = join(messages(folder), '0001-antwoord.body');
    writeFileSync(file, '<a/>');
    const { code, talk } = await along(folder, '--recheck');
    expect([code, talk.includes('not signed along')], talk).to.deep.equal([2, true]);
    expect(existsSync(join(cwd, folder, 'rapport.2.sigstore.json'))).to.equal(false);
  });

  it('is refused to who has the public part only, when verdicts rest on what is masked', async () => {
    const folder = await sealedAs('public');
    rmSync(join(cwd, folder, 'prive'), { recursive: true });
    const { code, talk } = await along(folder, '--recheck');
    expect([code, talk.includes('or not everything can be')], talk).to.deep.equal([2, true]);
    expect(existsSync(join(cwd, folder, 'rapport.2.sigstore.json'))).to.equal(false);
  });

  it('says that the other end recorded the same messages, when every one is there', async () => {
    const folder = await sealedAs('c');
    cpSync(messages(folder), join(cwd, 'hun', 'deel'), { recursive: true });
    const { code, talk } = await along(folder, '--recorded', 'hun');
    expect(code, talk).to.equal(0);
    expect(await level(folder)).to.deep.equal(['A1', undefined, true]);
  });

  it('is refused when a message is not there byte for byte, or nothing can be compared', async () => {
    const folder = await sealedAs('d');
    cpSync(messages(folder), join(cwd, 'anders'), { recursive: true });
    const [name = ''] = readdirSync(join(cwd, 'anders')).sort();
    writeFileSync(join(cwd, 'anders', name), `${readFileSync(join(cwd, 'anders', name), 'utf8')}\n`);
    expect((await along(folder, '--recorded', 'anders')).talk).to.match(
      /does not hold 1 of the \d+ messages byte for byte: 0001/,
    );
    expect((await along(folder, '--recorded', 'nergens')).talk).to.match(/cannot read nergens/);
    rmSync(join(cwd, folder, 'prive'), { recursive: true });
    expect((await along(folder, '--recorded', 'anders')).talk).to.match(/only masked messages/);
    expect(existsSync(join(cwd, folder, 'rapport.2.sigstore.json'))).to.equal(false);
  });

  it('is not for who ran it', async () => {
    cpSync(join(cwd, 'run'), join(cwd, 'e'), { recursive: true });
    const { code, talk } = await call('seal', 'e', '--key', join('een', 'private.pem'), '--recheck');
    expect([code, talk.includes('is not sealed yet')]).to.deep.equal([2, true]);
  });
});
