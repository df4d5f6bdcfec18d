/**
 * Remembers what was made of one message: many checks look at the same one, right after each other. Only the latest is
 * kept, so that nothing of a message outlives the next.
 */

/** @param make - called when another message is asked about than the last time, or with other tools */
export function ofLatest<K extends object, W, V>(make: (of: K, tools: W) => V): (of: K, tools: W) => V {
  let latest: { readonly of: K; readonly tools: W; readonly made: V } | undefined;
  return (of, tools) => {
    if (!latest || latest.of !== of || latest.tools !== tools) latest = { of, tools, made: make(of, tools) };
    return latest.made;
  };
}
