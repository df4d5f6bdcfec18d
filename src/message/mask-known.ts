/** Masks a text that is no message by what was masked in the messages: the same values get the same tokens. */

/** Shorter values are part of too much else, in characters; they are masked only where they are the whole text. */
const SHORTEST = 4;

/** A report says the same things of many messages: so many texts are masked once, when they are no longer than this. */
const KEPT = 2_000;
const LONGEST_KEPT = 1_000;

export interface KnownMask {
  /** Values that were masked, wherever they stand as a word of their own. */
  within(text: string): string;
  /** The token of a text that is such a value as a whole, however short. */
  whole(text: string): string | undefined;
}

/** @param made - what was masked, and by what */
export function knownMask(made: ReadonlyMap<string, string>): KnownMask {
  const values = [...made.keys()].filter((value) => value.length >= SHORTEST).sort((one, other) => other.length - one.length);
  const sought =
    values.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\d])(?:${values.map(escaped).join('|')})(?![\\p{L}\\d])`, 'gu');
  const masked = new Map<string, string>();
  const within = (text: string) => (sought ? text.replaceAll(sought, (value) => made.get(value) ?? value) : text);
  return {
    within(text) {
      const known = masked.get(text);
      if (known !== undefined) return known;
      const result = within(text);
      if (masked.size < KEPT && text.length <= LONGEST_KEPT) masked.set(text, result);
      return result;
    },
    whole: (text) => made.get(text.trim()),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
