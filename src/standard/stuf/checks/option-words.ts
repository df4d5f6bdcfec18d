/** Options of a check that are a word or a list of words. */

/** The words of an option; none when it is not given. */
export function optionWords(options: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  return [options[name] ?? []].flat().map(String);
}
