/** `ketentest report`: renders a report again from its rapport.json, in another form or language. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../model/harness-error.js';
import type { Report } from '../model/report.js';
import type { Call } from './command.js';
import { type ExitCode, exitCodeOf } from './exit-code.js';
import { settingsOnLine } from './settings.js';
import { summaryOf } from './summary.js';

/** Prints a rendition; the exit code is that of the report. */
export async function reportCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { readReport } = await import('../report/rapport-json.js');
  const folder = operands[0] ?? '';
  const report = readReport(readText(resolve(shell.cwd, folder), folder), join(folder, 'rapport.json'));
  const { format } = settingsOnLine(shell, options);
  const language = options.lang === undefined ? report.rapport.taal : settingsOnLine(shell, options).language;
  shell.out((await summaryOf(report as Report, { format, language, hasColour: shell.hasColour })).trimEnd());
  return exitCodeOf(report);
}

function readText(path: string, shown: string): string {
  try {
    return readFileSync(join(path, 'rapport.json'), 'utf8');
  } catch (cause) {
    throw new HarnessError('REPORT_INVALID', `there is no report in ${shown}`, {
      cause,
      place: { file: join(shown, 'rapport.json') },
      hint: 'Name the folder that holds rapport.json.',
    });
  }
}
