/** Options of a check that are a word or a list of words. */

/** Options do not change, and every message asks for them. */
const READ = new WeakMap<object, Map<string, readonly string[]>>();

/** The words of an option; none when it is not given. */
export function optionWords(options: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  let read = READ.get(options);
  if (!read) {
    read = new Map();
    READ.set(options, read);
  }
  const known = read.get(name) ?? [options[name] ?? []].flat().map(String);
  read.set(name, known);
  return known;
}
