/**
 * Another sign of the same kind: a digit for a digit, a capital for a capital, and of as many bytes in every encoding that
 * we mask in. What is neither letter nor digit stays.
 */

const LOWER = 'àáâäçèéêëìíîïñòóôöùúûü';
const UPPER = 'ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜ';
/** Three bytes in UTF-8. */
const WIDE = 'ḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯ';

/** @param chance - 0 … 255 */
export function otherLetter(sign: string, chance: number): string {
  if (sign >= 'a' && sign <= 'z') return String.fromCharCode(97 + (chance % 26));
  if (sign >= 'A' && sign <= 'Z') return String.fromCharCode(65 + (chance % 26));
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80 || code > 0xffff || !/\p{L}/u.test(sign)) return sign;
  if (code >= 0x800) return pick(WIDE, chance);
  return pick(sign === sign.toUpperCase() && sign !== sign.toLowerCase() ? UPPER : LOWER, chance);
}

function pick(from: string, chance: number): string {
  return from[chance % from.length] ?? '';
}
