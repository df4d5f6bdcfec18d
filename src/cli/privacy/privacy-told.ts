/** What a terminal says of numbers that may be the BSN of a real person: where they stand, and never what they are. */
import type { PrivacyCheck } from '../../report/privacy/privacy-check.js';
import { BLOCKED, clearanceText, placeText } from '../../report/privacy/privacy-texts.js';
import { type Language, say } from '../settings/language.js';

/** Every find, where it stands, and what became of it. */
export function privacyText({ blokkade, vondsten }: PrivacyCheck, language: Language): string {
  if (vondsten.length === 0) return say(TEXTS.nothing, language);
  const rows = vondsten.flatMap((find) => [
    `  ${find.vrijgave ? '✓' : '✗'} ${find.id}  ${say(clearanceText(find), language)}`,
    ...find.bestanden.map((each) => `      ${say(placeText(each), language)}`),
  ]);
  return [say(blokkade ? BLOCKED : TEXTS.cleared, language), ...rows].join('\n');
}

const TEXTS = {
  nothing: {
    nl: 'In het openbare deel staat geen nummer dat het BSN van een echte persoon kan zijn.',
    en: 'In the public part stands no number that may be the BSN of a real person.',
  },
  cleared: { nl: 'Alles wat gevonden is, is vrijgegeven:', en: 'Everything that was found was cleared:' },
} as const;
