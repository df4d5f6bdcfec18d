/** `ketentest chain propose|check`: from a ketenplaat to a plan, and whether a plan is ready to be run. */
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { Call, CommandAction } from '../command.js';
import type { ExitCode } from '../exit-code.js';

const ACTIONS: Readonly<Record<string, () => Promise<CommandAction>>> = {
  propose: async () => (await import('./propose.js')).propose,
  check: async () => (await import('./check-plan.js')).checkPlan,
};

/** @throws {HarnessError} `USAGE` for an action that there is not */
export async function chainCommand(call: Call): Promise<ExitCode> {
  const name = call.operands[0] ?? '';
  const load = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (load) return (await load())(call);
  const meant = didYouMean(nearest(name, Object.keys(ACTIONS)));
  throw new HarnessError(
    'USAGE',
    { nl: `er is geen "chain ${name}"${meant.nl}`, en: `there is no "chain ${name}"${meant.en}` },
    { hint: { nl: 'Gebruik propose of check.', en: 'Use propose or check.' } },
  );
}
