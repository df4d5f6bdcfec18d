/** Colours of a terminal, and texts that cannot steer it. */

export type Paint = (colour: 'red' | 'green' | 'yellow' | 'bold' | 'dim', text: string) => string;

const CODES = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 };

export function painter(isOn: boolean): Paint {
  return (colour, text) => (isOn ? `\u{1B}[${CODES[colour]}m${text}\u{1B}[0m` : text);
}

/** What came from a message may not steer a terminal: the same data with every such sign as a space. */
export function printable<T>(from: T): T {
  const clean = (_: string, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, ' ') : value;
  return JSON.parse(JSON.stringify(from, clean)) as T;
}
