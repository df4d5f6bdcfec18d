/** What `npm run consumer-demo` does: shows suites in which the product sends, with our own driver as the product. */
import type { Call } from '../command.js';
import { type ExitCode, worstExit } from '../exit-code.js';
import { packageFacts } from '../package-root.js';
import { say } from '../settings/language.js';
import { settingsOnLine } from '../settings/settings.js';
import { playConsumer } from './play-consumer.js';
import { runSuite } from './run-suite.js';

/** Runs the suites that were named, or those that package.json names for it. */
export async function consumerDemoCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const settings = settingsOnLine(shell, options);
  const { consumerDemo, version } = packageFacts();
  const codes: ExitCode[] = [];
  for (const suite of operands.length > 0 ? operands : consumerDemo) {
    shell.talk(`${say(TEXTS.intro, settings.language).replace('{suite}', suite)}\n\n`);
    let playing: Promise<void> | undefined;
    const listening = (url: string) => {
      playing = playConsumer(shell, settings, suite, url);
      // It is awaited below, when the other side has reported.
      playing.catch(() => undefined);
    };
    codes.push(await runSuite(shell, settings, suite, { own: { listening, reference: version } }));
    await playing;
  }
  return worstExit(codes);
}

const TEXTS = {
  intro: {
    nl: 'Ketentest speelt nu zelf het product van {suite}.\nDat laat zien hoe het gaat; het bewijst niets over een product.',
    en: 'Ketentest now plays the product of {suite} itself.\nThat shows how it goes; it proves nothing about any product.',
  },
} as const;
