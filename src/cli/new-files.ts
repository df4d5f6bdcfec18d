/** Writes files that must not be there yet: keys and certificates, of which some are secret. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessError } from '../model/harness-error.js';

export interface NewFile {
  readonly name: string;
  readonly text: string;
  /** For its owner's eyes only. */
  readonly isSecret: boolean;
}

const OTHER_FOLDER = { nl: 'Noem een andere map met --out.', en: 'Name another folder with --out.' };

/**
 * Nothing is written when one of the files is there: somebody may trust or use it.
 * @throws {HarnessError} `OUTPUT_FAILED`
 */
export async function writeNewFiles(folder: string, shown: string, files: readonly NewFile[]): Promise<void> {
  const present = files.find(({ name }) => existsSync(join(folder, name)));
  if (present !== undefined) throw taken(join(shown, present.name));
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, text, isSecret } of files) {
      const file = join(folder, name);
      await writeFile(file, text, { flag: 'wx', mode: isSecret ? 0o600 : 0o644 });
      // Whatever the umask of this user leaves or takes away.
      if (isSecret) await chmod(file, 0o600);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw taken(shown);
    const why = cause instanceof Error ? cause.message : String(cause);
    const text = { nl: `${shown} is niet te schrijven: ${why}`, en: `cannot write ${shown}: ${why}` };
    throw new HarnessError('OUTPUT_FAILED', text, { cause, place: { file: shown }, hint: OTHER_FOLDER });
  }
}

function taken(file: string): HarnessError {
  const text = { nl: `${file} is er al en wordt niet overschreven`, en: `${file} is there already, and is not written over` };
  return new HarnessError('OUTPUT_FAILED', text, { place: { file }, hint: OTHER_FOLDER });
}
