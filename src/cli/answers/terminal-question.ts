/** A question to the person at the terminal: ja or nee, why, and who that is. */
import { userInfo } from 'node:os';
import { HUMAN_ANSWERS, type HumanAnswer } from '../../model/human-check.js';
import { type Language, say } from '../settings/language.js';
import type { Shell } from '../shell.js';

/** `y` is the English for `j`. */
const SHORT: Readonly<Record<string, HumanAnswer['answer']>> = { j: 'ja', y: 'ja', yes: 'ja', n: 'nee', no: 'nee' };

/** Asks until it is answered; @returns undefined when there is nobody any more, or it is told to stop */
export async function askAtTerminal(
  { ask, env }: Pick<Shell, 'ask' | 'env'>,
  language: Language,
  signal: AbortSignal,
): Promise<HumanAnswer | undefined> {
  for (;;) {
    const said = await ask(`  ${say(TEXTS.answer, language)}: `, signal);
    if (said === undefined) return undefined;
    const word = said.trim().toLowerCase();
    const answer = SHORT[word] ?? HUMAN_ANSWERS.find((each) => each === word);
    if (answer === undefined) continue;
    const note = (await ask(`  ${say(TEXTS.note, language)}: `, signal))?.trim();
    const known = nameIn(env);
    const given = (await ask(`  ${say(TEXTS.who, language)} [${known}]: `, signal))?.trim();
    return { answer, how: 'terminal', by: given || known, ...(note && { note }) };
  }
}

/** Who is at work on this machine. */
export function nameIn(env: Shell['env']): string {
  return env.USER || env.LOGNAME || env.USERNAME || accountName();
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account that has no name, as in some containers.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}

const TEXTS = {
  answer: { nl: 'ja of nee', en: 'ja (yes) or nee (no)' },
  note: { nl: 'notitie (mag leeg)', en: 'note (may be empty)' },
  who: { nl: 'uw naam in het rapport', en: 'your name in the report' },
} as const;
