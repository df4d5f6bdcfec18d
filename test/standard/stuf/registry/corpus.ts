/** Messages that nobody on this project wrote, where they are: beside the repository. In an envelope, as a server gets them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../package-root.js';

export interface CorpusMessage {
  readonly file: string;
  readonly body: Uint8Array;
}

export function corpusMessages(): readonly CorpusMessage[] {
  const root = join(process.env.KETENTEST_CORPUS ?? join(packageRoot, '..', 'shared', 'corpus'));
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => ({ file, body: readFileSync(join(root, file)) }));
}
