/** About how wide a text is in Verdana of 11 pixels. The text is stretched to it, so that other fonts fit as well. */

/** Whole pixels. */
export function widthOf(text: string): number {
  return Math.ceil([...text].reduce((sum, sign) => sum + widthOfSign(sign), 0));
}

function widthOfSign(sign: string): number {
  const found = WIDTHS.find(([signs]) => signs.includes(sign));
  if (found) return found[1];
  if (/\p{Lu}/u.test(sign)) return 7.8;
  return sign.length > 1 || /[\u{1100}-\u{FFFF}]/u.test(sign) ? 12 : 6.8;
}

const WIDTHS: readonly (readonly [signs: string, width: number])[] = [
  ["iljI'|", 3.4],
  [' ,.·:;!', 4],
  ['ftr()[]/-', 4.9],
  ['J_csxyzkv', 6.1],
  ['0123456789', 7],
  ['mwMW@%', 10.2],
];
