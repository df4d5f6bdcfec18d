/** What the answer of a person amounts to. Nobody's answer is never a pass. */
import type { Finding } from '../model/finding.js';
import { HUMAN_CHECK, type HumanAnswer, type HumanCheck } from '../model/human-check.js';
import { judged, type Rule, undecided } from '../model/judged.js';

/** @param check - as it was shown, names of variables filled in; @param wasStopped - the run was stopped while it waited */
export function judgeHumanAnswer(check: HumanCheck, answer: HumanAnswer | undefined, wasStopped: boolean): Finding {
  const rule: Rule = {
    id: HUMAN_CHECK,
    ernst: 'fout',
    verplicht: true,
    melding: {
      nl: `Een persoon bevestigt: ${check.question.nl}`,
      en: `A person confirms: ${check.question.en}`,
    },
  };
  if (answer === undefined) {
    const gevonden = wasStopped ? 'afgebroken' : 'geen antwoord';
    return undecided({ ...rule, advies: ANSWER }, 'transport', { verwacht: 'ja', gevonden });
  }
  const { answer: word, by, note } = answer;
  const gevonden = note === undefined ? `${word} (${by})` : `${word} (${by}): ${note}`;
  return judged(rule, word === 'ja', { verwacht: 'ja', gevonden, ...(word === 'nee' && { advies: again(check) }) });
}

function again({ lookAt }: HumanCheck): Finding['melding'] {
  return { nl: `Kijk in het product: ${lookAt.nl}`, en: `Look in the product: ${lookAt.en}` };
}

const ANSWER = {
  nl: 'Beantwoord de vraag aan de terminal, met "ketentest answer" terwijl de run wacht, of vooraf met --answers.',
  en: 'Answer the question at the terminal, with "ketentest answer" while the run waits, or beforehand with --answers.',
};
