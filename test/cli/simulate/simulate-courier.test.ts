import { expect } from 'chai';
import { settingsOnLine } from '../../../src/cli/settings/settings.js';
import { openCourier } from '../../../src/cli/simulate/simulate-courier.js';
import type { Exchange } from '../../../src/model/exchange.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import { fakeShell } from '../fake-shell.js';

const ABOUT = {} as Exchange;

describe('what a simulated counterpart says later', () => {
  const open = (lang: 'nl' | 'en', replyTo?: string, more: Record<string, string> = {}) => {
    const shell = fakeShell();
    const options = { lang, ...(replyTo !== undefined && { replyTo }), ...more };
    const log = { told: async () => undefined, [Symbol.dispose]: () => undefined };
    const settings = settingsOnLine(shell, { lang });
    return { shell, courier: openCourier({ shell, options, settings, log, spoolFolder: '/nowhere' }) };
  };

  for (const [lang, said] of [
    ['nl', '? dit ging mis\n  doe dat\n'],
    ['en', '? this went wrong\n  do that\n'],
  ] as const)
    it(`tells what goes wrong on the way in the language of the user: ${lang}`, async () => {
      const { shell, courier } = open(lang, 'http://127.0.0.1:9/');
      const fails = () => {
        const text = { nl: 'dit ging mis', en: 'this went wrong' };
        throw new HarnessError('CONFIG_INVALID', text, { hint: { nl: 'doe dat', en: 'do that' } });
      };
      courier?.take(fails, ABOUT);
      await courier?.finish();
      await courier?.[Symbol.asyncDispose]();
      expect(shell.said.talk).to.equal(said);
    });

  it('is said to nobody without an address, and a delay alone is refused', () => {
    expect(open('nl').courier).to.equal(undefined);
    expect(() => open('nl', undefined, { replyDelay: '5s' })).to.throw(HarnessError, /--reply-delay/);
  });
});
