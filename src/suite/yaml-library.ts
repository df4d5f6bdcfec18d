/** The YAML library, loaded when the first text has to be parsed and not before. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
let library: typeof import('yaml') | undefined;

export function yaml(): typeof import('yaml') {
  library ??= require('yaml') as typeof import('yaml');
  return library;
}
