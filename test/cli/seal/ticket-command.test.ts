import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../../src/cli/program.js';
import { type Shell, systemClock } from '../../../src/cli/shell.js';
import { openOwnSuite } from '../../support/reference-run.js';
import { startReference } from '../../support/reference-server.js';
import { fakeShell } from '../fake-shell.js';

const SUITE = 'zds-1.1/zaaksysteem';
const PRODUCT = ['--product', 'Zaak Zeven', '--product-version', '7.1'] as const;

describe('a ticket', function () {
  this.timeout(60_000);
  let cwd: string;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-ticket-'));
    for (const name of ['issuer', 'region', 'peer']) await call(['keys', 'create', '--out', name]);
    const key = (naam: string) => ({ naam, publicKey: readFileSync(join(cwd, naam, 'public.pem'), 'utf8') });
    const sleutels = [
      { ...key('issuer'), soort: 'ticketuitgever' },
      { ...key('region'), wie: 'gemeente' },
      { ...key('peer'), wie: 'leverancier' },
    ];
    writeFileSync(join(cwd, 'trust.json'), JSON.stringify({ sleutels }));
    writeFileSync(join(cwd, 'less.json'), JSON.stringify({ sleutels: sleutels.slice(1) }));
    await call(['ticket', SUITE, ...PRODUCT, '--key', join('issuer', 'private.pem'), '--out', 'ticket.json']);
    const { out, talk } = await run('run', '--environment', 'acceptatie');
    expect(out, talk).to.include('Sealed:');
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function call(words: readonly string[], more: Partial<Shell> = {}) {
    const shell = fakeShell({ cwd, clock: systemClock, ...more });
    const code = await main([...words, '--lang', 'en'], shell);
    return { code, ...shell.said };
  }
  async function run(out: string, ...more: readonly string[]) {
    const { standard } = await openOwnSuite(SUITE);
    await using reference = await startReference(standard);
    const ticket = more.includes('--ticket') ? [] : ['--ticket', 'ticket.json'];
    const product = more.includes('--product-version') ? [] : PRODUCT;
    const words = ['run', SUITE, '--endpoint', reference.url, '--only', 'zs.1.*', '--out', out, ...product, ...ticket, ...more];
    return await call([...words, '--key', join('region', 'private.pem')]);
  }
  const level = async (folder: string, trust = 'trust.json') => {
    const { out } = await call(['verify', folder, '--trust', trust, '--format', 'json']);
    const { zekerheid, oordeel, ticket } = JSON.parse(out);
    return [oordeel, zekerheid.niveau, ticket?.uitgever];
  };
  const number = () => {
    const { dsseEnvelope } = JSON.parse(readFileSync(join(cwd, 'ticket.json'), 'utf8'));
    return JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()).predicate.nummer;
  };

  it('gives the run its seed, and stands under the seal', () => {
    const { uitvoering } = JSON.parse(readFileSync(join(cwd, 'run', 'rapport.json'), 'utf8'));
    expect(uitvoering.seed).to.equal(number());
    expect(readFileSync(join(cwd, 'run', 'ticket.sigstore.json')).equals(readFileSync(join(cwd, 'ticket.json')))).to.equal(true);
    const { dsseEnvelope } = JSON.parse(readFileSync(join(cwd, 'run', 'rapport.sigstore.json'), 'utf8'));
    expect(Buffer.from(dsseEnvelope.payload, 'base64').toString()).to.include('"name":"ticket.sigstore.json"');
  });

  it('makes a report of an independent party A2, when its issuer is trusted', async () => {
    expect(await level('run')).to.deep.equal(['houdt', 'A2', 'issuer']);
    expect(await level('run', 'less.json')).to.deep.equal(['houdt', 'A1', undefined]);
    const { out } = await call(['verify', 'run', '--trust', 'trust.json']);
    expect(out).to.match(new RegExp(`ticket +${number()}, issuer`));
  });

  it('makes it A3 when the other end signs that it recorded the same messages', async () => {
    const words = ['seal', 'run', '--key', join('peer', 'private.pem'), '--recorded', join('run', 'prive', 'berichten')];
    const { code, talk } = await call(words);
    expect(code, talk).to.equal(0);
    expect(await level('run')).to.deep.equal(['houdt', 'A3', 'issuer']);
  });

  it('goes along with a part of the messages, and with a run that is computed again', async () => {
    await call(['disclose', 'run', '--only', '0001', '--out', 'part']);
    expect((await level('part'))[2]).to.equal('issuer');
    const { out } = await call(['recheck', 'run']);
    expect(out).not.to.match(/seed|differ/);
  });

  for (const [what, words, said] of [
    [
      'another version of the product',
      ['--product', 'Zaak Zeven', '--product-version', '7.2'],
      /for another --product-version: 7\.1/,
    ],
    ['a seed', ['--seed', '7'], /--ticket and --seed do not go together/],
    ['a file that is no ticket', ['--ticket', 'trust.json'], /is no ticket/],
    ['a file that is not there', ['--ticket', 'geen.json'], /cannot be read/],
    ['a ticket that was changed', ['--ticket', 'changed.json'], /is no ticket, or was changed/],
    ['a ticket for another test set', ['--ticket', 'other.json'], /for another testset/],
  ] as const) {
    it(`is refused before anything is sent, beside ${what}`, async () => {
      const text = readFileSync(join(cwd, 'ticket.json'), 'utf8');
      const bundle = JSON.parse(text);
      const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString().replace('Zaak Zeven', 'Zaak Acht');
      bundle.dsseEnvelope.payload = Buffer.from(payload).toString('base64');
      writeFileSync(join(cwd, 'changed.json'), JSON.stringify(bundle));
      const other = ['ticket', 'zds-1.2/zaaksysteem', ...PRODUCT, '--key', join('issuer', 'private.pem'), '--out', 'other.json'];
      if (!existsSync(join(cwd, 'other.json'))) await call(other);
      const { code, talk } = await run('refused', ...words);
      expect(code).to.equal(2);
      expect(talk).to.match(said);
      expect(existsSync(join(cwd, 'refused'))).to.equal(false);
    });
  }

  it('is refused when it is over', async () => {
    const later = { now: () => Date.now() + 31 * 24 * 3600 * 1000, sleep: systemClock.sleep };
    const words = ['run', SUITE, '--endpoint', 'http://127.0.0.1:9/', '--accept-defaults', ...PRODUCT, '--ticket', 'ticket.json'];
    const { code, talk } = await call([...words, '--out', 'refused'], { clock: later });
    expect([code, talk.includes('is not valid now')], talk).to.deep.equal([2, true]);
  });

  for (const [what, words, said] of [
    ['no product', ['--key', join('issuer', 'private.pem'), '--out', 't'], /needs --product/],
    ['no key', [...PRODUCT, '--out', 't'], /--key/],
    ['a place that is taken', [...PRODUCT, '--key', join('issuer', 'private.pem'), '--out', 'ticket.json'], /is there already/],
  ] as const) {
    it(`is not issued with ${what}`, async () => {
      const { code, talk } = await call(['ticket', SUITE, ...words]);
      expect(code).to.equal(2);
      expect(talk).to.match(said);
    });
  }
});
