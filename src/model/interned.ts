/**
 * Names that stand in message after message, as one text each: two of the same are then told the same at a glance, and two
 * others apart, without looking at their letters.
 */

/** Names that no message needs are not kept: so many are, and no longer ones. */
const [KEPT, LONGEST] = [8192, 128];

const NAMES = new Map<string, string>();

/** @returns the same text, for all that say it the same one */
export function interned(text: string): string {
  const known = NAMES.get(text);
  if (known !== undefined) return known;
  if (text.length > LONGEST || NAMES.size >= KEPT) return text;
  // A key of an object is what the engine keeps once.
  const [name = text] = Object.keys({ [text]: 0 });
  NAMES.set(name, name);
  return name;
}
