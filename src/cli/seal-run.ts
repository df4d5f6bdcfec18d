/** Seals the report of a run that came to its end, when a key was named. */
import { join } from 'node:path';
import type { Report } from '../model/report.js';
import type { SealingKey } from '../report/seal-key.js';
import { say } from './language.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

/** A run that was stopped can be gone on with, and is not sealed. @param folder - as the user calls it */
export async function sealRun(shell: Shell, settings: Settings, report: Report, folder: string, key: SealingKey): Promise<void> {
  const { format, language } = settings;
  const tell = (text: string): void => (format === 'text' ? shell.out(text) : shell.talk(`${text}\n`));
  if (report.uitvoering.einde === 'cancelled') return tell(say(TEXTS.notSealed, language));
  const { sealFolder } = await import('./seal-folder.js');
  tell(`${say(TEXTS.sealed, language)} ${join(folder, await sealFolder(shell, folder, key))}`);
}

const TEXTS = {
  sealed: { nl: 'Verzegeld:', en: 'Sealed:' },
  notSealed: {
    nl: 'Niet verzegeld: de run is gestopt en kan nog verder. "ketentest seal" verzegelt hem zoals hij is.',
    en: 'Not sealed: the run was stopped and can still be gone on with. "ketentest seal" seals it as it is.',
  },
} as const;
