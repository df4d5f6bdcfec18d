/** What `npm start` does: starts our own reference as a separate process and tests it over real HTTP. */
import type { Call } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { startOwn } from '../own-process.js';
import { packageFacts } from '../package-root.js';
import { say } from '../settings/language.js';
import { settingsOnLine } from '../settings/settings.js';

/** Runs the suite that package.json names for it. */
export async function demoCommand({ shell, options }: Call): Promise<ExitCode> {
  const settings = settingsOnLine(shell, options);
  const { demo } = packageFacts();
  const schemas = settings.schemas === undefined ? [] : ['--schemas', settings.schemas];
  const reference = startOwn('simulate', demo, ...schemas);
  try {
    // Loading goes on while the reference starts.
    const [url, { runSuite }] = await Promise.all([reference.url, import('./run-suite.js')]);
    shell.talk(`${say(TEXTS.intro, settings.language).replace('{suite}', demo).replace('{url}', url)}\n\n`);
    return await runSuite(shell, { ...settings, endpoints: { '*': url } }, demo);
  } finally {
    await reference.stop();
  }
}

const TEXTS = {
  intro: {
    nl: 'Ketentest test nu zijn eigen referentie ({suite}, een apart proces op {url}).\nDat laat zien hoe het gaat; het bewijst niets over een product.',
    en: 'Ketentest now tests its own reference ({suite}, a separate process at {url}).\nThat shows how it goes; it proves nothing about any product.',
  },
} as const;
