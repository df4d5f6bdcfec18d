/** Makes the report of a part of a watch: here when it is the last, and in a process of its own while traffic goes on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../../report/rapport-json.js';
import type { SealingKey } from '../../report/seal/seal-key.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import { runOwn } from '../own-process.js';
import { tellReport } from '../run/tell-report.js';
import { sealRun } from '../seal/seal-run.js';
import { say } from '../settings/language.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import type { WatchPart } from './watch-part.js';
import { writeWatchReport } from './watch-report.js';

/** @returns the exit code that the report amounts to */
export async function reportHere(
  shell: Shell,
  settings: Settings,
  { folder }: WatchPart,
  key: SealingKey | undefined,
): Promise<ExitCode> {
  const report = await writeWatchReport(shell, folder.path);
  await tellReport(shell, settings, report, join(folder.shown, 'rapport.html'));
  const { tellPrivacy } = await import('../privacy/privacy-gate.js');
  await tellPrivacy(shell, folder.path, settings.language);
  return key ? sealRun(shell, settings, report, folder.shown, key) : exitCodeOf(report);
}

/** Leaves the memory of this process alone, and the traffic. */
export async function reportApart(
  shell: Shell,
  settings: Settings,
  { folder }: WatchPart,
  key: SealingKey | undefined,
): Promise<ExitCode> {
  await runOwn(shell, 'report', folder.path);
  const file = join(folder.path, 'rapport.json');
  const report = readReport(readFileSync(file, 'utf8'), file);
  const { nl, en } = PART;
  shell.talk(`${say({ nl, en }, settings.language)} ${join(folder.shown, 'rapport.html')} (${report.resultaat.totaal})\n`);
  return key ? sealRun(shell, settings, report, folder.shown, key) : exitCodeOf(report);
}

const PART = { nl: 'Rapport van wat tot nu toe passeerde:', en: 'Report of what passed until now:' } as const;
