/** Seals the report of a run that came to its end, when a key was named. */
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import type { Report } from '../../model/report.js';
import type { SealingKey } from '../../report/seal/seal-key.js';
import { EXIT, type ExitCode, exitCodeOf, worstExit } from '../exit-code.js';
import { say } from '../settings/language.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { errorText } from '../tell-error.js';

/**
 * A run that was stopped can be gone on with, and is not sealed; nor is one that may not be published.
 * @param folder - as the user calls it
 * @returns the exit code: that of the report, and a refusal to seal is one of ours
 */
export async function sealRun(
  shell: Shell,
  settings: Settings,
  report: Report,
  folder: string,
  key: SealingKey,
): Promise<ExitCode> {
  const { format, language } = settings;
  const tell = (text: string): void => (format === 'text' ? shell.out(text) : shell.talk(`${text}\n`));
  const code = exitCodeOf(report);
  if (report.uitvoering.einde === 'cancelled') {
    tell(say(TEXTS.notSealed, language));
    return code;
  }
  const { sealFolder } = await import('./seal-folder.js');
  try {
    tell(`${say(TEXTS.sealed, language)} ${join(folder, await sealFolder(shell, folder, key))}`);
    return code;
  } catch (error) {
    if (!(error instanceof HarnessError) || error.code !== 'PRIVACY_BLOCKED') throw error;
    shell.talk(`${errorText(error, false, language)}\n`);
    return worstExit([code, EXIT.ours]);
  }
}

const TEXTS = {
  sealed: { nl: 'Verzegeld:', en: 'Sealed:' },
  notSealed: {
    nl: 'Niet verzegeld: de run is gestopt en kan nog verder. "ketentest seal" verzegelt hem zoals hij is.',
    en: 'Not sealed: the run was stopped and can still be gone on with. "ketentest seal" seals it as it is.',
  },
} as const;
