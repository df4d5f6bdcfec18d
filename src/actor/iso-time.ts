/** A moment as a record has it. */

/** The one that was written last: a message has several moments, and most within one millisecond. */
let last = { millis: Number.NaN, text: '' };

/** @param millis - milliseconds since 1970 */
export function isoTime(millis: number): string {
  if (millis !== last.millis) last = { millis, text: new Date(millis).toISOString() };
  return last.text;
}
