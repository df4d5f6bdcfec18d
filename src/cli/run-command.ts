/** `ketentest run`: tests a product with one suite or more, and leaves a report of each. */
import { HarnessError } from '../model/harness-error.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode, worstExit } from './exit-code.js';
import { readSettings } from './settings.js';
import { noSuiteNamed, splitOperand } from './suite-loading.js';

export async function runCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  if (options.continue !== undefined) {
    const { continueRun } = await import('./continue-run.js');
    return continueRun({ shell, operands, options });
  }
  const settings = await readSettings(shell, options);
  const suites = operands.length > 0 ? operands : settings.suites;
  if (suites.length === 0) {
    throw noSuiteNamed();
  }
  if (suites.length > 1 && settings.out !== undefined) {
    throw new HarnessError(
      'USAGE',
      { nl: '--out noemt één map, en er is meer dan één testset', en: '--out names one folder, and there are more suites' },
      {
        hint: {
          nl: 'Laat --out weg: elk rapport krijgt een eigen map.',
          en: 'Leave --out away: each report gets a folder of its own.',
        },
      },
    );
  }
  const { runSuite } = await import('./run-suite.js');
  const codes: ExitCode[] = [];
  const others = suites.map((operand) => splitOperand(operand).suite);
  for (const operand of suites) {
    const { suite, only } = splitOperand(operand);
    codes.push(await runSuite(shell, { ...settings, only: [...settings.only, ...only] }, suite, { others }));
    if (shell.stop.aborted) break;
  }
  return codes.length === 0 ? EXIT.notEstablished : worstExit(codes);
}
