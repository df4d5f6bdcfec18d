/**
 * Values of the YAML files that came with the package, parsed once when it was built: reading YAML takes longer than a
 * whole test. Found by the digest of the text, so a file that was changed, or is not ours, is simply parsed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from './yaml-library.js';

/** Beside the compiled code: `dist/prepared/yaml.json`. */
const FILE = new URL('../../prepared/yaml.json', import.meta.url);

let prepared: Readonly<Record<string, unknown>> | undefined;

/** The parsed value of a text that the package was built with, or undefined. */
export function preparedValue(text: string): { readonly value: unknown } | undefined {
  prepared ??= readPrepared();
  const key = digest(text);
  return Object.hasOwn(prepared, key) ? { value: structuredClone(prepared[key]) } : undefined;
}

/** What to write into `dist/prepared/yaml.json` for these texts. */
export function prepareYaml(texts: Iterable<string>): string {
  return JSON.stringify(Object.fromEntries([...texts].map((text) => [digest(text), parse(text)])));
}

/** Absent, as in a build that was not finished, or damaged: then everything is parsed. */
function readPrepared(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
