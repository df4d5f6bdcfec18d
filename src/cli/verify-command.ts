/** `ketentest verify`: whether a package is what was sealed, by whom, and whether it holds for what one has. */
import { renderVerification, verificationJson } from '../report/render-verification.js';
import { verifyPackage } from '../report/verify.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { choice } from './option-values.js';
import { openPackageFolder } from './package-folder.js';
import { packageFacts } from './package-root.js';
import { settingsOnLine } from './settings.js';
import { readTrustFiles } from './trust-files.js';

/**
 * @returns 1 when it does not hold
 * @throws {HarnessError} `REPORT_INVALID` when there is no such folder, `CONFIG_INVALID` for what is trusted
 */
export async function verifyCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const shown = operands[0] ?? '';
  const { product, productVersion, standard } = options;
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json']);
  const trust = options.trust === undefined ? undefined : readTrustFiles(shell.cwd, String(options.trust));
  const verification = await verifyPackage(openPackageFolder(shell.cwd, shown), {
    ...(trust && { trust }),
    version: packageFacts().version,
    wanted: {
      ...(product !== undefined && { product: String(product) }),
      ...(productVersion !== undefined && { productVersion: String(productVersion) }),
      ...(standard !== undefined && { standard: String(standard) }),
    },
  });
  shell.out(
    format === 'json'
      ? verificationJson(verification)
      : renderVerification(verification, { shown, language, hasColour: shell.hasColour }),
  );
  return verification.oordeel === 'houdt_niet' ? EXIT.productFault : EXIT.ok;
}
