/** What `npm start` does: starts our own reference as a separate process and tests it over real HTTP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { HarnessError } from '../model/harness-error.js';
import type { Call } from './command.js';
import type { ExitCode } from './exit-code.js';
import { say } from './language.js';
import { packageFacts } from './package-root.js';
import { settingsOnLine } from './settings.js';

/** Runs the suite that package.json names for it. */
export async function demoCommand({ shell, options }: Call): Promise<ExitCode> {
  const settings = settingsOnLine(shell, options);
  const { demo } = packageFacts();
  const reference = startReference(demo, settings.schemas);
  try {
    // Loading goes on while the reference starts.
    const [url, { runSuite }] = await Promise.all([reference.url, import('./run-suite.js')]);
    shell.talk(`${say(TEXTS.intro, settings.language).replace('{suite}', demo).replace('{url}', url)}\n\n`);
    return await runSuite(shell, { ...settings, endpoints: { '*': url } }, demo);
  } finally {
    await reference.stop();
  }
}

interface Reference {
  readonly url: Promise<string>;
  stop(): Promise<void>;
}

function startReference(suite: string, schemas: string | undefined): Reference {
  const bin = fileURLToPath(new URL('./bin.js', import.meta.url));
  const more = schemas === undefined ? [] : ['--schemas', schemas];
  const child = spawn(process.execPath, [bin, 'simulate', suite, '--listen', '127.0.0.1:0', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    url: addressOf(child),
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

/** The address that a counterpart tells on its first line; what it complains of when there is none. */
async function addressOf(child: ChildProcess): Promise<string> {
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  const line = await new Promise<string | undefined>((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('close', () => resolve(undefined));
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });
  if (line !== undefined) return (JSON.parse(line) as { readonly listening: string }).listening;
  throw new HarnessError('INTERNAL', `our own reference did not start: ${complaints.join('').trim()}`);
}

const TEXTS = {
  intro: {
    nl: 'Ketentest test nu zijn eigen referentie ({suite}, een apart proces op {url}).\nDat laat zien hoe het gaat; het bewijst niets over een product.',
    en: 'Ketentest now tests its own reference ({suite}, a separate process at {url}).\nThat shows how it goes; it proves nothing about any product.',
  },
} as const;
