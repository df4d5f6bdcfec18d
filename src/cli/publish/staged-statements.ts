/** Brings signed statements into a site that is made ready: they are evidence too, and whoever computes again needs them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type BrokenStatement, type SignedStatement, STATEMENT_FILE } from '../../dossier/statement/signed-statement.js';
import type { Trust } from '../../report/seal/verify-signer.js';
import { readStatements } from '../indication/read-statements.js';
import { checkLinks, type LinkCheck } from './check-links.js';
import { STATEMENTS } from './kept-site.js';
import { putFile, takeFile } from './site-folder.js';
import type { Staging } from './staged-packages.js';

/** Read from its file, whether it says anything or not. */
export type Statement = SignedStatement | BrokenStatement;

/** Those that stand on the old site. */
export async function keptStatements(
  { root, old = '' }: Staging,
  names: readonly string[],
  trust: Trust,
): Promise<readonly Statement[]> {
  for (const name of names) await takeFile(join(old, STATEMENTS, name), root, `${STATEMENTS}${name}`, true);
  return readStatements(
    root,
    names.map((name) => `${STATEMENTS}${name}`),
    trust,
  );
}

/** One that says nothing is named, and not kept. */
export async function givenStatements(
  { root }: Staging,
  cwd: string,
  files: readonly string[],
  trust: Trust,
): Promise<readonly Statement[]> {
  const all: Statement[] = [];
  for (const [index, read] of readStatements(cwd, files, trust).entries()) {
    const file = files[index] ?? '';
    if (!('digest' in read)) {
      // Where it lies on the machine of who publishes is nobody's business.
      all.push({ ...read, naam: basename(file) });
      continue;
    }
    const path = `${STATEMENTS}${read.digest}${STATEMENT_FILE}`;
    await putFile(root, path, readFileSync(resolve(cwd, file), 'utf8'));
    all.push({ ...read, naam: path });
  }
  return all;
}

/** What stands at the public addresses; what came just now cannot stand there yet. */
export async function seenStatements(
  { root }: Staging,
  asked: { readonly digests: readonly string[]; readonly looking: LinkCheck } | undefined,
  trust: Trust,
): Promise<readonly Statement[]> {
  if (!asked) return [];
  const paths: string[] = [];
  for (const text of await checkLinks(asked.digests, asked.looking)) {
    const path = `${STATEMENTS}${createHash('sha256').update(text).digest('hex')}${STATEMENT_FILE}`;
    await putFile(root, path, text);
    paths.push(path);
  }
  return readStatements(root, paths, trust);
}

/** Each once, however often it was given. */
export function onlyOnce(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return statements.filter((each) => {
    const key = 'digest' in each ? each.digest : each.naam;
    return !seen.has(key) && seen.add(key);
  });
}
