/**
 * Times for readers: the clock on the wall in the Netherlands, without asking the machine for its zone or language.
 */

/**
 * `2026-01-31T12:00:00.250Z` → `31-01-2026 13:00:00`; a text that is no ISO 8601 time in UTC stays as it is.
 * @param iso - ISO 8601, UTC
 */
export function dutchTime(iso: string): string {
  const millis = Date.parse(iso);
  if (Number.isNaN(millis)) return iso;
  const local = new Date(millis + (isSummer(millis) ? 2 : 1) * 3_600_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(local.getUTCDate())}-${two(local.getUTCMonth() + 1)}-${local.getUTCFullYear()}`;
  return `${day} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
}

/** `2026-01-31T23:30:00Z` → `2026-02-01`: the day in the Netherlands, such that days compare as texts. */
export function dutchDay(iso: string): string {
  const [day = '', month = '', year = ''] = dutchTime(iso).slice(0, 10).split('-');
  return `${year}-${month}-${day}`;
}

/** Milliseconds between two ISO times; undefined when one of them cannot be read. */
export function millisBetween(from: string, to: string): number | undefined {
  const millis = Date.parse(to) - Date.parse(from);
  return Number.isNaN(millis) ? undefined : millis;
}

/** `850 ms`, `1,4 s` or `2 min 5 s`; the comma in both languages, as in the Dutch original. */
export function duration(millis: number): string {
  if (millis < 1000) return `${millis} ms`;
  if (millis < 60_000) return `${(Math.round(millis / 100) / 10).toString().replace('.', ',')} s`;
  return `${Math.floor(millis / 60_000)} min ${Math.round((millis % 60_000) / 1000)} s`;
}

/** Summer time runs from the last Sunday of March to the last Sunday of October, both at 01:00 UTC (Directive 2000/84/EC). */
function isSummer(millis: number): boolean {
  const year = new Date(millis).getUTCFullYear();
  return millis >= lastSunday(year, 2) && millis < lastSunday(year, 9);
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}
