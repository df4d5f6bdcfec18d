/** `ketentest run`: tests a product with one suite or more, and leaves a report of each. */
import { join } from 'node:path';
import type { Call } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { isOwnFile, ownName } from '../own-suite.js';
import { type NamedRun, readRuns } from '../settings/settings.js';
import { noSuiteNamed, splitOperand } from '../suite-loading.js';
import type { SuiteRun } from './run-together.js';

export async function runCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  if (options.continue !== undefined) {
    const { continueRun } = await import('./continue-run.js');
    return continueRun({ shell, operands, options });
  }
  const runs = suiteRuns(await readRuns(shell, options), operands);
  const [first, ...others] = runs;
  if (!first) throw noSuiteNamed();
  if (others.length > 0) {
    const { runTogether } = await import('./run-together.js');
    return runTogether(shell, runs);
  }
  const { runSuite } = await import('./run-suite.js');
  return runSuite(shell, first.settings, first.suite);
}

/**
 * Every suite of every run. An operand is a suite, or the name of one of several runs; each report of several has a folder
 * of its own below the one that was named. What is named twice is run twice.
 */
export function suiteRuns(runs: readonly NamedRun[], operands: readonly string[]): readonly SuiteRun[] {
  const names = new Set(runs.map(({ name }) => name));
  const isName = (operand: string) => names.has(operand);
  const wanted = operands.filter(isName);
  const suites = operands.filter((operand) => !isName(operand));
  const all = runs
    .filter(({ name }) => wanted.length === 0 || (name !== undefined && wanted.includes(name)))
    .flatMap(({ name, settings }) =>
      (suites.length > 0 ? suites : settings.suites).map((operand) => ({ name, settings, ...splitOperand(operand) })),
    );
  const seen = new Map<string, number>();
  return all.map(({ name, settings, suite, only }) => {
    const { out } = settings;
    const named = isOwnFile(suite) ? ownName(suite) : suite;
    const called = name === undefined ? named : `${name}/${named}`;
    const nth = (seen.get(called) ?? 0) + 1;
    seen.set(called, nth);
    const own = nth === 1 ? called : `${called}-${nth}`;
    return {
      suite,
      path: `/${own}`,
      settings: {
        ...settings,
        only: [...settings.only, ...only],
        ...(out !== undefined && all.length > 1 && { out: join(out, ...own.split('/')) }),
      },
    };
  });
}
