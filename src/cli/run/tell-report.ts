/** Tells what a run came to, and where its report is. */
import type { Report } from '../../model/report.js';
import { say } from '../settings/language.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { summaryOf } from './summary.js';

/** The summary goes to standard output, so that it can be used; where the report is belongs to the talk, but for people. */
export async function tellReport(shell: Shell, settings: Settings, report: Report, page: string): Promise<void> {
  if (shell.isInteractive) shell.talk('\n');
  shell.out(
    (await summaryOf(report, { format: settings.format, language: settings.language, hasColour: shell.hasColour })).trimEnd(),
  );
  const where = `${say(REPORT, settings.language)} ${page}`;
  if (settings.format === 'text') shell.out(`\n${where}`);
  else shell.talk(`${where}\n`);
}

const REPORT = { nl: 'Rapport:', en: 'Report:' } as const;
