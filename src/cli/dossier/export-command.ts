/** `ketentest dossier export`: gebreken for a spreadsheet, or as issues for GitHub or GitLab. */
import { resolve } from 'node:path';
import { EXPORT_FORMATS, exportFindings } from '../../dossier/acceptance/export.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { dossierCall, text, word } from './dossier-call.js';
import { openDossier } from './dossier-folder.js';
import { told, writeWhole } from './dossier-write.js';

/** To standard output, or to a file. @throws {HarnessError} `USAGE`, `DOSSIER_INVALID`, `OUTPUT_FAILED` */
export async function dossierExportCommand(given: Call): Promise<ExitCode> {
  const call = dossierCall(given);
  const { shell, shown, language } = call;
  const content = exportFindings(openDossier(shell.cwd, shown).stand, word(call, 'format', EXPORT_FORMATS) ?? 'csv', language);
  const file = text(call, 'out');
  if (file === undefined) shell.out(content.replace(/\r?\n$/, ''));
  else told(file, () => writeWhole(resolve(shell.cwd, file), content));
  return EXIT.ok;
}
