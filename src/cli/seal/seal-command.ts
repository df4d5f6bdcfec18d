/** `ketentest seal`: seals a report that is there already, or signs along when somebody sealed it. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { keyIdOf } from '../../report/seal/seal-key.js';
import { SEAL } from '../../report/seal/seal-names.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { isRunning } from '../journal/run-lock.js';
import { say } from '../settings/language.js';
import { settingsOnLine } from '../settings/settings.js';
import { doneAlong } from './done-along.js';
import { sealFolder } from './seal-folder.js';
import { sealingKeyFrom } from './sealing-key.js';

/** @throws {HarnessError} `USAGE`, `CONFIG_INVALID` for the key, `REPORT_INVALID` for what cannot be sealed */
export async function sealCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const shown = operands[0] ?? '';
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const key = sealingKeyFrom(shell, options);
  const folder = resolve(shell.cwd, shown);
  if (isRunning(folder)) throw new HarnessError('RUN_BUSY', TEXTS.busy, { place: { file: shown } });
  if (!existsSync(join(folder, 'rapport.json'))) {
    throw new HarnessError(
      'REPORT_INVALID',
      { nl: `er is geen rapport.json in ${shown}`, en: `there is no rapport.json in ${shown}` },
      { place: { file: shown }, hint: TEXTS.folder },
    );
  }
  const did = await doneAlong(shell, shown, { ...options, isFirst: !existsSync(join(folder, SEAL)) });
  const name = await sealFolder(shell, shown, key, did);
  shell.out(`${say(name === SEAL ? TEXTS.sealed : TEXTS.signedAlong, language)} ${join(shown, name)}`);
  shell.out(`${say(TEXTS.key, language)} ${keyIdOf(key.publicKey)}`);
  return EXIT.ok;
}

const TEXTS = {
  busy: { nl: 'in deze map is een run bezig', en: 'a run is at work in this folder' },
  folder: {
    nl: 'Noem de map van een rapport; van een afgebroken run maakt "ketentest report" er eerst een.',
    en: 'Name the folder of a report; of a run that was cut off "ketentest report" makes one first.',
  },
  sealed: { nl: 'Verzegeld:', en: 'Sealed:' },
  signedAlong: { nl: 'Medeondertekend:', en: 'Signed along:' },
  key: { nl: 'Sleutel-id (sha256):', en: 'Key id (sha256):' },
} as const;
