/** Why something counts or does not, and what an indication came from: one code a reason, in two languages. `{0}` is filled in. */
import type { Tekst } from '../../model/finding.js';
import type { Reden } from './indication.js';
import { CONDITION_TEXTS } from './texts-conditions.js';
import { REPORT_TEXTS } from './texts-reports.js';
import { STATE_TEXTS } from './texts-states.js';

export const INDICATION_REASONS = { ...REPORT_TEXTS, ...CONDITION_TEXTS, ...STATE_TEXTS } as const;

export type RedenCode = keyof typeof INDICATION_REASONS;

/** @param given - fill in `{0}`, `{1}` and so on, in the language of the text */
export function reden(
  code: RedenCode,
  given: readonly (string | Tekst)[] = [],
  more: Omit<Partial<Reden>, 'code' | 'tekst'> = {},
): Reden {
  const { nl, en } = INDICATION_REASONS[code];
  const filled = (text: string, language: keyof Tekst) =>
    text.replaceAll(/\{(\d)\}/g, (_, at: string) => {
      const value = given[Number(at)] ?? '';
      return typeof value === 'string' ? value : value[language];
    });
  return { code, tekst: { nl: filled(nl, 'nl'), en: filled(en, 'en') }, ...more };
}
