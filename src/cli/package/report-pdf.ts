/**
 * A report as PDF, for places that take neither HTML nor JSON: printed by the Chromium that is on this machine. It is a copy
 * for reading; the package and its seal stay what counts, so that it is not put into the package by itself.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HarnessError } from '../../model/harness-error.js';
import type { Shell } from '../shell.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];

/** How long printing may take, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Prints a page to a file.
 * @throws {HarnessError} `OUTPUT_FAILED` when there is no browser, it fails, or the file is there already
 */
export async function printPdf(shell: Pick<Shell, 'env' | 'stop'>, html: string, file: string): Promise<void> {
  if (existsSync(file)) throw failed(`${file} bestaat al`, `${file} is there already`, OTHER_NAME);
  const browser = browserOn(shell.env);
  if (browser === undefined) throw failed('er is geen Chromium op deze machine', 'there is no Chromium on this machine', INSTALL);
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-pdf-'));
  try {
    const page = join(folder, 'rapport.html');
    writeFileSync(page, html, { mode: 0o600 });
    const words = [
      ...['--headless', '--disable-gpu', '--disable-extensions', '--no-first-run', '--no-pdf-header-footer'],
      ...[`--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${file}`],
      // As root a browser has no sandbox of its own; the page is ours, holds no script of others and no address.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      pathToFileURL(page).href,
    ];
    await execute(browser, words, shell);
    if (!existsSync(file)) throw failed(`${browser} schreef ${file} niet`, `${browser} did not write ${file}`, OTHER_NAME);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `KETENTEST_CHROMIUM`, or the first that is found on the path. */
export function browserOn(env: Shell['env']): string | undefined {
  if (env.KETENTEST_CHROMIUM) return existsSync(env.KETENTEST_CHROMIUM) ? env.KETENTEST_CHROMIUM : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((each) => existsSync(each));
}

function execute(browser: string, words: readonly string[], { env, stop }: Pick<Shell, 'env' | 'stop'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { timeout: PATIENCE, signal: stop, env: { HOME: homedir(), ...env } };
    execFile(browser, words, options, (error) => {
      if (!error) return resolve();
      const [why = ''] = error.message.split('\n');
      reject(failed(`${browser} mislukte: ${why}`, `${browser} failed: ${why}`, INSTALL));
    });
  });
}

function failed(nl: string, en: string, hint: { readonly nl: string; readonly en: string }): HarnessError {
  return new HarnessError('OUTPUT_FAILED', { nl, en }, { hint });
}

const OTHER_NAME = { nl: 'Noem met --out een ander bestand.', en: 'Name another file with --out.' } as const;
const INSTALL = {
  nl: 'Installeer Chromium, of zet KETENTEST_CHROMIUM op het programma; rapport.html is ook in elke browser af te drukken.',
  en: 'Install Chromium, or point KETENTEST_CHROMIUM at the program; rapport.html can be printed in any browser too.',
} as const;
