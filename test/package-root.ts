/** The folder with our package.json, found from compiled code at any depth; and the compiled executable. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

export const packageRoot: string = findRoot(here);

/** The executable that was compiled together with the tests. */
export const executable: string = join(here, '..', 'src', 'cli', 'bin.js');

function findRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'ketentest')
    return folder;
  if (folder === dirname(folder)) throw new Error('package.json of ketentest was not found');
  return findRoot(dirname(folder));
}
