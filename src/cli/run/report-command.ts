/** `ketentest report`: renders a report again from its package, or makes it first from the journal of a killed run. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import type { Report } from '../../model/report.js';
import type { Manifest } from '../../report/manifest.js';
import type { Call } from '../command.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import { claimRun } from '../journal/run-lock.js';
import { withReport } from '../package/broken-report.js';
import type { Language } from '../settings/language.js';
import { choice } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { isWatch } from '../watch/watch-assignment.js';
import { isCutOff, reportKilledRun } from './killed-run.js';
import { summaryOf } from './summary.js';

export const RENDITIONS = ['text', 'json', 'github', 'html', 'junit', 'ctrf', 'earl', 'gitb', 'in-toto', 'csv', 'pdf'] as const;

/** Prints one rendition; the exit code is that of the report. */
export async function reportCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { readReport } = await import('../../report/rapport-json.js');
  const folder = operands[0] ?? '';
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, RENDITIONS);
  const path = resolve(shell.cwd, folder);
  if (isCutOff(path)) {
    // Not of a run that is still going: its report is its own to write.
    using _ = claimRun(path, folder);
    await (isWatch(path) ? (await import('../watch/watch-report.js')).writeWatchReport(shell, path) : reportKilledRun(path));
  }
  const file = join(folder, 'rapport.json');
  const read = readReport(readText(shell, folder, 'rapport.json'), file);
  return withReport(read, file, () => shown(shell, folder, read, format, options));
}

async function shown(
  shell: Shell,
  folder: string,
  read: Report,
  format: (typeof RENDITIONS)[number],
  options: Call['options'],
): Promise<ExitCode> {
  const language = options.lang === undefined ? read.rapport.taal : settingsOnLine(shell, { lang: options.lang }).language;
  const report: Report = { ...read, rapport: { ...read.rapport, taal: language } };
  if (format === 'pdf') {
    const out = options.out === undefined ? `${basename(resolve(shell.cwd, folder))}.pdf` : String(options.out);
    const { printPdf } = await import('../package/report-pdf.js');
    await printPdf(shell, await render(shell, folder, report, 'html', language), resolve(shell.cwd, out));
    shell.out(out);
    return exitCodeOf(report);
  }
  shell.out((await render(shell, folder, report, format, language)).trimEnd());
  return exitCodeOf(report);
}

async function render(
  shell: Shell,
  folder: string,
  report: Report,
  format: Exclude<(typeof RENDITIONS)[number], 'pdf'>,
  language: Language,
): Promise<string> {
  if (format === 'junit') return (await import('../../report/render/render-junit.js')).renderJunit(report, language);
  if (format === 'ctrf') return (await import('../../report/render/render-ctrf.js')).renderCtrf(report, language);
  if (format === 'earl') return (await import('../../report/render/render-earl.js')).renderEarl(report, language);
  if (format === 'csv') return (await import('../../report/render/render-csv.js')).renderCsv(ofChain(report, folder));
  if (format === 'gitb') return (await import('../../report/render/render-gitb.js')).renderGitb(report, language);
  if (format === 'in-toto') {
    const digest = createHash('sha256')
      .update(readText(shell, folder, 'rapport.json'))
      .digest('hex');
    return (await import('../../report/seal/render-in-toto.js')).renderInToto(report, digest);
  }
  if (format !== 'html') return summaryOf(report, { format, language, hasColour: shell.hasColour });
  const [{ loadEvidence }, { renderHtml }] = await Promise.all([
    import('../../report/evidence.js'),
    import('../../report/page/render-html.js'),
  ]);
  const manifest = JSON.parse(readText(shell, folder, 'bewijs/manifest.json')) as Manifest;
  return renderHtml(report, await loadEvidence(manifest, (name) => createReadStream(inside(shell, folder, name))));
}

function ofChain(report: Report, folder: string): Report {
  if (report.keten) return report;
  throw new HarnessError(
    'CONFIG_INVALID',
    {
      nl: `${folder} is geen rapport van een keten; csv is de ketentestmatrix`,
      en: `${folder} is no report of a chain; csv is the chain-test matrix`,
    },
    { hint: { nl: 'Kies een andere --format.', en: 'Choose another --format.' } },
  );
}

/** A name in a package never leads out of it. */
function inside(shell: Shell, folder: string, name: string): string {
  if (!/^bewijs\/[\w.-]+$/.test(name))
    throw new HarnessError('REPORT_INVALID', `the manifest names ${name}, which is no message of this package`, {
      place: { file: join(folder, 'bewijs/manifest.json') },
    });
  return resolve(shell.cwd, folder, name);
}

function readText(shell: Shell, folder: string, name: string): string {
  try {
    return readFileSync(resolve(shell.cwd, folder, name), 'utf8');
  } catch (cause) {
    throw new HarnessError(
      'REPORT_INVALID',
      { nl: `er is geen ${name} in ${folder}`, en: `there is no ${name} in ${folder}` },
      {
        cause,
        place: { file: join(folder, name) },
        hint: {
          nl: 'Noem de map van een rapport; daarin staat rapport.json.',
          en: 'Name the folder of a report, which holds rapport.json.',
        },
      },
    );
  }
}
