/**
 * Several suites in one go. Those in which we send come one after another, since they share a product; those in which the
 * product sends wait side by side at one address, each below its own path.
 */
import { openSite } from '../../actor/site.js';
import { HarnessError } from '../../model/harness-error.js';
import { planSuite } from '../../suite/plan.js';
import { EXIT, type ExitCode, exitCodeOfError, worstExit } from '../exit-code.js';
import { signingKeyOf } from '../seal/signing-key.js';
import { listeningTls } from '../settings/probe-options.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { openSuite } from '../suite-loading.js';
import { errorText, failureText } from '../tell-error.js';
import { meantFor } from './meant-for-suite.js';
import { runSuite } from './run-suite.js';
import { takingTurns } from './turns.js';

/** One suite of one run. */
export interface SuiteRun {
  readonly suite: string;
  /** Its own, at an address that is shared. */
  readonly path: string;
  readonly settings: Settings;
}

/**
 * @returns the worst of what the reports amount to
 * @throws {HarnessError} what is wrong with any of them, before anything is sent
 */
export async function runTogether(shell: Shell, named: readonly SuiteRun[]): Promise<ExitCode> {
  const sending: SuiteRun[] = [];
  const waiting: SuiteRun[] = [];
  const loaded = await Promise.all(named.map(({ suite }) => openSuite(suite)));
  const suites = loaded.map(({ suite }) => suite);
  const runs = named.map((each, index) => {
    const own = suites[index];
    return own ? { ...each, settings: meantFor(each.settings, own, suites) } : each;
  });
  for (const [index, each] of runs.entries()) {
    signingKeyOf(shell, each.settings);
    const own = loaded[index];
    const plan = own && planSuite(own, each.settings);
    const doesWait = plan?.scenarios.some(({ skipped, scenario }) => !skipped && scenario.steps.some(({ receive }) => receive));
    (doesWait && !each.settings.dryRun ? waiting : sending).push(each);
  }
  const others = runs.map(({ suite }) => suite);
  const codes: ExitCode[] = [];
  for (const { suite, settings, path } of sending) {
    if (shell.stop.aborted) break;
    codes.push(await runSuite(shell, settings, suite, { others, path }));
  }
  if (!shell.stop.aborted) codes.push(...(await waitTogether(shell, waiting, others)));
  return codes.length === 0 ? EXIT.notEstablished : worstExit(codes);
}

async function waitTogether(shell: Shell, runs: readonly SuiteRun[], others: readonly string[]): Promise<readonly ExitCode[]> {
  const [first] = runs;
  if (!first) return [];
  const { settings } = first;
  const failed = (error: unknown) => shell.talk(`${failureText(error, settings.language)}\n`);
  await using site = await openSite({ ...settings.listen, ...listeningTls(shell, settings), failed });
  const turn = takingTurns();
  return await Promise.all(
    runs.map(async (each) => {
      const own = shellOf(shell, each.path);
      try {
        return await runSuite(own, each.settings, each.suite, { others, shared: { site, turn, path: each.path } });
      } catch (error) {
        own.talk(`${errorText(error, false, each.settings.language)}\n`);
        return error instanceof HarnessError ? exitCodeOfError(error.code) : EXIT.ours;
      }
    }),
  );
}

/** Every line says whose it is. */
function shellOf(shell: Shell, path: string): Shell {
  const name = path.slice(1);
  return {
    ...shell,
    stop: shell.stop,
    isInteractive: false,
    talk: (text) => shell.talk(text.replaceAll(/^(?=.)/gm, `${name}: `)),
    ask: (question, signal) => shell.ask(`${name}: ${question}`, signal),
  };
}
