/** `ketentest explain`: a code of a report or an error in plain words, with its source. */

import type { Tekst } from '../model/finding.js';
import { HarnessError } from '../model/harness-error.js';
import { nearest } from '../model/nearest.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { ERROR_TEXTS } from './explain-texts.js';
import { findingTexts } from './finding-texts.js';
import { say } from './language.js';
import { settingsOnLine } from './settings.js';

export async function explainCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, options);
  const code = operands[0] ?? '';
  const known = new Map<string, readonly Tekst[]>([
    ...Object.entries(ERROR_TEXTS).map(([name, text]) => [name, [text]] as const),
    ...(await findingTexts()),
  ]);
  const texts = known.get(code.toUpperCase()) ?? known.get(code);
  if (texts === undefined) throw unknownCode(code, [...known.keys()]);
  shell.out([code, ...texts.map((text) => say(text, language))].join('\n\n'));
  return EXIT.ok;
}

function unknownCode(code: string, known: readonly string[]): HarnessError {
  const near = nearest(code.toUpperCase(), known);
  return new HarnessError('USAGE', `there is no code "${code}"${near ? `; did you mean "${near}"?` : ''}`, {
    hint: 'Codes stand in a report beside each finding, and at the beginning of an error.',
  });
}
