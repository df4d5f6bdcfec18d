/**
 * Keeps a page small enough to open: of a very large run the first messages are shown, and of the others only their file is
 * named. Which they are follows from the report alone.
 */
import type { Tekst } from '../../model/finding.js';
import type { Evidence } from '../evidence.js';

/** Characters of messages in a page, for the faults and for the rest each. */
export const ROOM = 5_000_000;

/** What a row costs beside its text. */
const ROW = 100;

const NOT_SHOWN: Tekst = {
  nl: 'niet in deze pagina, die anders te groot wordt: open het bestand',
  en: 'not in this page, that would get too large: open the file',
};

/** The same evidence, as far as there is room for it. */
export function withRoom(evidence: Evidence, characters = ROOM): Evidence {
  let left = characters;
  return {
    ...evidence,
    open(exchange, side) {
      const shown = evidence.open(exchange, side);
      if (!shown || shown.rows.length === 0) return shown;
      const cost = shown.rows.reduce((sum, { text }) => sum + ROW + text.length, 0);
      if (cost > left) return { ...shown, rows: [], notes: [...shown.notes, NOT_SHOWN] };
      left -= cost;
      return shown;
    },
  };
}
