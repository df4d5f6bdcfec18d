/** Opens the files of statements; one that says nothing is named with why, and stops nothing. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type BrokenStatement,
  MAX_STATEMENT_BYTES,
  openSigned,
  type SignedStatement,
} from '../../dossier/statement/signed-statement.js';
import type { Trust } from '../../report/seal/verify-signer.js';

export function readStatements(
  cwd: string,
  files: readonly string[],
  trust: Trust,
): readonly (SignedStatement | BrokenStatement)[] {
  return files.map((naam) => {
    const path = resolve(cwd, naam);
    try {
      if (statSync(path).size > MAX_STATEMENT_BYTES) return { naam, bezwaar: 'SEAL_UNREADABLE' };
      return openSigned(naam, readFileSync(path), trust);
    } catch {
      return { naam, bezwaar: 'SEAL_UNREADABLE' };
    }
  });
}
