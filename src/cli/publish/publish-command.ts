/** `ketentest publish`: sealed reports as a static site, with what they amount to, badges and feeds. */
import { HarnessError } from '../../model/harness-error.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { momentAt } from '../indication/moment.js';
import { sealingKeyFrom } from '../seal/sealing-key.js';
import { say } from '../settings/language.js';
import { httpUrl, one } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { type PublishOptions, publishSite } from './publish-site.js';

/** @throws {HarnessError} `USAGE`, and as {@link publishSite} */
export async function publishCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const word = (name: string, value: unknown) => (value === undefined ? undefined : one({ name, texts: [String(value)] }));
  const list = (value: unknown) => (value === undefined ? [] : [value].flat().map(String));
  const out = word('out', options.out);
  if (out === undefined) throw new HarnessError('USAGE', TEXTS.noOut, { hint: TEXTS.forExample });
  const remove = list(options.remove);
  const reason = word('reason', options.reason);
  if (reason !== undefined && remove.length === 0) throw new HarnessError('USAGE', TEXTS.noRemove, { hint: TEXTS.removeExample });
  const trust = word('trust', options.trust);
  const baseUrl = baseUrlIn(word('base-url', options.baseUrl));
  const done = await publishSite({
    cwd: shell.cwd,
    out,
    evidence: [...operands.flat(), ...list(options.statements)],
    at: options.at === undefined ? shell.clock.now() : momentAt({ name: 'at', texts: [String(options.at)] }),
    ...(options.lang !== undefined && { language }),
    remove,
    ...(trust !== undefined && { trust }),
    ...(options.checkLinks !== undefined && { checkLinks: list(options.checkLinks) }),
    ...(reason !== undefined && { reason }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(options.key !== undefined && { key: sealingKeyFrom(shell, options) }),
  } satisfies PublishOptions);
  shell.out(say(told(out, done.reports, done.added, remove.length), language));
  if (trust === undefined) shell.talk(`${say(TEXTS.nobody, language)}\n`);
  return EXIT.ok;
}

/** With a `/` at the end, and without what leads elsewhere. */
function baseUrlIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const given = { name: 'base-url', texts: [text] };
  const url = new URL(httpUrl(given, text));
  if (url.search !== '' || url.hash !== '' || url.username !== '')
    throw new HarnessError('USAGE', TEXTS.plainUrl, { hint: TEXTS.urlExample });
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function told(out: string, reports: number, added: number, removed: number) {
  return {
    nl: `${out}: ${reports} ${reports === 1 ? 'rapport' : 'rapporten'}, waarvan ${added} nieuw${removed > 0 ? `; ${removed} verwijderd` : ''}. Open ${out}/index.html.`,
    en: `${out}: ${reports} ${reports === 1 ? 'report' : 'reports'}, of which ${added} new${removed > 0 ? `; ${removed} taken away` : ''}. Open ${out}/index.html.`,
  };
}

const TEXTS = {
  noOut: { nl: 'publish heeft --out nodig', en: 'publish needs --out' },
  forExample: {
    nl: 'Bijvoorbeeld: ketentest publish reports/1 --out site --trust public.pem',
    en: 'For example: ketentest publish reports/1 --out site --trust public.pem',
  },
  noRemove: { nl: '--reason hoort bij --remove', en: '--reason goes with --remove' },
  removeExample: {
    nl: 'Bijvoorbeeld: ketentest publish --out site --remove 1f2e3d4c --reason "dubbel gepubliceerd"',
    en: 'For example: ketentest publish --out site --remove 1f2e3d4c --reason "published twice"',
  },
  plainUrl: {
    nl: '--base-url is een adres zonder vraagteken, hekje of gebruikersnaam',
    en: '--base-url is an address without a query, a fragment or a user name',
  },
  urlExample: { nl: 'Bijvoorbeeld https://voorbeeld.nl/testrapporten/', en: 'For example https://example.org/test-reports/' },
  nobody: {
    nl: 'Zonder --trust is niemand genoemd wiens zegel telt: alles staat op zekerheid A0.',
    en: 'Without --trust nobody was named whose seal counts: everything is at assurance A0.',
  },
} as const;
