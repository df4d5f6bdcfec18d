/** One suite from beginning to end: load, plan, refuse early, and then carry it out. */
import { HarnessError } from '../../model/harness-error.js';
import { planSuite } from '../../suite/plan.js';
import { answersGiven } from '../answers/answers-of-suite.js';
import { type Cast, castOf } from '../chain/cast.js';
import { disturbedIn } from '../chain/disturbed-steps.js';
import { checkCertificates } from '../chain/wrong-certificates.js';
import type { ExitCode } from '../exit-code.js';
import { packageFacts } from '../package-root.js';
import { ticketGiven } from '../seal/run-ticket.js';
import { signingKeyOf } from '../seal/signing-key.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { openSuite } from '../suite-loading.js';
import { carryOut } from './carry-out.js';
import { constantStates, refuseOpenConstants } from './constants-gate.js';
import { deviationsGiven } from './deviations-given.js';
import type { RunMore } from './run-more.js';
import { endpointsOf, referenceAt, tellDryRun, tellWhatIsMissing } from './run-ready.js';

/** Runs one suite and leaves its report; @returns the exit code that the report amounts to */
export async function runSuite(shell: Shell, settings: Settings, id: string, more: RunMore = {}): Promise<ExitCode> {
  const { own } = more;
  const key = signingKeyOf(shell, settings);
  const loaded = await openSuite(id);
  const cast = castOf(loaded, settings);
  const plan = cast.planned(planSuite(loaded, settings));
  const endpoints = cast.endpoints ?? endpointsOf(loaded, settings);
  const oursIn = async ({ isAllOurs, hasRealSpeaker }: Cast) => {
    if (isAllOurs) return packageFacts().version;
    return hasRealSpeaker ? undefined : await referenceAt(shell, settings, endpoints);
  };
  const answers = await answersGiven(shell.cwd, settings, loaded.suite, more.others);
  const deviations = more.cutOff
    ? more.cutOff.assignment.deviations
    : await deviationsGiven(shell.cwd, settings, loaded.suite, more.others);
  const ticket = more.cutOff ? undefined : ticketGiven(shell, settings, loaded.suite);
  tellWhatIsMissing(shell, plan, settings.language);
  if (settings.dryRun) return tellDryRun(shell, settings, loaded, plan, more.path);
  checkCertificates(shell, settings, disturbedIn(plan));
  const reference = own?.reference ?? (await oursIn(cast));
  if (shell.stop.aborted) throw new HarnessError('CANCELLED', STOPPED);
  if (reference === undefined) refuseOpenConstants(constantStates(loaded.suite, settings), settings.language);
  return carryOut(shell, settings, loaded, plan, { ...more, reference, answers, key, deviations, cast, ticket });
}

const STOPPED = {
  nl: 'gestopt voordat er iets was verstuurd; er is geen rapport',
  en: 'stopped before anything was sent; there is no report',
} as const;
