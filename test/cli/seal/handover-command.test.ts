/** The private part goes to one receiver, who can compute the report again; nobody else gets anything. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { claimRun } from '../../../src/cli/journal/run-lock.js';
import { main } from '../../../src/cli/program.js';
import { systemClock } from '../../../src/cli/shell.js';
import { run, simulate } from '../../../src/index.js';
import { fakeShell } from '../fake-shell.js';

describe('ketentest handover and receive', function () {
  this.timeout(120_000);
  let cwd: string;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-overdracht-'));
    await using simulator = await simulate('zds-1.1/zaaksysteem', {}, { cwd, env: {} });
    const options = { endpoint: simulator.url, acceptDefaults: true, poll: '1s', only: ['zs.1.*', 'zs.2.*'], out: 'run' };
    for await (const _ of run('zds-1.1/zaaksysteem', options, { cwd, env: {} }));
    await call('keys', 'create', '--algorithm', 'x25519', '--out', 'ontvanger', '--key-passphrase', 'env:ZIN');
    await call('keys', 'create', '--algorithm', 'x25519', '--out', 'ander');
    await call('keys', 'create', '--out', 'zegel');
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function call(...words: readonly string[]) {
    const shell = fakeShell({ cwd, clock: systemClock, env: { ZIN: 'een zin' } });
    const code = await main([...words, '--lang', 'en'], shell);
    return { code, said: shell.said.out + shell.said.talk };
  }
  const close = (out: string, to = join('ontvanger', 'public.pem')) => call('handover', 'run', '--to', to, '--out', out);
  const receive = (file: string, out: string, ...more: readonly string[]) =>
    call(
      'receive',
      file,
      '--out',
      out,
      ...(more.length > 0 ? more : ['--key', join('ontvanger', 'private.pem'), '--key-passphrase', 'env:ZIN']),
    );
  const filesOf = (folder: string) =>
    readdirSync(join(cwd, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => !/bezig-\d+\.json/.test(name))
      .sort();
  /** The public part alone. */
  const publicOf = (name: string): string => {
    cpSync(join(cwd, 'run'), join(cwd, name), { recursive: true, filter: (path) => !/[\\/]prive$/.test(path) });
    return name;
  };

  it('gives the receiver the whole private part, with which the report comes out byte for byte', async () => {
    const { code, said } = await close('een.kto');
    expect(code, said).to.equal(0);
    const closed = readFileSync(join(cwd, 'een.kto'));
    expect(closed.includes('stuurgegevens') || closed.includes('sleutel":"0')).to.equal(false);
    const folder = publicOf('openbaar');
    expect((await receive('een.kto', folder)).code).to.equal(0);
    expect(filesOf(join(folder, 'prive'))).to.deep.equal(filesOf(join('run', 'prive')));
    expect((await call('recheck', folder)).said).to.include('byte for byte');
    expect((await receive('een.kto', folder)).said).to.include('is there already');
    expect((await close('een.kto')).said).to.include('is there already');
  });

  it('gives nobody else anything, and leaves nothing behind', async () => {
    await close('twee.kto');
    const closed = readFileSync(join(cwd, 'twee.kto'));
    const other = await receive('twee.kto', 'weg', '--key', join('ander', 'private.pem'));
    expect([other.code, other.said]).to.satisfy(
      ([code, said]: [number, string]) => code === 2 && said.includes('for another key'),
    );
    writeFileSync(join(cwd, 'kort.kto'), closed.subarray(0, closed.length - 1));
    const changed = Buffer.from(closed);
    changed[closed.length - 100] = (changed[closed.length - 100] ?? 0) ^ 1;
    writeFileSync(join(cwd, 'anders.kto'), changed);
    for (const name of ['kort.kto', 'anders.kto']) {
      const { code, said } = await receive(name, 'weg');
      expect([name, code, said.split(':')[0]]).to.deep.equal([name, 2, 'HANDOVER_INVALID']);
    }
    expect(existsSync(join(cwd, 'weg')) ? readdirSync(join(cwd, 'weg')) : []).to.deep.equal([]);
  });

  it('refuses another report, keys that cannot receive, and what is not there, and says what to do', async () => {
    await close('drie.kto');
    const folder = publicOf('bewerkt');
    writeFileSync(
      join(cwd, folder, 'rapport.json'),
      readFileSync(join(cwd, 'run', 'rapport.json'), 'utf8').replace('zs.1', 'zs.9'),
    );
    expect((await receive('drie.kto', folder)).said).to.include('belongs to report');
    for (const [words, said] of [
      [['handover', 'run', '--out', 'x'], '--to'],
      [['handover', 'run', '--to', join('zegel', 'public.pem'), '--out', 'x'], 'no key to receive with'],
      [['handover', 'run', '--to', 'nergens.pem', '--out', 'x'], 'no readable key'],
      [['handover', publicOf('kaal'), '--to', join('ander', 'public.pem'), '--out', 'x'], 'no report with a private part'],
      [['receive', 'nergens', '--key', join('ander', 'private.pem'), '--out', 'x'], 'does not exist'],
      [['receive', 'drie.kto', '--key', join('ontvanger', 'private.pem'), '--out', 'x'], 'no readable key'],
      [['receive', join('run', 'rapport.json'), '--key', join('ander', 'private.pem'), '--out', 'x'], 'no hand-over'],
    ] as const) {
      const { code, said: told } = await call(...words);
      expect([code, told.includes(said)], told).to.deep.equal([2, true]);
    }
    expect(existsSync(join(cwd, 'x'))).to.equal(false);
    mkdirSync(join(cwd, 'bezig', 'prive'), { recursive: true });
    cpSync(join(cwd, 'run', 'rapport.json'), join(cwd, 'bezig', 'rapport.json'));
    using _ = claimRun(join(cwd, 'bezig'));
    expect((await call('handover', 'bezig', '--to', join('ander', 'public.pem'), '--out', 'x')).said).to.include('RUN_BUSY');
  });
});
