/** Other libraries with the same prepared schema, where somebody installed them in `bench/`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageFacts } from '../src/cli/package-root.js';

export interface OtherValidator {
  readonly name: string;
  readonly validate: () => unknown;
}

interface Libxmljs {
  parseXml(text: string, options?: object): { validate(schema: unknown): boolean };
}

interface NodeLibxml {
  new (): {
    loadXmlFromString(text: string): boolean;
    loadSchemas(files: readonly string[]): unknown;
    validateAgainstSchemas(): unknown;
  };
}

/** @param entry - path of the prepared schema */
export function otherValidators(entry: string, text: string): readonly OtherValidator[] {
  const require = createRequire(join(packageFacts().root, 'bench', 'package.json'));
  const load = <T>(name: string): T | undefined => {
    try {
      return require(name) as T;
    } catch {
      return undefined;
    }
  };
  const found: OtherValidator[] = [];
  const libxmljs = load<Libxmljs>('libxmljs2');
  if (libxmljs) {
    const schema = libxmljs.parseXml(readFileSync(entry, 'utf8'), { baseUrl: entry });
    found.push({ name: 'libxmljs2', validate: () => libxmljs.parseXml(text).validate(schema) });
  }
  const nodeLibxml = load<{ readonly Libxml: NodeLibxml }>('node-libxml');
  if (nodeLibxml) {
    const validator = new nodeLibxml.Libxml();
    validator.loadSchemas([entry]);
    found.push({
      name: 'node-libxml',
      validate: () => validator.loadXmlFromString(text) && validator.validateAgainstSchemas(),
    });
  }
  return found;
}
