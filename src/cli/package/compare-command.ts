/** `ketentest compare`: what differs between two runs; exit code 1 when something fails that did not. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Report } from '../../model/report.js';
import { type Comparison, compareReports } from '../../report/compare/compare.js';
import { comparisonText } from '../../report/compare/compare-text.js';
import { readReport } from '../../report/rapport-json.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { choice } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { withReport } from './broken-report.js';

export async function compareCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, { lang: options.lang });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json'] as const);
  const [one = '', other = ''] = operands;
  const [was, is] = [reportIn(shell.cwd, one), reportIn(shell.cwd, other)];
  const comparison = await compared([one, was], [other, is]);
  const differ = was.testset.id === is.testset.id ? '' : `${suitesDiffer(was, is)[language]}\n\n`;
  shell.out(format === 'json' ? JSON.stringify(comparison) : differ + comparisonText(comparison, language));
  return comparison.nieuwFout.length > 0 ? EXIT.productFault : EXIT.ok;
}

type Named = readonly [folder: string, report: Report];

/** @throws {HarnessError} `USAGE` when there is nothing to lay side by side, `REPORT_INVALID` for what is no report */
function compared([one, was]: Named, [other, is]: Named): Promise<Comparison> {
  return withReport(was, join(one, 'rapport.json'), () =>
    withReport(is, join(other, 'rapport.json'), () => {
      const known = new Set(was.scenarios.map(({ id }) => id));
      if (is.scenarios.some(({ id }) => known.has(id))) return compareReports(was, is);
      const { nl, en } = suitesDiffer(was, is);
      throw new HarnessError(
        'USAGE',
        {
          nl: `${one} en ${other} hebben geen scenario gemeen. ${nl}`,
          en: `${one} and ${other} have no scenario in common. ${en}`,
        },
        {
          hint: {
            nl: 'Noem twee rapporten van dezelfde testset, of van twee versies ervan.',
            en: 'Name two reports of the same test set, or of two versions of it.',
          },
        },
      );
    }),
  );
}

function suitesDiffer(was: Report, is: Report): Tekst {
  const name = ({ testset, standaard }: Report) => `${testset.id} (${standaard.naam} ${standaard.versie}, ${standaard.rol})`;
  return {
    nl: `De testsets verschillen: ${name(was)} → ${name(is)}.`,
    en: `The test sets differ: ${name(was)} → ${name(is)}.`,
  };
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
