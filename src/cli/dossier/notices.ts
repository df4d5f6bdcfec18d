/** What a dossier has to say about itself, on a terminal. */

import type { Melding } from '../../dossier/acceptance/advice/notice.js';
import { cite } from '../../dossier/acceptance/gibit.js';
import type { Stand } from '../../dossier/acceptance/state.js';
import { oneLine } from '../one-line.js';
import { type Language, say } from '../settings/language.js';

/** One line each, with the article. */
export function noticeLines(notices: readonly Melding[], { contract }: Stand, language: Language): readonly string[] {
  return notices.map(({ code, ernst, tekst, gibit }) => {
    const place = gibit === undefined ? '' : ` [${cite(gibit, contract.gibit)}]`;
    return `${SIGNS[ernst]} ${code}: ${oneLine(say(tekst, language), 400)}${place}`;
  });
}

const SIGNS = { strijdig: '!!', let_op: ' !', uitleg: '  ' } as const;
