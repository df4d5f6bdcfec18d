/** `ketentest compare`: what differs between two runs; exit code 1 when something fails that did not. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../model/harness-error.js';
import type { Report } from '../model/report.js';
import { type Comparison, compareReports, type StepChange } from '../report/compare.js';
import { readReport } from '../report/rapport-json.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Language, say } from './language.js';
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

/** What fails now first; what needs nobody's attention last. */
function comparisonText(of: Comparison, language: Language): string {
  const groups = [
    ['nieuwFout', of.nieuwFout],
    ['hersteld', of.hersteld],
    ['veranderd', of.veranderd],
    ['andereReden', of.andereReden],
  ] as const;
  const lines = groups.flatMap(([name, changes]) =>
    changes.length === 0 ? [] : [`${say(TEXTS[name], language)} (${changes.length})`, ...changes.flatMap(changeLines)],
  );
  const runs = of.omstandigheden.map(({ veld, was, is }) => `  ${veld}: ${was} → ${is}`);
  return [
    ...(lines.length === 0 ? [say(TEXTS.same, language)] : lines),
    ...(runs.length === 0 ? [] : [say(TEXTS.runs, language), ...runs]),
  ].join('\n');
}

function changeLines({ stap, was, is, regelsWas, regelsIs }: StepChange): readonly string[] {
  const gone = regelsWas.filter((line) => !regelsIs.includes(line)).map((line) => `    - ${line}`);
  const come = regelsIs.filter((line) => !regelsWas.includes(line)).map((line) => `    + ${line}`);
  return [`  ${stap}  ${was ?? '–'} → ${is ?? '–'}`, ...gone, ...come];
}

const TEXTS = {
  nieuwFout: { nl: 'Nieuw fout', en: 'Newly failing' },
  hersteld: { nl: 'Hersteld', en: 'Mended' },
  veranderd: { nl: 'Anders', en: 'Changed' },
  andereReden: { nl: 'Zelfde oordeel, andere reden', en: 'Same verdict, another reason' },
  same: {
    nl: 'Elke stap heeft hetzelfde oordeel, om dezelfde reden.',
    en: 'Every step has the same verdict, for the same reason.',
  },
  runs: { nl: 'De runs zelf verschillen in', en: 'The runs themselves differ in' },
} as const;
