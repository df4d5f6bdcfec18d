/** What this harness is made of: the digests that a seal carries beside those of the package. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SealFacts } from '../../report/seal/seal-predicate.js';
import { packageFacts } from '../package-root.js';

export function sealFacts(): SealFacts {
  const { root, version } = packageFacts();
  return {
    schemaDigest: sha256(readFileSync(join(root, 'docs', 'rapport.schema.json'))),
    harness: { version, digest: codeDigest(fileURLToPath(new URL('../..', import.meta.url))) },
  };
}

/**
 * Digest of the list of digests of all our code, as `find . -name '*.js' | LC_ALL=C sort | xargs sha256sum` below
 * `dist/src` gives it: anybody can make it again from the published package.
 */
function codeDigest(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => `./${name.replaceAll('\\', '/')}`)
    .sort();
  return sha256(names.map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`).join(''));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
