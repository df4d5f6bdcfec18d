/** Numbers that may be the BSN of a real person, as the page shows them: where, and who cleared them. */
import type { PrivacyCheck } from '../privacy/privacy-check.js';
import { BLOCKED, CLEARED, clearanceText, placeText } from '../privacy/privacy-texts.js';

/** @returns undefined when there is nothing to tell */
export function privacyView(check: PrivacyCheck | undefined) {
  if (!check || check.vondsten.length === 0) return undefined;
  return {
    isBlocked: check.blokkade,
    intro: check.blokkade ? BLOCKED : CLEARED,
    rows: check.vondsten.map((find) => ({
      ...{ id: find.id, isOpen: !find.vrijgave, stand: clearanceText(find) },
      places: find.bestanden.map(placeText),
    })),
  };
}
