/** Writes names as people read them: with the prefix that the standard gives their namespace. */
interface Name {
  readonly namespace: string;
  readonly name: string;
}

/** @param namespaces - prefix → namespace */
export function xmlPrefixer(namespaces: Readonly<Record<string, string>>): (of: Name) => string {
  const prefixes = new Map(Object.entries(namespaces).map(([prefix, namespace]) => [namespace, prefix]));
  return ({ namespace, name }) => (prefixes.get(namespace) ? `${prefixes.get(namespace)}:${name}` : name);
}
