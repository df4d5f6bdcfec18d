/** What a stranger can compute again: everything but what rests on masked values and on messages that stay private. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as ask, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { chromium } from 'playwright-core';
import { main } from '../../../src/cli/program.js';
import { recheckPackage } from '../../../src/cli/recheck/recheck-package.js';
import type { Rechecked } from '../../../src/cli/recheck/rechecked.js';
import { openWorkshop, type Workshop } from '../../../src/cli/recheck/workshop.js';
import { systemClock } from '../../../src/cli/shell.js';
import { run, simulate } from '../../../src/index.js';
import { passesElfproef } from '../../../src/model/elfproef.js';
import type { Manifest } from '../../../src/report/manifest.js';
import { packageRoot } from '../../package-root.js';
import { localServer } from '../../support/local-server.js';
import { fakeShell } from '../fake-shell.js';

const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A product that answers one message with a page that nobody can read as a message. */
async function startBroken(good: string, isBroken: (soapAction: string) => boolean) {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      if (isBroken(String(incoming.headers.soapaction)))
        return void response.writeHead(500, { 'Content-Type': 'text/html' }).end('<html><p>Oeps & zo');
      const { host: _, ...headers } = incoming.headers;
      const method = incoming.method ?? 'POST';
      const onward = ask(good + (incoming.url ?? '/'), { method, headers }, (reply) => {
        response.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(response);
      });
      onward.end(body);
    });
  });
  return localServer(server);
}

