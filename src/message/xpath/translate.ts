/** `translate()` of XPath 1.0: each sign of a text that stands in one list becomes the sign at that place in another. */

interface Table {
  /** What becomes of a sign; '' for one that is left out. */
  readonly signs: ReadonlyMap<string, string>;
  /** By code: 1 for a sign that stays. */
  readonly stays: Uint8Array;
  /** Whether all signs beyond those codes stay. */
  readonly restStays: boolean;
}

/** Signs with a code below this are looked up by their code. */
const PLAIN = 128;

/** Written out once for each pair of texts: rules translate the same ones again and again. */
const TABLES = new Map<string, Map<string, Table>>();

/** Texts that rules hold; where a message holds them too, a stranger does not get to make more tables than this. */
const KEPT = 256;

/** @returns the very same text where nothing in it is translated */
export function translated(text: string, from: string, to: string): string {
  if (text === '') return text;
  const table = TABLES.get(from)?.get(to) ?? tableOf(from, to);
  const same = sameUntil(text, table);
  if (same === text.length) return text;
  let result = text.slice(0, same);
  for (const sign of text.slice(same)) result += table.signs.get(sign) ?? sign;
  return result;
}

function sameUntil(text: string, { stays, restStays }: Table): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < PLAIN ? stays[code] !== 1 : !restStays) return at;
  }
  return text.length;
}

function tableOf(from: string, to: string): Table {
  const others = [...to];
  // Of a sign that is listed twice the first place counts.
  const signs = new Map([...from].map((sign, index): [string, string] => [sign, others[index] ?? '']).reverse());
  const changed = [...signs].filter(([sign, other]) => sign !== other).map(([sign]) => sign.charCodeAt(0));
  const table = {
    signs,
    stays: Uint8Array.from({ length: PLAIN }, (_, code) => (changed.includes(code) ? 0 : 1)),
    restStays: changed.every((code) => code < PLAIN),
  };
  const known = TABLES.get(from) ?? new Map<string, Table>();
  if (TABLES.size < KEPT && known.size < KEPT) TABLES.set(from, known.set(to, table));
  return table;
}
