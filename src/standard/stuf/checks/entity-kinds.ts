/** Numbers for kinds of entities, so that a table finds what it says of a kind at once. */

/** A message can hold kinds that nobody thought of; so many have a number of their own, the others have none. */
const MOST_KINDS = 500;

const NUMBERS = new Map<string, number>();

/** Of a kind that has no number. */
export const UNNUMBERED = -1;

export function kindNumber(kind: string): number {
  const known = NUMBERS.get(kind);
  if (known !== undefined) return known;
  if (NUMBERS.size >= MOST_KINDS) return UNNUMBERED;
  NUMBERS.set(kind, NUMBERS.size);
  return NUMBERS.size - 1;
}
