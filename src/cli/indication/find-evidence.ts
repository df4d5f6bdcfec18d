/** Finds packages and statements: a package, a folder of packages with statements beside them, or a file of a statement. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { STATEMENT_FILE } from '../../dossier/statement/signed-statement.js';
import { HarnessError } from '../../model/harness-error.js';
import { SEAL } from '../../report/seal/seal-names.js';

export interface Evidence {
  /** Folders, as the user calls them. */
  readonly packages: readonly string[];
  /** Files, as the user calls them. */
  readonly statements: readonly string[];
}

/** @throws {HarnessError} `REPORT_INVALID` for what is not there, or holds neither */
export function findEvidence(cwd: string, operands: readonly string[]): Evidence {
  const found = operands.map((shown) => evidenceIn(cwd, shown));
  return {
    packages: [...new Set(found.flatMap(({ packages }) => packages))],
    statements: [...new Set(found.flatMap(({ statements }) => statements))],
  };
}

function evidenceIn(cwd: string, shown: string): Evidence {
  const path = resolve(cwd, shown);
  const kind = kindOf(path);
  if (kind === 'file' && shown.endsWith(STATEMENT_FILE)) return { packages: [], statements: [shown] };
  if (kind !== 'folder') throw unusable(shown);
  if (isPackage(path)) return { packages: [shown], statements: [] };
  const names = readdirSync(path).sort();
  const packages = names.filter((name) => isPackage(join(path, name))).map((name) => join(shown, name));
  const statements = names.filter((name) => name.endsWith(STATEMENT_FILE)).map((name) => join(shown, name));
  if (packages.length + statements.length === 0) throw unusable(shown);
  return { packages, statements };
}

/** One of which the report was taken away is a package still. */
function isPackage(path: string): boolean {
  return existsSync(join(path, 'rapport.json')) || existsSync(join(path, SEAL));
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() ? 'folder' : stats?.isFile() ? 'file' : undefined;
}

function unusable(shown: string): HarnessError {
  return new HarnessError(
    'REPORT_INVALID',
    {
      nl: `${shown}: hier staat geen rapport en geen verklaring`,
      en: `${shown}: there is no report and no statement here`,
    },
    {
      place: { file: shown },
      hint: {
        nl: `Noem de map van een rapport, een map met zulke mappen, of een bestand dat eindigt op ${STATEMENT_FILE}.`,
        en: `Name the folder of a report, a folder of such folders, or a file whose name ends in ${STATEMENT_FILE}.`,
      },
    },
  );
}
