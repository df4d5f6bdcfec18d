/** Secrets in every place where a user can put one: they go over the wire, and stand nowhere else. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../src/cli/program.js';
import { systemClock } from '../../src/cli/shell.js';
import { simulate } from '../../src/index.js';
import type { Report } from '../../src/model/report.js';
import type { Manifest } from '../../src/report/manifest.js';
import { fakeShell } from '../cli/fake-shell.js';
import { canary, finds, findsIn, formsOf } from './canaries.js';
import { startCurious } from './curious-product.js';

const [PASSWORD, FILE_HEADER, LINE_HEADER, ENV_HEADER, USER, QUERY, MATRIX, PASSPHRASE, HOOK, OWN] = [
  ...['wachtwoord', 'kop-uit-bestand', 'kop-op-de-regel', 'kop-uit-omgeving', 'in-het-adres', 'in-de-vraag', 'in-het-pad'],
  ...['van-de-sleutel', 'van-de-haak', 'van-het-product'],
].map(canary) as [string, string, string, string, string, string, string, string, string, string];
const ENV = { BASIC: `jan:${PASSWORD}`, KOP: ENV_HEADER, ZIN: PASSPHRASE };

describe('a secret', function () {
  this.timeout(120_000);
  let cwd: string;
  let keys: readonly string[];
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-kanarie-'));
    await call(['certs', 'create', '--out', 'tls']);
    await call(['keys', 'create', '--out', 'sleutel', '--key-passphrase', 'env:ZIN']);
    writeFileSync(join(cwd, 'kop.txt'), `${FILE_HEADER}\n`);
    // Whole lines of a private key; its head and end are the same in every key.
    keys = ['tls/client-key.pem', 'tls/server-key.pem', 'sleutel/private.pem'].flatMap((name) =>
      readFileSync(join(cwd, name), 'utf8')
        .split('\n')
        .filter((line) => /^[A-Za-z\d+/]{40,}/.test(line)),
    );
    expect(keys.length).to.be.greaterThan(5);
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function call(words: readonly string[], more: Parameters<typeof fakeShell>[0] = {}) {
    const shell = fakeShell({ cwd, clock: systemClock, env: ENV, ...more });
    const code = await main([...words, '--lang', 'en'], shell);
    return { code, said: `${shell.said.out}\n${shell.said.talk}` };
  }
  const all = () => [PASSWORD, FILE_HEADER, LINE_HEADER, ENV_HEADER, USER, QUERY, MATRIX, PASSPHRASE, HOOK, OWN, ...keys];
  const tls = () => ({
    cert: readFileSync(join(cwd, 'tls', 'server.pem')),
    key: readFileSync(join(cwd, 'tls', 'server-key.pem')),
    ca: readFileSync(join(cwd, 'tls', 'ca.pem')),
    requestCert: true,
    rejectUnauthorized: true,
  });
  const address = (host: string) =>
    `https://jan:${encodeURIComponent(USER)}@${host}/soap;s=${encodeURIComponent(MATRIX)}?sleutel=${encodeURIComponent(QUERY)}`;
  const options = [
    ...['--basic', 'env:BASIC', '--header', `X-Toegang=${LINE_HEADER}`, '--header', 'X-Omgeving=env:KOP'],
    ...['--ca', 'tls/ca.pem', '--cert', 'tls/client.pem', '--cert-key', 'tls/client-key.pem'],
    ...['--key', 'sleutel/private.pem', '--key-passphrase', 'env:ZIN'],
  ];
  const json = <T>(...path: readonly string[]): T => JSON.parse(readFileSync(join(cwd, ...path), 'utf8')) as T;

  it('is found by this test wherever it stands, in whatever form', () => {
    for (const [index, form] of formsOf(PASSWORD).entries()) {
      const folder = join(cwd, `geplant-${index}`);
      mkdirSync(join(folder, 'prive'), { recursive: true });
      writeFileSync(join(folder, 'prive', 'x'), Buffer.concat([Buffer.from('{"a":"'), form, Buffer.from('"}')]));
      expect(findsIn(folder, all())).to.deep.equal([`prive/x: ${PASSWORD}`]);
    }
    expect(finds(Buffer.from(`a:${PASSWORD}b`).toString('base64'), all())).to.deep.equal([PASSWORD]);
    expect(finds(keys.join('\n'), all())).to.deep.equal(keys);
    expect(finds('kanarie', all())).to.deep.equal([]);
  });

  it('opens the door, and is in no file and no word of a run that was stopped, gone on with, sealed and checked', async () => {
    const stop = new AbortController();
    await using simulator = await simulate('zds-1.1/zaaksysteem', {}, { cwd, env: {} });
    const stopAt = (nth: number) => {
      if (nth === 4) stop.abort();
    };
    await using product = await startCurious(tls(), simulator.url, (nth) => nth === 3, stopAt);
    writeFileSync(join(cwd, 'ketentest.yaml'), `endpoint: '${address(product.url)}'\nheader:\n  X-Bestand: file:kop.txt\n`);
    const run = ['run', 'zds-1.1/zaaksysteem', '--accept-defaults', '--only', 'zs.1.*', '--only', 'zs.2.*', '--poll', '1s'];
    const stopped = await call([...run, '--out', 'run', ...options], { stop: stop.signal });
    expect(stopped.code, stopped.said).to.equal(3);
    expect(product.asked.join('\n')).to.include(`Basic ${Buffer.from(`jan:${PASSWORD}`).toString('base64')}`);
    for (const sent of [FILE_HEADER, LINE_HEADER, ENV_HEADER]) expect(product.asked[0]).to.include(sent);
    for (const sent of [QUERY, MATRIX]) expect(product.asked[0]).to.include(encodeURIComponent(sent));
    // What gave everything back was recorded without it, sign for sign.
    const { uitwisselingen } = json<Manifest>('run', 'bewijs', 'manifest.json');
    const answered = uitwisselingen.filter(({ antwoord }) => antwoord);
    const bodies = join(cwd, 'run', 'prive', 'berichten');
    const recorded = answered.map(({ id }) => readFileSync(join(bodies, `${id}-antwoord.body`), 'utf8'));
    const [echo = '', none] = recorded.filter((text) => text.startsWith('Not for you'));
    expect(none).to.equal(undefined);
    expect(echo.split(/\*+/).length).to.be.greaterThan(5);
    rmSync(join(cwd, 'kop.txt'));
    const refused = await call(['run', '--continue', 'run']);
    expect([refused.code, refused.said.trim().split(':')[0]]).to.deep.equal([2, 'CONFIG_INVALID']);
    writeFileSync(join(cwd, 'kop.txt'), `${FILE_HEADER}\n`);
    rmSync(join(cwd, 'ketentest.yaml'));
    const asked = await call(['run', '--continue', 'run']);
    expect(asked.said)
      .to.include(`--endpoint https://${product.url}/soap;s=[weggelaten]?sleutel=[weggelaten]`)
      .and.include('--header X-Toegang=')
      .and.not.include('X-Omgeving')
      .and.not.include('--basic');
    const again = ['--header', `X-Toegang=${LINE_HEADER}`, '--header', 'X-Bestand=file:kop.txt', ...options.slice(-4)];
    const other = await call(['run', '--continue', 'run', '--endpoint', `${address(product.url)}&x=1`, ...again]);
    expect(other.said).to.include('not with');
    const done = await call(['run', '--continue', 'run', '--endpoint', address(product.url), ...again]);
    expect(done.code, done.said).to.be.oneOf([0, 1]);
    expect(json<Report>('run', 'rapport.json').uitvoering.einde).to.equal('done');
    const checked = await call(['recheck', 'run']);
    expect([checked.code, checked.said.includes('byte for byte')], checked.said).to.deep.equal([0, true]);
    const verified = await call(['verify', 'run', '--trust', 'sleutel/public.pem']);
    expect(verified.code, verified.said).to.equal(0);
    const shown = await call(['report', 'run']);
    const said = [stopped, refused, asked, other, done, checked, verified, shown].map((each) => each.said).join('\n');
    expect(finds(said, all())).to.deep.equal([]);
    expect(findsIn(join(cwd, 'run'), all())).to.deep.equal([]);
  });

  it('opens the door of a real system in a chain, and is in no file and no word of its report', async () => {
    await using simulator = await simulate('zds-1.1/zaaksysteem', {}, { cwd, env: {} });
    await using product = await startCurious(tls(), simulator.url, () => false);
    const words = ['run', 'zds-1.1/chains/vakapplicatie-zds', '--accept-defaults', '--only', 'vz.1.*', '--out', 'keten'];
    const real = ['--actors', `zaaksysteem=${address(product.url)}`];
    const told = await call([...words, ...real, ...options.slice(0, -4)]);
    expect([told.code, told.said.includes('4 holds')], told.said).to.deep.equal([3, true]);
    for (const sent of [QUERY, MATRIX]) expect(product.asked[0]).to.include(encodeURIComponent(sent));
    expect(finds(told.said, all())).to.deep.equal([]);
    expect(findsIn(join(cwd, 'keten'), all())).to.deep.equal([]);
  });

  it('is in no complaint about what was given', async () => {
    const said: string[] = [];
    // What stands in the file is told along with what was wrong on the line.
    writeFileSync(join(cwd, 'ketentest.yaml'), `endpoint: '${address('host')}'\nheader: { X-A: '${LINE_HEADER}' }\n`);
    for (const words of [
      ['--endpoint', `htp://jan:${USER}@host/?sleutel=${QUERY}`],
      ['--endpoint', `host/?sleutel=${QUERY}`],
      ['--header', LINE_HEADER],
      ['--basic', `jan:${PASSWORD}`],
      ['--proxy', `jan:${USER}@host`],
      ['--trigger', `*=${HOOK}`],
      ['--key-passphrase', PASSPHRASE],
    ]) {
      const { code, said: told } = await call(['run', 'zds-1.1/zaaksysteem', ...words]);
      expect(code, words[0]).to.equal(2);
      said.push(told);
    }
    const env = { GEHEIM: `nergens ${PASSWORD}` };
    for (const words of [
      ['--endpoint', 'env:GEHEIM'],
      ['--endpoint', '*=env:GEHEIM'],
      ['--basic', 'env:GEHEIM'],
      ['--proxy', 'env:GEHEIM'],
      ['--trigger', '*=env:GEHEIM'],
    ]) {
      const { code, said: told } = await call(['run', 'zds-1.1/zaaksysteem', ...words], { env });
      expect([words[0], code, told.includes('GEHEIM') || words[0] === '--trigger']).to.deep.equal([words[0], 2, true]);
      said.push(told);
    }
    rmSync(join(cwd, 'ketentest.yaml'));
    expect(finds(said.join('\n'), all()), said.join('\n')).to.deep.equal([]);
  });

  it('is in no file and no word of a run in which the product sends: of its hook, its command, or of its own', async () => {
    const tried: string[] = [];
    const hook = createServer((incoming, response) => {
      tried.push(`${incoming.url} ${incoming.headers.authorization}`);
      response.writeHead(500).end();
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    const at = `127.0.0.1:${(hook.address() as AddressInfo).port}`;
    const secret = encodeURIComponent(HOOK);
    const trigger = [
      `zsc.creeerZaak=http://jan:${secret}@${at}/${secret}?x=${secret}`,
      `*=exec ${process.execPath} -e process.exit(3) ${HOOK.replaceAll(' ', '-')}`,
    ];
    const [words, run] = [['zds-1.1/zaakservice-consumer', '--wait', '1s', '--out', 'zendt'], new AbortController()];
    let said = '';
    const talk = (text: string): void => {
      said += text;
      const [, url] = /: (http:\/\/127\.0\.0\.1:\d+\/\S*)/.exec(text) ?? [];
      if (url === undefined || said.includes('product-sent')) return;
      said += 'product-sent';
      void fetch(`${url}?token=${encodeURIComponent(OWN)}`, {
        method: 'POST',
        headers: { Authorization: `Basic ${Buffer.from(`jan:${OWN}`).toString('base64')}`, 'X-Api-Key': encodeURIComponent(OWN) },
        body: '<a/>',
      });
    };
    const { code, said: out } = await call(['run', ...words, ...trigger.flatMap((each) => ['--trigger', each])], {
      talk,
      stop: run.signal,
    });
    hook.close();
    expect(code, said + out).to.equal(2);
    expect(tried.join('\n')).to.include(secret).and.include('Basic ');
    expect(json<Manifest>('zendt', 'bewijs', 'manifest.json').uitwisselingen.length).to.be.greaterThan(0);
    expect(readFileSync(join(cwd, 'zendt', 'rapport.json'), 'utf8')).to.include(`http://${at}/…: HTTP 500`);
    expect(finds(said + out, all())).to.deep.equal([]);
    expect(findsIn(join(cwd, 'zendt'), all())).to.deep.equal([]);
  });
});
