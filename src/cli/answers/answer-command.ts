/** `ketentest answer`: answers the question of a run that waits in another process. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { HUMAN_ANSWERS } from '../../model/human-check.js';
import type { Asked, RunEvent } from '../../model/run-event.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { readJournal } from '../journal/journal.js';
import { isRunning } from '../journal/run-lock.js';
import { say } from '../settings/language.js';
import { settingsOnLine } from '../settings/settings.js';
import { unique } from '../unique.js';
import { answerIn, type InboxLine, putAnswer } from './answers-inbox.js';
import { nameIn } from './terminal-question.js';

/** @throws {HarnessError} `USAGE` or `REPORT_INVALID` when nobody waits for this answer, with what to do instead */
export async function answerCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const [shown = '', named = '', word = ''] = operands;
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const answer = HUMAN_ANSWERS.find((each) => each === word);
  if (answer === undefined) {
    throw usage(
      { nl: `"${word}" is geen antwoord`, en: `"${word}" is no answer` },
      { nl: 'Antwoord ja of nee.', en: 'Answer ja (yes) or nee (no).' },
    );
  }
  const folder = resolve(shell.cwd, shown);
  if (!existsSync(join(folder, 'prive', 'journaal.jsonl'))) throw noRun(shown);
  if (!isRunning(folder)) throw notRunning(folder, shown);
  const open = await openQuestions(folder);
  const asked = open.find(({ path, suite }) => path === named || `${suite}/${path}` === named);
  if (!asked) throw notWaiting(named, open);
  const given = answerIn(folder, asked.path);
  if (given) throw answeredBefore(given);
  const line: InboxLine = {
    ...{ stap: asked.path, antwoord: answer, door: String(options.by ?? nameIn(shell.env)) },
    ...(options.note !== undefined && { notitie: String(options.note) }),
    ...{ op: new Date(shell.clock.now()).toISOString(), kenmerk: unique() },
  };
  const counts = putAnswer(folder, line);
  if (counts.kenmerk !== line.kenmerk) throw answeredBefore(counts);
  shell.out(`${asked.path}: ${say(asked.question, language)} → ${answer}`);
  return EXIT.ok;
}

interface OpenQuestion {
  readonly path: string;
  readonly suite: string;
  readonly question: Tekst;
}

/** Questions in the journal of which nothing came yet. */
async function openQuestions(folder: string): Promise<readonly OpenQuestion[]> {
  const { lines } = await readJournal(join(folder, 'prive'));
  const events = lines.flatMap(({ event }) => (event ? [event as RunEvent] : []));
  const suite = events.find((event) => event.type === 'run-started')?.suite ?? '';
  const open = new Map<string, Asked>();
  for (const event of events) {
    if (event.type === 'asked') open.set(`${event.scenario}/${event.step}`, event);
    if (event.type === 'answered' || event.type === 'step-judged') open.delete(`${event.scenario}/${event.step}`);
  }
  return [...open].map(([path, { question }]) => ({ path, suite, question }));
}

function noRun(shown: string): HarnessError {
  return new HarnessError(
    'REPORT_INVALID',
    { nl: `er is geen run in ${shown}`, en: `there is no run in ${shown}` },
    {
      place: { file: shown },
      hint: {
        nl: 'Noem de map die de run noemt waar hij de vraag stelt.',
        en: 'Name the folder that the run tells where it asks the question.',
      },
    },
  );
}

function notRunning(folder: string, shown: string): HarnessError {
  const isOver = existsSync(join(folder, 'rapport.json'));
  return usage(
    isOver
      ? { nl: `de run in ${shown} is afgelopen`, en: `the run in ${shown} is over` }
      : { nl: `de run in ${shown} is afgebroken`, en: `the run in ${shown} was cut off` },
    isOver
      ? { nl: 'Voer de test opnieuw uit; de vraag komt dan terug.', en: 'Run the test again; the question comes back then.' }
      : {
          nl: `Ga verder met "ketentest run --continue ${shown}"; de vraag komt dan terug.`,
          en: `Go on with "ketentest run --continue ${shown}"; the question comes back then.`,
        },
  );
}

function notWaiting(named: string, open: readonly OpenQuestion[]): HarnessError {
  const waiting = open.map(({ path }) => path).join(', ');
  return usage(
    { nl: `de run wacht niet op een antwoord voor "${named}"`, en: `the run does not wait for an answer for "${named}"` },
    waiting === ''
      ? { nl: 'Hij wacht nu op geen enkel antwoord.', en: 'It waits for no answer now.' }
      : { nl: `Hij wacht op: ${waiting}.`, en: `It waits for: ${waiting}.` },
  );
}

function answeredBefore({ stap, antwoord, door }: InboxLine): HarnessError {
  return usage(
    { nl: `${stap} is al beantwoord: ${antwoord} (${door})`, en: `${stap} was answered already: ${antwoord} (${door})` },
    {
      nl: 'Was dat fout, breek de run dan af en voer de test opnieuw uit.',
      en: 'If that was wrong, stop the run and run the test again.',
    },
  );
}

function usage(text: Tekst, hint: Tekst): HarnessError {
  return new HarnessError('USAGE', text, { hint });
}
