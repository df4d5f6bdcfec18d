/**
 * `ketentest run --continue DIR`: goes on with a run that was cut off, with its own settings; where that is not possible
 * its report says what happened. What lets it in is not kept: it is taken from where it was said to be, or told again.
 */
import { join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { planSuite } from '../../suite/plan.js';
import { castOf } from '../chain/cast.js';
import type { Call } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { claimRun } from '../journal/run-lock.js';
import { askedAgain, settingsAgain } from '../settings/kept-settings.js';
import { say } from '../settings/language.js';
import { givenOnLine, readSettings } from '../settings/settings.js';
import { openSuite } from '../suite-loading.js';
import { readAssignment } from './assignment.js';
import { openCutOffRun } from './cut-off-run.js';
import { reportKilledRun } from './killed-run.js';

/** What may be told again; anything else would make it another run. */
const ALLOWED = new Set([
  ...['continue', 'config', 'answers', 'basic', 'header', 'proxy', 'format', 'lang', 'fsync'],
  ...['key', 'key-passphrase'],
]);

export async function continueRun({ shell, operands, options }: Call): Promise<ExitCode> {
  const shown = String(options.continue);
  const kept = await readAssignment(join(resolve(shell.cwd, shown), 'prive'));
  const allowed = new Set([...ALLOWED, ...(kept ? askedAgain(kept.settings) : [])]);
  const strange = operands[0] ?? [...givenOnLine(options).keys()].find((name) => !allowed.has(name));
  if (strange !== undefined) throw notWith(operands[0] ?? `--${strange}`);
  using _ = claimRun(resolve(shell.cwd, shown), shown);
  const cutOff = await openCutOffRun(resolve(shell.cwd, shown), shown);
  const { assignment } = cutOff;
  const settings = settingsAgain(assignment.settings, await readSettings(shell, options, assignment.settings.references));
  const id = assignment.plan.suite.id;
  const loaded = await openSuite(id);
  const plan = castOf(loaded, settings).planned(planSuite(loaded, settings));
  const isSame = JSON.stringify(plan) === JSON.stringify(assignment.plan);
  if (isSame) return (await import('./run-suite.js')).runSuite(shell, settings, id, { cutOff });
  shell.talk(`${say(TEXTS.changed, settings.language)}\n`);
  await reportKilledRun(cutOff.folder.path);
  const { reportCommand } = await import('./report-command.js');
  return reportCommand({ shell, operands: [shown], options: { format: settings.format, lang: settings.language } });
}

function notWith(what: string): HarnessError {
  return new HarnessError(
    'USAGE',
    { nl: `--continue gaat niet samen met ${what}`, en: `--continue does not go together with ${what}` },
    {
      hint: {
        nl: 'Een run gaat verder met zijn eigen instellingen; alleen --answers, --basic, --header, --proxy, --key, --format en --lang mogen erbij, en wat toegang gaf en niet bewaard is.',
        en: 'A run goes on with its own settings; only --answers, --basic, --header, --proxy, --key, --format and --lang may be given, and what let it in and is not kept.',
      },
    },
  );
}

const TEXTS = {
  changed: {
    nl: 'Verdergaan kan niet: de testset is sindsdien veranderd. Dit is gedaan:',
    en: 'It cannot go on: the suite was changed since. This was done:',
  },
} as const;
