/**
 * A fault that was provoked must be the fault that was due: another one is not a pass.
 */
import type { Finding } from '../model/finding.js';
import { judged, type Rule } from '../model/judged.js';
import type { FaultDue } from '../model/scenario.js';
import type { MessageFacts } from '../standard/family.js';

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

/** @param due - codes that a standard does not prescribe are no more than a warning */
export function judgeFaultDue(due: FaultDue, { fout, message }: MessageFacts): readonly Finding[] {
  if (!fout) return [];
  const at = { regelnummer: message?.line };
  const code = due.codes && [
    judged(due.prescribed ? CODE : { ...CODE, ernst: 'waarschuwing', verplicht: false }, due.codes.includes(fout.code ?? ''), {
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
  return [...(code ?? []), ...(plek ?? [])];
}
