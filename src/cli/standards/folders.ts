/**
 * Where schema sets are looked for and where prepared ones are kept: the folders that each system has for such things.
 */
import { isAbsolute, join, resolve } from 'node:path';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `process.platform` */
  readonly platform: string;
  /** The home folder of the user. */
  readonly home: string;
  readonly cwd: string;
}

export interface StandardsFolders {
  /** Where sets are looked for; the first that has a set wins. */
  readonly roots: readonly string[];
  /** The roots that somebody named, and how. */
  readonly named: readonly NamedRoot[];
  /** Where `standards add` installs; the last of the roots. */
  readonly installRoot: string;
  /** For prepared sets; may be thrown away at any time. */
  readonly cache: string;
}

export interface NamedRoot {
  readonly by: '--schemas' | 'KETENTEST_STANDARDS';
  readonly folder: string;
}

/**
 * @param schemas - the `--schemas` option: a folder of sets that wins from everything
 * @see XDG Base Directory Specification; on Windows LOCALAPPDATA
 */
export function standardsFolders({ env, platform, home, cwd }: Surroundings, schemas?: string): StandardsFolders {
  const windows = env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  const isWindows = platform === 'win32';
  const data = isWindows ? windows : absolute(env.XDG_DATA_HOME) || join(home, '.local', 'share');
  const cache = isWindows
    ? join(windows, 'ketentest', 'cache')
    : join(absolute(env.XDG_CACHE_HOME) || join(home, '.cache'), 'ketentest');
  const installRoot = join(data, 'ketentest', 'standards');
  const named = [...namedRoot('--schemas', schemas, cwd), ...namedRoot('KETENTEST_STANDARDS', env.KETENTEST_STANDARDS, cwd)];
  const roots = [...named.map(({ folder }) => folder), installRoot];
  return { roots, named, installRoot, cache: join(cache, 'schemas') };
}

function namedRoot(by: NamedRoot['by'], folder: string | undefined, cwd: string): readonly NamedRoot[] {
  return folder === undefined || folder === '' ? [] : [{ by, folder: resolve(cwd, folder) }];
}

/** The specification says that a relative path in these variables is to be ignored. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}
