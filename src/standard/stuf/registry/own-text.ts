/**
 * A text of its own. What is cut out of a message holds on to the whole message for as long as it is there itself; what a
 * store keeps for good may not.
 */

const WIDE = /[\u0100-\uffff]/;

/** The same letters, and nothing else. */
export function ownText(text: string): string {
  const code = WIDE.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, code).toString(code);
}
