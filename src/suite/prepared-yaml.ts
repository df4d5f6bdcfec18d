/**
 * The YAML files that came with the package, read and checked once when it was built: doing that takes longer than a whole
 * test. Found by the digest of the text, so a file that was changed, or is not ours, is simply read.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { YamlFiles, YamlKind } from './yaml-files.js';

/** Beside the compiled code: `dist/prepared/yaml.txt`, a line for each file: its key, a space, its value as JSON. */
const FILE = new URL('../../prepared/yaml.txt', import.meta.url);

/** Key → JSON; a value is only parsed when it is asked for. */
let prepared: ReadonlyMap<string, string> | undefined;

/** The value of a text that the package was built with, or undefined. Each call gives one of its own. */
export function preparedValue<K extends YamlKind>(text: string, kind: K): { readonly value: YamlFiles[K] } | undefined {
  prepared ??= readPrepared();
  const json = prepared.get(keyOf(text, kind));
  return json === undefined ? undefined : { value: JSON.parse(json) as YamlFiles[K] };
}

/** A line of the file for a text that was checked. */
export function preparedLine<K extends YamlKind>(text: string, kind: K, value: YamlFiles[K]): string {
  return `${keyOf(text, kind)} ${JSON.stringify(value)}\n`;
}

/** Absent, as in a build that was not finished: then everything is read. */
function readPrepared(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let text = '';
  try {
    text = readFileSync(FILE, 'utf8');
  } catch {
    return found;
  }
  for (let at = 0, end = text.indexOf('\n'); end >= 0; at = end + 1, end = text.indexOf('\n', at)) {
    const space = text.indexOf(' ', at);
    found.set(text.slice(at, space), text.slice(space + 1, end));
  }
  return found;
}

function keyOf(text: string, kind: YamlKind): string {
  return createHash('sha256').update(`${kind}\n${text}`).digest('base64url');
}
