/** `ketentest verify`: whether a package is what was sealed, by whom, and whether it holds for what one has. */
import { renderVerification, verificationJson } from '../../report/seal/render-verification.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { choice } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { verify } from './verify-folder.js';

/**
 * @returns 1 when it does not hold
 * @throws {HarnessError} `REPORT_INVALID` when there is no such folder, `CONFIG_INVALID` for what is trusted
 */
export async function verifyCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const shown = operands[0] ?? '';
  const { product, productVersion, standard, signer } = options;
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json']);
  const told = { product, productVersion, standard, signer, trust: options.trust };
  const given = Object.fromEntries(
    Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const verification = await verify(shown, { cwd: shell.cwd, ...given });
  shell.out(
    format === 'json'
      ? verificationJson(verification)
      : renderVerification(verification, { shown, language, hasColour: shell.hasColour }),
  );
  return verification.oordeel === 'houdt_niet' ? EXIT.productFault : EXIT.ok;
}
