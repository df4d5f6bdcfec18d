/** Verifies every package that was named, and reads what was said in those that hold. */
import { type Statements, statementsThatCount } from '../../dossier/indication/said.js';
import { type Gelezen, knownFrom, type TeltNiet } from '../../dossier/interop/evidence.js';
import { type Kennis, knownAt } from '../../dossier/interop/together.js';
import type { SealedReport } from '../../dossier/sealed-report.js';
import type { BrokenStatement, SignedStatement } from '../../dossier/statement/signed-statement.js';
import { findEvidence } from '../indication/find-evidence.js';
import { packageReader } from '../indication/read-package.js';
import { readStatements } from '../indication/read-statements.js';
import { openPackageFolder } from '../package-folder.js';
import { readTrustFiles } from '../seal/trust-files.js';
import { saidIn } from './said-in-package.js';

export interface Gathered extends Kennis {
  readonly teltNiet: readonly TeltNiet[];
  readonly vertrouwen: 'genoemd' | 'niemand';
  /** As they were given, for who computes indications from them. */
  readonly reports: readonly SealedReport[];
  readonly statements: readonly (SignedStatement | BrokenStatement)[];
  readonly said: Statements;
}

export interface Gathering {
  readonly cwd: string;
  /** `--trust`, as it was given; without it nobody is trusted. */
  readonly trust?: string;
  /** Only what was there then; milliseconds since 1970. */
  readonly at: number;
}

/**
 * @param folders - packages, or folders of packages with signed statements beside them
 * @throws {HarnessError} `REPORT_INVALID` for a folder without either, `CONFIG_INVALID` for what is trusted
 */
export async function gather(folders: readonly string[], { cwd, trust, at }: Gathering): Promise<Gathered> {
  const found = findEvidence(cwd, folders.length > 0 ? folders : ['reports']);
  const readPackage = packageReader({ cwd, ...(trust !== undefined && { trust }) });
  const read: Gelezen[] = [];
  for (const shown of found.packages) read.push(await readWhole(cwd, await readPackage(shown)));
  const statements = readStatements(cwd, found.statements, trust === undefined ? {} : readTrustFiles(cwd, trust));
  const byDigest = new Map(read.flatMap(({ feiten }) => (feiten ? [[feiten.digest, feiten] as const] : [])));
  const said = statementsThatCount(statements, { at, byDigest });
  const { teltNiet, ...known } = knownFrom(read, said);
  return {
    ...knownAt(known, at),
    teltNiet: [...teltNiet, ...said.countNot],
    vertrouwen: trust === undefined ? 'niemand' : 'genoemd',
    ...{ reports: read, statements, said },
  };
}

async function readWhole(cwd: string, sealed: SealedReport): Promise<Gelezen> {
  const { naam, feiten } = sealed;
  // In a chain everybody was there, and what was said is judged already.
  if (!feiten || feiten.keten || feiten.waargenomen) return { ...sealed, gesprekken: [] };
  try {
    const gesprekken = await saidIn(openPackageFolder(cwd, naam), cwd, naam);
    return { ...sealed, ...(gesprekken && { gesprekken }) };
  } catch {
    // Sealed by somebody, and still no messages of ours: what the report says stands, and its messages say nothing.
    return sealed;
  }
}
