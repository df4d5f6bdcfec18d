/** What is looked at before a run begins: where it goes, what was chosen, and what it would send. */
import { ownReferenceAt } from '../../actor/probe.js';
import type { Plan } from '../../model/plan.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { neededBeside } from '../../suite/needed-beside.js';
import { freshSeed } from '../chance.js';
import type { ExitCode } from '../exit-code.js';
import { addressesOf } from '../settings/endpoints.js';
import { type Language, say } from '../settings/language.js';
import { probeOptions } from '../settings/probe-options.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { awaitedText } from './awaited-text.js';
import { dryRun, dryRunText } from './dry-run.js';
import { planText } from './plan-text.js';
import { tokenOf } from './run-crew.js';

/**
 * Where the messages of a suite go.
 * @throws {HarnessError} `CONFIG_INVALID` when a portType that the suite uses has no address
 */
export function endpointsOf({ suite, standard }: LoadedSuite, settings: Settings): readonly string[] {
  const sending = suite.scenarios.flatMap(({ steps }) => steps.filter(({ send }) => send));
  const used = new Set(sending.flatMap(({ service, readBack }) => [service, ...(readBack ? [readBack.service] : [])]));
  const services = standard.services.filter((service) => used.has(service.id));
  return [...addressesOf(settings, services, standard.services).keys()];
}

/** Steps that need what was not chosen stay undecided; who chose it hears so before anything is sent. */
export function tellWhatIsMissing(shell: Shell, plan: Plan, language: Language): void {
  const needed = neededBeside(plan);
  if (needed.length === 0) return;
  shell.talk(`${say(TEXTS.missing, language)}\n${needed.map((id) => `  --only '${id}'`).join('\n')}\n`);
}

/** The version of our own reference, when every address is one of it. */
export async function referenceAt(shell: Shell, settings: Settings, endpoints: readonly string[]): Promise<string | undefined> {
  const origins = [...new Set(endpoints.map((endpoint) => new URL(endpoint).origin))];
  const versions = await Promise.all(origins.map((origin) => ownReferenceAt(origin, probeOptions(shell, settings))));
  return versions.every((version) => version !== undefined) ? versions[0] : undefined;
}

/**
 * Tells what would be sent and awaited, and sends nothing.
 * @param path - where it would listen below the address
 */
export function tellDryRun(shell: Shell, settings: Settings, loaded: LoadedSuite, plan: Plan, path?: string): ExitCode {
  const { language } = settings;
  const now = settings.clock ?? shell.clock.now();
  const token = tokenOf({ seed: settings.seed ?? freshSeed(), suite: loaded.suite.id, startMillis: now });
  const made = dryRun(loaded, plan, now, token);
  const { text, code } = dryRunText(made, language);
  const awaited = awaitedText(plan, loaded.standard, settings, path);
  const told = [planText(plan, language), awaited, ...(awaited && made.length === 0 ? [] : [text])];
  shell.out(`${told.filter((part) => part !== undefined).join('\n\n')}\n${say(TEXTS.dryRun, language)}`);
  return code;
}

const TEXTS = {
  missing: {
    nl: 'Let op: wat gekozen is, heeft ook deze scenario’s nodig. Zonder die blijven stappen niet beslist:',
    en: 'Note: what was chosen needs these scenarios too. Without them steps stay undecided:',
  },
  dryRun: { nl: 'Er is niets verstuurd (--dry-run).', en: 'Nothing was sent (--dry-run).' },
} as const;
