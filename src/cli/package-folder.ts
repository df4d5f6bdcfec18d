/** A report package that is a folder on disk. What is below `prive/` is not part of it. */
import { hash } from 'node:crypto';
import { createReadStream, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../model/harness-error.js';
import type { ListedFile, PackageSource } from '../report/package-source.js';

const PRIVATE = 'prive';

const AT_ONCE_BYTES = 1024 * 1024;

/** @throws {HarnessError} `REPORT_INVALID` when it is no folder, or cannot be read */
export function openPackageFolder(cwd: string, shown: string): PackageSource {
  const root = resolve(cwd, shown);
  const told = <T>(act: () => T): T => {
    try {
      return act();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new HarnessError(
        'REPORT_INVALID',
        { nl: `${shown} is niet te lezen: ${why}`, en: `cannot read ${shown}: ${why}` },
        { cause, place: { file: shown }, hint: { nl: 'Noem de map van een rapport.', en: 'Name the folder of a report.' } },
      );
    }
  };
  told(() => readdirSync(root));
  const sizes = new Map<string, number>();
  const isSmall = (name: string) => (sizes.get(name) ?? Number.POSITIVE_INFINITY) <= AT_ONCE_BYTES;
  return {
    list: async () => {
      const listed = told(() => filesBelow(root, ''));
      for (const { name, size, kind } of listed) if (kind === 'file') sizes.set(name, size);
      return listed;
    },
    open: (name) => (isSmall(name) ? atOnce(`${root}/${name}`) : createReadStream(`${root}/${name}`)),
    digest: (name) => (isSmall(name) ? hash('sha256', readFileSync(`${root}/${name}`), 'hex') : undefined),
  };
}

/** Of many packages, opening streams would take longer than checking. */
async function* atOnce(file: string): AsyncIterable<Uint8Array> {
  yield readFileSync(file);
}

/** Links are listed, and never followed. */
function filesBelow(root: string, below: string): readonly ListedFile[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .filter((entry) => below !== '' || entry.name !== PRIVATE)
    .flatMap((entry): readonly ListedFile[] => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, name);
      if (!entry.isFile()) return [{ name, kind: entry.isSymbolicLink() ? 'link' : 'other', size: 0 }];
      return [{ name, kind: 'file', size: lstatSync(join(root, name)).size }];
    });
}
