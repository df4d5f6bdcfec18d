/** What `npm run demo:keten` does: a chain of three processes, this one, a servicebus and the reference, over real HTTP. */
import { freePort } from '../../actor/can-listen.js';
import { hopPath } from '../../actor/hops.js';
import { allHops } from '../../model/chain.js';
import type { Call } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { startOwn } from '../own-process.js';
import { packageFacts } from '../package-root.js';
import { say } from '../settings/language.js';
import { settingsOnLine } from '../settings/settings.js';

/** Runs the chain that package.json names for it. */
export async function chainDemoCommand({ shell, options }: Call): Promise<ExitCode> {
  const settings = settingsOnLine(shell, options);
  const { chainDemo, demo, version } = packageFacts();
  const listen = { host: '127.0.0.1', port: await freePort() };
  const [{ runSuite }, { openSuite }] = await Promise.all([import('../run/run-suite.js'), import('../suite-loading.js')]);
  const { suite } = await openSuite(chainDemo);
  const actors = suite.chain?.actors ?? [];
  const hops = suite.chain ? allHops(suite.chain) : [];
  const schemas = settings.schemas === undefined ? [] : ['--schemas', settings.schemas];
  const started = actors.flatMap(({ id, plays }) => {
    const next = hops.find(({ from }) => from === id);
    if (plays === 'aanbieder') return [{ id, process: startOwn('simulate', demo, ...schemas) }];
    if (plays !== 'tussenstation' || !next) return [];
    const to = `http://${listen.host}:${listen.port}${hopPath(next.id)}`;
    return [{ id, process: startOwn('simulate', `${chainDemo}/${id}`, '--to', to) }];
  });
  try {
    const urls = await Promise.all(started.map(async ({ id, process }) => [id, await process.url] as const));
    const told = urls.map(([id, url]) => `${id} ${url}`).join(', ');
    shell.talk(`${say(TEXTS.intro, settings.language).replace('{chain}', chainDemo).replace('{actors}', told)}\n\n`);
    const own = { listening: () => undefined, reference: version };
    return await runSuite(shell, { ...settings, listen, actors: Object.fromEntries(urls) }, chainDemo, { own });
  } finally {
    await Promise.all(started.map(({ process }) => process.stop()));
  }
}

const TEXTS = {
  intro: {
    nl: 'Ketentest speelt nu de keten {chain}: zelf de vrager, en elke andere partij als apart proces ({actors}).\nDat laat zien hoe het gaat; het bewijst niets over een product.',
    en: 'Ketentest now plays the chain {chain}: the asking side itself, and every other actor as a separate process ({actors}).\nThat shows how it goes; it proves nothing about any product.',
  },
} as const;
