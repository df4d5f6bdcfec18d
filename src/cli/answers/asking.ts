/**
 * Where the answers of persons come from: what is on record of a run that goes on, a file that was given beforehand, else
 * the terminal or another process, whichever is first.
 */
import type { Clock } from '../../model/clock.js';
import type { HumanAnswer } from '../../model/human-check.js';
import type { Asking } from '../../run-asking.js';
import type { ReportFolder } from '../package/report-folder.js';
import { say } from '../settings/language.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { awaitAnswer } from './answers-inbox.js';
import { askAtTerminal } from './terminal-question.js';

export interface AnswerSources {
  readonly shell: Shell;
  readonly settings: Settings;
  readonly folder: ReportFolder;
  readonly clock: Clock;
  /** By step: given beforehand, and those on record before them. */
  readonly known: ReadonlyMap<string, HumanAnswer>;
  /** Steps that are over in a run that goes on: nobody is asked again. */
  readonly over: ReadonlySet<string>;
}

/** There is one terminal, however many runs ask at it. */
let terminal: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = terminal.then(work);
  terminal = mine.catch(() => undefined);
  return mine;
}

export function askingOf({ shell, settings, folder, clock, known, over }: AnswerSources): Asking {
  const { language, answers } = settings;
  return {
    waitMillis: settings.waitMillis,
    async ask(step, _check, deadlineMillis, signal) {
      // Who gave a file has nobody there to wait for.
      if (known.has(step) || over.has(step) || answers !== undefined) return known.get(step);
      const how = say(shell.canAsk ? TEXTS.here : TEXTS.elsewhere, language);
      shell.talk(`  ${how} ketentest answer ${folder.shown} ${step} ja|nee\n`);
      const done = new AbortController();
      const stop = signal ? AbortSignal.any([done.signal, signal]) : done.signal;
      const fromElsewhere = awaitAnswer(folder.path, step, deadlineMillis, clock, stop);
      const atTerminal = shell.canAsk ? inTurn(() => askAtTerminal(shell, language, stop)) : undefined;
      // Somebody who leaves the terminal may still answer from elsewhere.
      const first = atTerminal?.then((answer) => answer ?? fromElsewhere) ?? fromElsewhere;
      const answer = await Promise.race([first, fromElsewhere]);
      done.abort();
      // Who said ja or nee in time may still have been writing why.
      return answer ?? (await atTerminal);
    },
  };
}

const TEXTS = {
  here: { nl: 'Antwoord hier, of met', en: 'Answer here, or with' },
  elsewhere: { nl: 'Antwoord met', en: 'Answer with' },
} as const;
