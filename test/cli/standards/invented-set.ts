/**
 * A user with empty folders, and a table of published sets that knows the invented schemas.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { memoryCache } from '../../../src/cli/standards/preparation-cache.js';
import { invented } from '../../message/invented-schema.js';

export const SET = 'verzonnen-1.0';
export const ENTRIES = ['bericht/bericht.xsd'];

export interface User {
  readonly folder: string;
  readonly suites: string;
  readonly installRoot: string;
  /** Writes files somewhere below the user's folder and gives the path of the folder. */
  write(below: string, files: Readonly<Record<string, string>>): Promise<string>;
  /** What `addStandard` wants to know. */
  readonly options: {
    readonly suites: string;
    readonly installRoot: string;
    readonly cache: ReturnType<typeof memoryCache>;
    readonly unique: () => string;
    readonly now: string;
  };
  remove(): Promise<void>;
}

export async function someUser(status: 'officieel' | 'voorstel' = 'officieel'): Promise<User> {
  const folder = await mkdtemp(join(tmpdir(), 'ketentest-standards-'));
  const suites = join(folder, 'suites');
  const installRoot = join(folder, 'data', 'standards');
  let count = 0;
  const write: User['write'] = async (below, files) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, below, path)), { recursive: true });
      await writeFile(join(folder, below, path), text);
    }
    return join(folder, below);
  };
  const files = Object.fromEntries(
    Object.entries(invented).map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')]),
  );
  const known = { set: SET, naam: 'Verzonnen 1.0', patch: 'patch 1', status, entries: [ENTRIES], files };
  await write('suites/_sets', { [`${SET}.json`]: JSON.stringify(known) });
  const unique = () => {
    count += 1;
    return String(count);
  };
  return {
    folder,
    suites,
    installRoot,
    write,
    options: { suites, installRoot, cache: memoryCache(), unique, now: '2026-01-02T03:04:05Z' },
    remove: () => rm(folder, { recursive: true }),
  };
}
