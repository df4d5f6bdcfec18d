/** Verifies every package that was named, and reads what was said in those that hold. */
import { type Gelezen, knownFrom, type TeltNiet } from '../../dossier/interop/evidence.js';
import type { Kennis } from '../../dossier/interop/together.js';
import type { SealedReport } from '../../dossier/sealed-report.js';
import { packageReader } from '../indication/read-package.js';
import { openPackageFolder } from '../package-folder.js';
import { namedPackages } from './named-packages.js';
import { saidIn } from './said-in-package.js';

export interface Gathered extends Kennis {
  readonly teltNiet: readonly TeltNiet[];
  readonly vertrouwen: 'genoemd' | 'niemand';
}

/**
 * @param folders - packages, or folders in which packages are
 * @param trust - as `--trust` names it; without it nobody is trusted
 * @throws {HarnessError} `REPORT_INVALID` for a folder without a package, `CONFIG_INVALID` for what is trusted
 */
export async function gather(cwd: string, folders: readonly string[], trust: string | undefined): Promise<Gathered> {
  const readPackage = packageReader({ cwd, ...(trust !== undefined && { trust }) });
  const read: Gelezen[] = [];
  for (const shown of namedPackages(cwd, folders)) read.push(await readWhole(cwd, await readPackage(shown)));
  return { ...knownFrom(read), vertrouwen: trust === undefined ? 'niemand' : 'genoemd' };
}

async function readWhole(cwd: string, sealed: SealedReport): Promise<Gelezen> {
  const { naam, feiten } = sealed;
  // In a chain everybody was there, and what was said is judged already.
  if (!feiten || feiten.keten || feiten.waargenomen) return { ...sealed, gesprekken: [] };
  try {
    return { ...sealed, gesprekken: await saidIn(openPackageFolder(cwd, naam), cwd, naam) };
  } catch (error) {
    // Sealed by somebody, and still no messages of ours.
    const gezien = error instanceof Error ? error.message : String(error);
    return { naam, bevindingen: [{ code: 'REPORT_UNREADABLE', bestand: naam, gezien }], gesprekken: [] };
  }
}
