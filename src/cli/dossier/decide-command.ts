/** `ketentest dossier decide`: lays down what was decided about acceptance. It refuses nothing; it says what does not agree. */
import { isDay } from '../../dossier/acceptance/days.js';
import type { Besluit } from '../../dossier/acceptance/state.js';
import { DECISION_WORDS, DECISIONS } from '../../dossier/acceptance/words.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { say } from '../settings/language.js';
import { choice } from '../settings/option-values.js';
import { appendChange } from './dossier-append.js';
import { day, dossierCall, lookedAt, text, texts, usage } from './dossier-call.js';
import { noticeLines } from './notices.js';

/** @returns 0, also for a decision that the evidence contradicts: deciding is not ours @throws {HarnessError} `USAGE` */
export async function dossierDecideCommand(given: Call): Promise<ExitCode> {
  const call = dossierCall(given);
  const { shell, shown, language, who, at, operands } = call;
  const uitkomst = choice({ name: 'besluit', texts: [operands[1] ?? ''] }, DECISIONS);
  const voorwaarden = texts(call, 'condition').map((each) =>
    isDay(each.slice(0, 10)) ? { tekst: each.slice(11).trim(), uiterlijk: each.slice(0, 10) } : { tekst: each },
  );
  if (voorwaarden.some(({ tekst }) => tekst === ''))
    throw usage('--condition zegt alleen een dag', '--condition says a day only');
  if (uitkomst === 'voorwaardelijk_geaccepteerd' && voorwaarden.length === 0)
    throw usage(TEXTS.noCondition.nl, TEXTS.noCondition.en, TEXTS.condition);
  if (uitkomst !== 'voorwaardelijk_geaccepteerd' && voorwaarden.length > 0) throw usage(TEXTS.condition.nl, TEXTS.condition.en);
  const [deel, reden] = [text(call, 'part'), text(call, 'reason')];
  const besluit: Besluit = {
    ...{ uitkomst, datum: day(call, 'date') ?? at, door: text(call, 'decided-by') ?? who },
    omvang: deel === undefined ? 'integraal' : 'deel',
    ...(deel !== undefined && { deel }),
    ...(voorwaarden.length > 0 && { voorwaarden }),
    ...(reden !== undefined && { reden }),
  };
  const dossier = appendChange(shell, shown, who, () => ({ soort: 'besluit', besluit }));
  shell.out(`${say(TEXTS.decided, language)} ${say(DECISION_WORDS[uitkomst], language)}, ${besluit.datum}, ${besluit.door}`);
  const { meldingen, stand } = await lookedAt(dossier, call);
  for (const line of noticeLines(
    meldingen.filter(({ ernst }) => ernst === 'strijdig'),
    stand,
    language,
  ))
    shell.out(line);
  return EXIT.ok;
}

const TEXTS = {
  decided: { nl: 'Besluit:', en: 'Decision:' },
  noCondition: {
    nl: 'voorwaardelijk accepteren gaat met voorwaarden',
    en: 'accepting conditionally goes with conditions',
  },
  condition: {
    nl: '--condition "2027-03-01 wat er dan gebeurd moet zijn" hoort bij voorwaardelijk_geaccepteerd, en mag vaker.',
    en: '--condition "2027-03-01 what has to be done by then" goes with voorwaardelijk_geaccepteerd, and may be repeated.',
  },
} as const;