describe('recheck of the public part', function () {
  this.timeout(120_000);
  let cwd: string;
  let workshop: Workshop;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-openbaar-'));
    workshop = openWorkshop({ cwd, env: {} }, undefined);
    await using simulator = await simulate('zds-1.1/zaaksysteem', {}, { cwd, env: {} });
    await using broken = await startBroken(simulator.url, (soapAction) => soapAction.includes('geefZaakstatus'));
    const options = { acceptDefaults: true, poll: '1s' };
    for await (const _ of run('zds-1.1/zaaksysteem', { ...options, endpoint: simulator.url, out: 'heel' }, { cwd, env: {} }));
    await call('keys', 'create', '--out', 'sleutel');
    const words = ['run', 'zds-1.1/zaaksysteem', '--accept-defaults', '--poll', '1s', '--out', 'kapot', '--endpoint', broken.url];
    expect((await call(...words, '--key', join('sleutel', 'private.pem'))).code).to.equal(1);
  });
  after(async () => {
    await workshop[Symbol.asyncDispose]();
    rmSync(cwd, { recursive: true, force: true });
  });

  async function call(...words: readonly string[]) {
    const shell = fakeShell({ cwd, clock: systemClock });
    return { code: await main([...words, '--lang', 'en'], shell), said: shell.said.out + shell.said.talk };
  }
  const recheck = (name: string): Promise<Rechecked> => recheckPackage(workshop, cwd, name, {});
  let copies = 0;
  /** The public part alone, changed. */
  function open(from: string, change: (file: (name: string) => string) => void = () => undefined): string {
    const name = `openbaar-${++copies}`;
    cpSync(join(cwd, from), join(cwd, name), { recursive: true, filter: (path) => !/[\\/]prive$/.test(path) });
    change((file) => join(cwd, name, ...file.split('/')));
    return name;
  }
  const manifestOf = (name: string) => JSON.parse(readFileSync(join(cwd, name, 'bewijs', 'manifest.json'), 'utf8')) as Manifest;
  /** Public copies in which a number of a person stands that was masked. */
  const withNumber = () =>
    manifestOf('heel')
      .uitwisselingen.flatMap(({ id, vraag, antwoord }) => [
        { message: `${id}/vraag`, ...vraag },
        ...(antwoord ? [{ message: `${id}/antwoord`, ...antwoord }] : []),
      ])
      .flatMap(({ message, bestand = '', gemaskeerdePaden = [] }) =>
        gemaskeerdePaden.some((path) => path.endsWith('/inp.bsn')) ? [{ message, bestand }] : [],
      );
  const edit = (path: string, change: (text: string) => string): void => {
    const text = readFileSync(path, 'utf8');
    expect(change(text), path).not.to.equal(text);
    writeFileSync(path, change(text));
  };

  it('names the rules that rest on what was masked, and gives every other verdict again', async () => {
    const found = await recheck(open('heel'));
    expect(found).to.deep.include({ klopt: true, bron: 'openbaar', verschillen: [] });
    expect(found.totaal).to.deep.equal({ vastgelegd: 'foutloos', herberekend: 'foutloos' });
    const named = new Set(found.nietBeslist.map(({ waar }) => waar.split(' ')[1]));
    expect(named).to.include('BG-0310-ID-02').and.not.include('STUF-0301-RT-02');
    expect((await recheck('heel')).nietBeslist).to.deep.equal([]);
    const { said } = await call('recheck', open('heel'));
    expect(said).to.match(/\d+ checks rest on what is not public, and were not decided here: .*BG-0310-ID-02/);
  });

  it('does not decide a rule by a masked value, whatever that is now', async () => {
    const numbered = withNumber();
    const text = readFileSync(join(cwd, 'heel', ...(numbered[0]?.bestand ?? '').split('/')), 'utf8');
    const [, number = ''] = /inp\.bsn[^>]*>(\d{9})/.exec(text) ?? [];
    // Another last digit, and nothing carried: with a carry the sum may stay a multiple of eleven.
    const other = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);
    expect([passesElfproef(number), passesElfproef(other)]).to.deep.equal([true, false]);
    const name = open('heel', (file) => {
      // Everywhere: what is equal stays equal.
      for (const { bestand } of numbered)
        writeFileSync(file(bestand), readFileSync(file(bestand), 'utf8').replaceAll(number, other));
    });
    const found = await recheck(name);
    expect(found.verschillen).to.deep.equal([]);
    const undecided = found.nietBeslist.filter(
      ({ waar, bericht }) => bericht === numbered[0]?.message && waar.endsWith('BG-0310-ID-02'),
    );
    expect(undecided).not.to.have.length(0);
    expect(found.opmerkingen.map(({ soort }) => soort)).to.include('andere-bytes');
  });

  it('sees what was changed where nothing was masked', async () => {
    const answers = manifestOf('heel').uitwisselingen.flatMap(({ antwoord }) => antwoord?.bestand ?? []);
    const name = open('heel', (file) => edit(file(answers[0] ?? ''), (text) => text.replace(/(crossRefnummer>KT-)./, '$1z')));
    const found = await recheck(name);
    expect(found.klopt).to.equal(false);
    expect(found.totaal.herberekend).to.equal('met_fouten');
    expect(found.verschillen.some(({ waar }) => waar.endsWith('STUF-0301-RT-02'))).to.equal(true);
  });

  it('leaves open what a message that stays private decides, and only that', async () => {
    const hidden = manifestOf('kapot').uitwisselingen.filter(({ antwoord }) => antwoord && antwoord.bestand === undefined);
    expect(hidden).not.to.have.length(0);
    expect(await recheck('kapot')).to.deep.include({ klopt: true, byteGelijk: true, nietBeslist: [] });
    const found = await recheck(open('kapot'));
    expect(found.verschillen).to.deep.equal([]);
    expect(found.totaal).to.deep.equal({ vastgelegd: 'met_fouten', herberekend: 'niet_vastgesteld' });
    const messages = new Set(hidden.map(({ id }) => `${id}/antwoord`));
    const faults = found.nietBeslist.filter(({ vastgelegd }) => vastgelegd === 'voldoet_niet');
    expect(faults).not.to.have.length(0);
    expect(faults.every(({ bericht }) => messages.has(bericht))).to.equal(true);
  });

  it('holds for every verifier when a message stays private, and for none when one is brought back', async () => {
    const { verifyReport } = (await import(pathToFileURL(join(packageRoot, 'docs', 'verify-report.mjs')).href)) as {
      verifyReport(folder: string, pems: readonly string[]): { readonly problems: readonly { readonly code: string }[] };
    };
    const pem = readFileSync(join(cwd, 'sleutel', 'public.pem'), 'utf8');
    const honest = open('kapot');
    expect(verifyReport(join(cwd, honest), [pem]).problems).to.deep.equal([]);
    expect((await call('verify', honest, '--trust', join('sleutel', 'public.pem'))).code).to.equal(0);
    const [hidden] = manifestOf('kapot').uitwisselingen.filter(({ antwoord }) => antwoord && antwoord.bestand === undefined);
    const forged = open('kapot', (file) => writeFileSync(file(`bewijs/${hidden?.id}-antwoord.xml`), '<html>'));
    expect(verifyReport(join(cwd, forged), [pem]).problems.map(({ code }) => code)).to.include('FILE_UNKNOWN');
    expect((await call('verify', forged, '--trust', join('sleutel', 'public.pem'))).code).to.equal(1);
  });

  it('holds in the page that checks dropped files (skipped without Chromium)', async function () {
    const executablePath = CHROMIUM.find((path) => path !== undefined && existsSync(path));
    if (executablePath === undefined) return this.skip();
    const folder = join(cwd, open('kapot'));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(folder, name)).isFile(),
    );
    expect(files.length).to.be.greaterThan(20);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(join(folder, 'controleer.html')).href);
      await page.fill('#key', readFileSync(join(cwd, 'sleutel', 'public.pem'), 'utf8'));
      await page.setInputFiles('#files', folder);
      await page.waitForSelector('#outcome.holds, #outcome.not, #outcome.part');
      expect([await page.getAttribute('#outcome', 'class'), await page.locator('#problems li').allTextContents()]).to.deep.equal([
        'holds',
        [],
      ]);
    } finally {
      await browser.close();
    }
  });
});
