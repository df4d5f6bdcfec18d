/** Verifies the package in a folder: what the command and the library both do. */
import type { Verification } from '../../report/seal/verify.js';
import { verifyPackage } from '../../report/seal/verify.js';
import { openPackageFolder } from '../package-folder.js';
import { packageFacts } from '../package-root.js';
import { readTrustFiles } from './trust-files.js';

export interface VerifyFolderOptions {
  /** Where relative names start; the folder of this process by default. */
  readonly cwd?: string;
  /** A file with public keys or certificates of issuers, or a folder of such files; without it nobody is trusted. */
  readonly trust?: string;
  /** What somebody has, and the report should be about. */
  readonly product?: string;
  readonly productVersion?: string;
  readonly standard?: string;
  /** Who should have set the seal: a name, or an OIN. */
  readonly signer?: string;
}

/**
 * Whether a report package is what was sealed, by whom, and how sure it is. Offline.
 * @throws {HarnessError} `REPORT_INVALID` when there is no such folder, `CONFIG_INVALID` for what is trusted
 */
export async function verify(folder: string, options: VerifyFolderOptions = {}): Promise<Verification> {
  const { cwd = process.cwd(), trust, ...wanted } = options;
  return verifyPackage(openPackageFolder(cwd, folder), {
    ...(trust !== undefined && readTrustFiles(cwd, trust)),
    version: packageFacts().version,
    wanted,
  });
}
