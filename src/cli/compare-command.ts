/** `ketentest compare`: what differs between two runs; exit code 1 when something fails that did not. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../model/harness-error.js';
import type { Report } from '../model/report.js';
import { compareReports } from '../report/compare.js';
import { comparisonText } from '../report/compare-text.js';
import { readReport } from '../report/rapport-json.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { choice } from './option-values.js';
import { settingsOnLine } from './settings.js';

export async function compareCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, { lang: options.lang });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json'] as const);
  const [one = '', other = ''] = operands;
  const comparison = compareReports(reportIn(shell.cwd, one), reportIn(shell.cwd, other));
  shell.out(format === 'json' ? JSON.stringify(comparison) : comparisonText(comparison, language));
  return comparison.nieuwFout.length > 0 ? EXIT.productFault : EXIT.ok;
}

function reportIn(cwd: string, folder: string): Report {
  const file = join(folder, 'rapport.json');
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new HarnessError(
      'REPORT_INVALID',
      { nl: `er is geen rapport.json in ${folder}`, en: `there is no rapport.json in ${folder}` },
      {
        cause,
        place: { file },
        hint: { nl: 'Noem twee mappen van rapporten.', en: 'Name two folders of reports.' },
      },
    );
  }
  return readReport(text, file);
}
