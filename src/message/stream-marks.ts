/** Where the parts of a document begin and end that is read piece by piece. */

/** What begins with `<` and is no tag: how it begins, how it ends, and whether what it holds is text. */
export const MARKED = [
  { start: '<!--', end: '-->', isText: false },
  { start: '<![CDATA[', end: ']]>', isText: true },
  { start: '<?', end: '?>', isText: false },
] as const;

export type Marked = (typeof MARKED)[number];

/** Where a tag ends; a `>` in a value does not end it. Undefined when it goes on. */
export function tagEnd(source: string, from: number): number | undefined {
  for (let at = from; at < source.length; at++) {
    const sign = source[at];
    if (sign === '>') return at;
    if (sign !== '"' && sign !== "'") continue;
    at = source.indexOf(sign, at + 1);
    if (at < 0) return undefined;
  }
  return undefined;
}
