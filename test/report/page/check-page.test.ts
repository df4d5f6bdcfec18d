/** The page that checks dropped files, in a real browser where there is one. */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { type Browser, chromium } from 'playwright-core';
import { checkPage } from '../../../src/report/page/check-page.js';
import { CHECK_PAGE_SCRIPT } from '../../../src/report/page/check-page-script.js';
import { publicPemOf } from '../../../src/report/seal/seal-key.js';
import { disclosed, type HeldPackage, KEYS, seal, sealed, unsealed } from '../forged-packages/held-package.js';

const PATHS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

describe('controleer.html', () => {
  it('has the same bytes every time, runs its own script and no other, and asks for no address', () => {
    expect(checkPage()).to.equal(checkPage());
    const digest = createHash('sha256').update(CHECK_PAGE_SCRIPT).digest('base64');
    expect(checkPage()).to.include(`script-src 'sha256-${digest}'`).and.include("default-src 'none'");
    expect(checkPage()).not.to.match(/(?:src|href)="/);
    expect(CHECK_PAGE_SCRIPT).not.to.match(/fetch|XMLHttpRequest|innerHTML|WebSocket|import\(/);
  });
});

describe('controleer.html in a browser (skipped without Chromium)', function () {
  this.timeout(60_000);
  let browser: Browser;
  let folder: string;
  let packages = 0;

  before(async function () {
    const executablePath = PATHS.find((path) => path !== undefined && existsSync(path));
    if (executablePath === undefined) return this.skip();
    folder = mkdtempSync(join(tmpdir(), 'controleer-'));
    writeFileSync(join(folder, 'controleer.html'), checkPage());
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  /** What the page says of a package, and every complaint of the browser and address it asked for. */
  async function checked(held: HeldPackage, pem: string) {
    const path = join(folder, `rapport-${++packages}`);
    for (const [name, bytes] of held) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), bytes);
    }
    const page = await browser.newPage();
    const complaints: string[] = [];
    const home = pathToFileURL(join(folder, 'controleer.html')).href;
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => request.url() !== home && complaints.push(request.url()));
    await page.goto(home);
    await page.fill('#key', pem);
    await page.setInputFiles('#files', path);
    await page.waitForSelector('#outcome.holds, #outcome.not, #outcome.part');
    const told = {
      outcome: (await page.getAttribute('#outcome', 'class')) ?? '',
      problems: await page.locator('#problems li').allTextContents(),
      says: (await page.textContent('#says')) ?? '',
    };
    await page.close();
    return { ...told, complaints };
  }
  const pemOf = (key: KeyObject) => publicPemOf(key);
  const without = (held: HeldPackage, name: string): HeldPackage => new Map([...held].filter(([each]) => each !== name));

  it('says that an honest package holds, with what the seal says, whatever the kind of key', async () => {
    const honest = await checked(await sealed(), pemOf(KEYS.runner));
    expect(honest).to.deep.include({ outcome: 'holds', problems: [], complaints: [] });
    expect(honest.says).to.include('Boekenplank');
    const { privateKey } = generateKeyPairSync('ed25519');
    const other = await checked(await seal(await unsealed(), privateKey), pemOf(privateKey));
    expect(other).to.deep.include({ outcome: 'holds', complaints: [] });
  });

  it('names a file that was changed, taken away or added', async () => {
    const held = await sealed();
    const changed = await checked(new Map([...held, ['rapport.html', Buffer.from('<p>')]]), pemOf(KEYS.runner));
    expect([changed.outcome, changed.problems.length, changed.says]).to.deep.equal(['not', 1, '']);
    expect(changed.problems[0]).to.include('rapport.html');
    const gone = await checked(without(held, 'junit.xml'), pemOf(KEYS.runner));
    expect([gone.outcome, ...gone.problems].join(' ')).to.match(/^not junit\.xml /);
    const more = await checked(
      new Map([...held, ['bewijs/<img src=x onerror=alert(1)>.xml', Buffer.from('x')]]),
      pemOf(KEYS.runner),
    );
    expect([more.outcome, more.complaints]).to.deep.equal(['not', []]);
    expect(more.problems[0]).to.include('<img src=x');
  });

  it('says of a package that shows some messages that it cannot tell', async () => {
    const part = await checked(await disclosed(await sealed()), pemOf(KEYS.runner));
    expect(part).to.deep.include({ outcome: 'part', problems: [], says: '', complaints: [] });
  });

  it('believes nothing of a seal of somebody else, of none, or of one that was edited', async () => {
    const held = await sealed();
    expect((await checked(held, pemOf(KEYS.stranger))).outcome).to.equal('not');
    expect((await checked(held, 'geen sleutel')).outcome).to.equal('not');
    expect((await checked(await unsealed(), pemOf(KEYS.runner))).outcome).to.equal('not');
    const bundle = JSON.parse(String(held.get('rapport.sigstore.json')));
    const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString().replace('met_fouten', 'foutloos');
    bundle.dsseEnvelope.payload = Buffer.from(payload).toString('base64');
    const edited = await checked(
      new Map([...held, ['rapport.sigstore.json', Buffer.from(JSON.stringify(bundle))]]),
      pemOf(KEYS.runner),
    );
    expect([edited.outcome, edited.says]).to.deep.equal(['not', '']);
  });
});
