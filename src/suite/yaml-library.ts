/** The YAML library, loaded when the first text has to be parsed and not before. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
let library: typeof import('yaml') | undefined;

export function yaml(): typeof import('yaml') {
  library ??= require('yaml') as typeof import('yaml');
  return library;
}

/** Parses a text that is known to be good. */
export function parse(text: string): unknown {
  return yaml().parse(text, { maxAliasCount: 100 });
}
