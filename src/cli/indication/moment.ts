/** A date as a person writes it: a day, which counts to its end, or a moment with its offset. */
import { type Given, instant, one, refuse } from '../settings/option-values.js';

/** Milliseconds since 1970. A day is one in UTC. */
export function momentAt(given: Given): number {
  const text = one(given);
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return instant(given);
  const start = Date.parse(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
  if (!isDay) throw refuse(given, { nl: 'een dag die bestaat, zoals 2026-01-31', en: 'a day that exists, such as 2026-01-31' });
  return start + 24 * 60 * 60 * 1000 - 1;
}
