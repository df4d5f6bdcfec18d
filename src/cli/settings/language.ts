/** The language of what we say: what was asked for, else that of the machine, else Dutch. */
import type { Tekst } from '../../model/finding.js';

export type Language = 'nl' | 'en';

/**
 * @param args - the command line, read for `--lang`
 * @param env - `LC_ALL`, `LC_MESSAGES` and `LANG` are looked at, in that order
 */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const joined = args.find((each) => each.startsWith('--lang='))?.slice('--lang='.length);
  const asked = joined ?? args[args.indexOf('--lang') + 1 || args.length];
  if (asked === 'nl' || asked === 'en') return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'nl';
}

/** A text in one language. */
export function say(text: Tekst, language: Language): string {
  return text[language];
}
