/** Writes files of a dossier: whole or not at all, and for the first who comes. */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { HarnessError } from '../../model/harness-error.js';
import { unique } from '../unique.js';

/** @returns false when there is such a file already, also when both came at the same moment */
export function writeFirst(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}-${unique()}`;
  try {
    writeThrough(draft, text);
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // A file system without links: then the name is taken first, and filled just after.
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) return writeNew(file, text);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeNew(file: string, text: string): boolean {
  try {
    writeThrough(file, text);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The file is as it was, or as it will be; never in between. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}-${unique()}`;
  try {
    writeThrough(draft, text);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeThrough(file: string, text: string): void {
  const open = openSync(file, 'wx');
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(open, bytes, at);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** @throws {HarnessError} `OUTPUT_FAILED` */
export function told<T>(shown: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof HarnessError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `in ${shown} is niet te schrijven: ${why}`, en: `cannot write in ${shown}: ${why}` },
      {
        ...{ cause, place: { file: shown } },
        hint: {
          nl: 'Er is niets veranderd. Controleer de rechten op de map en de ruimte op de schijf.',
          en: 'Nothing was changed. Check the permissions of the folder and the room on the disk.',
        },
      },
    );
  }
}
