/**
 * Writes DER, as far as a certificate needs it: a tag, a length, the content.
 *
 * @see ITU-T X.690, sections 8 and 10
 */

/** What stands in the fields of a certificate. */
export type Der = Buffer;

export function tagged(tag: number, ...parts: readonly Der[]): Der {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export function sequence(...parts: readonly Der[]): Der {
  return tagged(0x30, ...parts);
}

export function setOf(...parts: readonly Der[]): Der {
  return tagged(0x31, ...parts);
}

/** @param bytes - big-endian, not negative; a leading zero is added where the first bit would say otherwise */
export function integer(bytes: Uint8Array): Der {
  const isNegative = ((bytes[0] ?? 0) & 0x80) !== 0;
  return tagged(0x02, Buffer.from(isNegative ? [0, ...bytes] : bytes));
}

export function boolean(value: boolean): Der {
  return tagged(0x01, Buffer.from([value ? 0xff : 0x00]));
}

export function octets(bytes: Der): Der {
  return tagged(0x04, bytes);
}

/** @param unused - how many bits at the end do not count */
export function bitString(bytes: Uint8Array, unused = 0): Der {
  return tagged(0x03, Buffer.from([unused, ...bytes]));
}

export function utf8(text: string): Der {
  return tagged(0x0c, Buffer.from(text, 'utf8'));
}

/** For letters, digits and little else. */
export function printable(text: string): Der {
  return tagged(0x13, Buffer.from(text, 'latin1'));
}

/** A moment, to the second; from 2050 on in the long form. @see RFC 5280, section 4.1.2.5 */
export function time(moment: Date): Der {
  const digits = moment.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return moment.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
}

/** @param dotted - e.g. `2.5.4.3` */
export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const digits = [number & 0x7f];
  for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

function lengthOf(length: number): Der {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}
