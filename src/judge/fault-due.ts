/**
 * A fault that was provoked must be the fault that was due: another one is not a pass.
 */
import type { Finding } from '../model/finding.js';
import { judged, type Rule } from '../model/judged.js';
import type { FaultDue } from '../model/scenario.js';
import type { FaultMeaning, MessageFacts } from '../standard/family.js';

const CODE: Rule = {
  id: 'FOUT-CODE',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'De foutcode hoort bij wat er mis is', en: 'The fault code belongs to what is wrong' },
};

const PLEK: Rule = {
  id: 'FOUT-PLEK',
  ernst: 'fout',
  melding: { nl: 'De plek van de fout zegt wie hem moet herstellen', en: 'plek tells who has to mend the fault' },
};

const CAUSE: Rule = {
  id: 'FOUT-OORZAAK',
  ernst: 'aandachtspunt',
  melding: { nl: 'Het foutbericht zegt wat er mis is', en: 'The fault message tells what is wrong' },
  advies: {
    nl: 'Noem in omschrijving of details wat er niet klopte: bij een algemene code kan de afzender het nergens anders aan zien.',
    en: 'Tell in omschrijving or details what was wrong: with a general code the sender cannot see it anywhere else.',
  },
};

/**
 * @param due - a code beside those that a standard prescribes is a fault; so is one that it gives another meaning; a code
 *   without a meaning of its own is no more than a warning where none is prescribed
 * @param meaning - what a code says of its cause
 */
export function judgeFaultDue(
  due: FaultDue,
  { fout, message }: MessageFacts,
  meaning: (code: string) => FaultMeaning,
): readonly Finding[] {
  if (!fout) return [];
  const at = { regelnummer: message?.line };
  const found = fout.code ?? '';
  const isWrong = due.prescribed || meaning(found) === 'specific';
  const code = due.codes && [
    judged(isWrong ? CODE : { ...CODE, ernst: 'waarschuwing', verplicht: false }, due.codes.includes(found), {
      ...at,
      pad: 'code',
      ...{ verwacht: due.codes.join(' of '), gevonden: `${fout.code ?? '(afwezig)'}: ${fout.omschrijving ?? ''}` },
    }),
  ];
  const plek = due.plek && [
    judged(PLEK, fout.plek?.toLowerCase() === due.plek, {
      ...at,
      pad: 'plek',
      verwacht: due.plek,
      gevonden: fout.plek ?? '(afwezig)',
    }),
  ];
  const told = [fout.omschrijving, fout.details].filter((part) => part).join('; ');
  const cause = due.about && [
    judged(
      CAUSE,
      due.about.some((word) => told.toLowerCase().includes(word.toLowerCase())),
      {
        ...at,
        pad: 'omschrijving',
        verwacht: due.about.join(' / '),
        gevonden: told || '(leeg)',
      },
    ),
  ];
  return [...(code ?? []), ...(plek ?? []), ...(cause ?? [])];
}
