/** Verifies every package that was named, and reads what was said in those that hold. */
import { type Gelezen, knownFrom, type TeltNiet } from '../../dossier/interop/evidence.js';
import type { Kennis } from '../../dossier/interop/together.js';
import { sealedReport } from '../../dossier/sealed-report.js';
import { openPackageFolder } from '../package-folder.js';
import { packageFacts } from '../package-root.js';
import { readTrustFiles } from '../seal/trust-files.js';
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
  const options = { ...(trust !== undefined && readTrustFiles(cwd, trust)), version: packageFacts().version };
  const read: Gelezen[] = [];
  for (const shown of namedPackages(cwd, folders)) {
    const source = openPackageFolder(cwd, shown);
    const sealed = await sealedReport(shown, source, options);
    // In a chain everybody was there, and what was said is judged already.
    const isRead = sealed.feiten !== undefined && !sealed.feiten.keten && !sealed.feiten.waargenomen;
    read.push({ ...sealed, gesprekken: isRead ? await saidIn(source, cwd, shown) : [] });
  }
  return { ...knownFrom(read), vertrouwen: trust === undefined ? 'niemand' : 'genoemd' };
}
