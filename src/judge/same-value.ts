/**
 * When two texts are the same value: white space around them does not count, base64 may be broken into lines, a moment
 * may be given to the second or to the millisecond, coordinates may have more zeros.
 */

const MEDIA_TYPES = 'http://www.w3.org/2005/05/xmlmime';

export function sameValue(wanted: string, found: string): boolean {
  const [one, other] = [wanted.trim(), found.trim()];
  return one === other || sameMoment(one, other) || sameCoordinates(one, other) || sameBase64(one, other);
}

/** The value of an attribute; a type of media has no case, and its parameters say nothing about what it is. */
export function sameAttribute(namespace: string, wanted: string, found: string): boolean {
  if (namespace !== MEDIA_TYPES) return wanted.trim() === found.trim();
  const bare = (text: string) => text.split(';')[0]?.trim().toLowerCase();
  return bare(wanted) === bare(found);
}

function sameMoment(one: string, other: string): boolean {
  return isMoment(one) && isMoment(other) && one.padEnd(17, '0') === other.padEnd(17, '0');
}

function isMoment(text: string): boolean {
  return /^(?:19|20)\d{10,15}$/.test(text);
}

/** Two numbers or more: a single one may be a version, where 1.1 and 1.10 differ. */
function sameCoordinates(one: string, other: string): boolean {
  const [ones, others] = [one.split(/\s+/, 1000), other.split(/\s+/, 1000)];
  if (ones.length < 2 || ones.length !== others.length || ones.length === 1000) return false;
  const isNumber = (text: string | undefined) => text !== undefined && /^-?\d{1,12}(?:\.\d{1,12})?$/.test(text);
  return ones.every((text, index) => isNumber(text) && isNumber(others[index]) && Number(text) === Number(others[index]));
}

/** Only line ends may differ: base64 has no spaces within a line, and a text that has them is no base64. */
function sameBase64(one: string, other: string): boolean {
  if (one.length < 16 || /\S[ \t]+\S/.test(one) || /\S[ \t]+\S/.test(other)) return false;
  const [bare, otherBare] = [one.replaceAll(/\s+/g, ''), other.replaceAll(/\s+/g, '')];
  return bare === otherBare && bare.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(bare);
}
