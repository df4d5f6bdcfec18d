/** Reads a file that an option names, and says of which option it was when it cannot. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';

/**
 * @param file - as it was named, relative to `cwd`
 * @param hint - which option takes what kind of file, and where one is shown
 * @throws {HarnessError} `CONFIG_INVALID` that names the file
 */
export function readGivenFile(cwd: string, file: string, hint: Tekst): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `${file} is niet te lezen`, en: `${file} cannot be read` },
      { cause, place: { file }, hint },
    );
  }
}
