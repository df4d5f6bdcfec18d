/** Masks a text that is no message by what was masked in the messages: the same values get the same tokens. */

/** Shorter values are part of too much else, in characters; they are masked only where they are the whole text. */
const SHORTEST = 4;

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
  return {
    within: (text) => (sought ? text.replaceAll(sought, (value) => made.get(value) ?? value) : text),
    whole: (text) => made.get(text.trim()),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
