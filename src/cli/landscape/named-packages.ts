/** The packages that somebody names: a package itself, or a folder in which packages are. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';

/** Any of these shows that a folder is a package; one from which somebody took a file is not passed over. */
const MARKS = ['rapport.json', 'rapport.sigstore.json', 'bewijs', 'testset'] as const;

/** How far below what was named packages may lie. */
const DEPTH = 4;

/**
 * @param named - folders as they were given
 * @returns each once, in order of name below each folder
 * @throws {HarnessError} `REPORT_INVALID` for a folder that is not there, or in which there is no package
 */
export function namedPackages(cwd: string, named: readonly string[]): readonly string[] {
  const found = named.flatMap((shown) => {
    const below = packagesBelow(cwd, shown, DEPTH);
    if (below.length === 0) throw nothingIn(shown);
    return below;
  });
  return [...new Map(found.map((shown) => [resolve(cwd, shown), shown])).values()];
}

function packagesBelow(cwd: string, shown: string, depth: number): readonly string[] {
  const path = resolve(cwd, shown);
  if (MARKS.some((mark) => existsSync(join(path, mark)))) return [shown];
  if (depth === 0) return [];
  return foldersIn(path, shown).flatMap((name) => packagesBelow(cwd, join(shown, name), depth - 1));
}

function foldersIn(path: string, shown: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (cause) {
    throw nothingIn(shown, cause);
  }
}

function nothingIn(shown: string, cause?: unknown): HarnessError {
  return new HarnessError(
    'REPORT_INVALID',
    { nl: `in ${shown} is geen rapport te vinden`, en: `there is no report in ${shown}` },
    {
      ...(cause !== undefined && { cause }),
      place: { file: shown },
      hint: {
        nl: 'Noem de map van een rapport, of een map waar rapporten in staan.',
        en: 'Name the folder of a report, or a folder that holds reports.',
      },
    },
  );
}
