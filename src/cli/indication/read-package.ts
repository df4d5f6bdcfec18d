/** Reads one package as far as it can be believed; what cannot be read at all is named, and stops nothing. */
import { resolve } from 'node:path';
import { type SealedReport, sealedReport } from '../../dossier/sealed-report.js';
import type { Trust } from '../../report/seal/verify-signer.js';
import { openPackageFolder } from '../package-folder.js';
import { packageFacts } from '../package-root.js';
import { readTrustFiles } from '../seal/trust-files.js';

/** What every thread has to know. */
export interface ReadingTask {
  readonly cwd: string;
  /** `--trust`, as it was given. */
  readonly trust?: string;
}

/** @throws {HarnessError} `CONFIG_INVALID` for what is trusted */
export function packageReader({ cwd, trust }: ReadingTask): (shown: string) => Promise<SealedReport> {
  const { version } = packageFacts();
  const trusted: Trust = trust === undefined ? {} : readTrustFiles(cwd, trust);
  return async (shown) => {
    try {
      return await sealedReport(shown, openPackageFolder(resolve(cwd), shown), { version, ...trusted });
    } catch (error) {
      const gezien = error instanceof Error ? error.message : String(error);
      return { naam: shown, bevindingen: [{ code: 'REPORT_UNREADABLE', bestand: shown, gezien }] };
    }
  };
}
