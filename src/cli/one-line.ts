/** Text of strangers on one line of ours. */

/** What strangers send must not write lines of its own, nor colour them. @param most - characters; the rest is cut off */
export function oneLine(text: string, most = 160): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trimEnd();
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}
