/** Questions to persons as renditions show them. */
import type { Tekst } from '../model/finding.js';
import type { Bevestiging, Report } from '../model/report.js';
import { dutchTime } from './dutch-time.js';

export interface ConfirmationView {
  readonly stand: Bevestiging['stand'];
  readonly vraag: Tekst;
  readonly kijkNaar: Tekst;
  readonly antwoord: Tekst;
  readonly notitie: string | undefined;
}

export const STAND_WORDS: Readonly<Record<Bevestiging['stand'], Tekst>> = {
  ja: { nl: 'ja', en: 'yes' },
  nee: { nl: 'nee', en: 'no' },
  geen_antwoord: { nl: 'geen antwoord', en: 'no answer' },
  niet_gevraagd: { nl: 'niet gevraagd', en: 'not asked' },
};

const HOW_WORDS: Readonly<Record<NonNullable<Bevestiging['hoe']>, Tekst>> = {
  terminal: { nl: 'aan de terminal', en: 'at the terminal' },
  bestand: { nl: 'uit een bestand', en: 'from a file' },
  opdracht: { nl: 'met ketentest answer', en: 'with ketentest answer' },
};

export function confirmationView(of: Bevestiging): ConfirmationView {
  return {
    stand: of.stand,
    vraag: of.vraag,
    kijkNaar: of.kijkNaar,
    antwoord: { nl: answered(of, 'nl'), en: answered(of, 'en') },
    notitie: of.notitie,
  };
}

/** How many questions came to what, in one line; undefined when nothing is asked. */
export function confirmationCounts({ resultaat }: Report): Tekst | undefined {
  const { bevestigingen } = resultaat.tellingen;
  if (!bevestigingen) return undefined;
  const said = (taal: keyof Tekst) =>
    Object.entries(STAND_WORDS)
      .flatMap(([stand, word]) => {
        const count = bevestigingen[stand as Bevestiging['stand']];
        return count === undefined ? [] : [`${count} ${word[taal]}`];
      })
      .join(', ');
  return { nl: said('nl'), en: said('en') };
}

/** The answer, who gave it, how and when, in one line. */
export function answered({ stand, door, hoe, beantwoordOp }: Bevestiging, taal: keyof Tekst): string {
  const word = STAND_WORDS[stand][taal];
  if (door === undefined || hoe === undefined || beantwoordOp === undefined) return word;
  return `${word} · ${door}, ${HOW_WORDS[hoe][taal]}, ${dutchTime(beantwoordOp)}`;
}
