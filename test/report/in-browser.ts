/** Opens pages in a real browser, where there is one; without it the tests are skipped by name. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const PATHS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export interface OpenOptions {
  readonly script?: boolean;
  readonly width?: number;
  readonly hash?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  /** What the browser said: on the console, of errors, of policies broken, and of dialogs. */
  readonly complaints: readonly string[];
  /** Every address that was asked for. */
  readonly asked: readonly string[];
  readonly address: string;
}

/** For a `describe`: a browser that is there while its tests run. */
export function useBrowser(): { open(name: string, html: string, options?: OpenOptions): Promise<OpenedPage> } {
  let browser: Browser;
  let folder: string | undefined;
  before(async function () {
    const executablePath = PATHS.find((path) => path !== undefined && existsSync(path));
    if (executablePath === undefined) return this.skip();
    folder = mkdtempSync(join(tmpdir(), 'ketentest-page-'));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  after(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });
  return {
    async open(name, html, { script = true, width = 1280, hash = '', colorScheme = 'light', media = 'screen' } = {}) {
      const path = join(folder ?? '', `${name}.html`);
      writeFileSync(path, html);
      const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width, height: 860 }, colorScheme });
      const page = await context.newPage();
      const complaints: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        dialog.dismiss().catch(() => undefined);
      });
      page.on('request', (request) => asked.push(request.url()));
      await page.emulateMedia({ media, colorScheme });
      const address = `${pathToFileURL(path).href}${hash}`;
      await page.goto(address);
      return { page, complaints, asked, address, [Symbol.asyncDispose]: () => context.close() };
    },
  };
}
