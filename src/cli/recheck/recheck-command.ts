/** `ketentest recheck`: computes every verdict of a report again from the recorded messages, without a network. */
import { availableParallelism } from 'node:os';
import { HarnessError } from '../../model/harness-error.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode, exitCodeOfError, worstExit } from '../exit-code.js';
import { choice, count } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { openSuite } from '../suite-loading.js';
import { errorText } from '../tell-error.js';
import { compileLater } from './compile-later.js';
import { recheckOverThreads } from './over-threads.js';
import { recheckPackage } from './recheck-package.js';
import { recheckText } from './recheck-text.js';
import type { Rechecked } from './rechecked.js';
import type { Answer, WorkerTask } from './worker.js';
import { openWorkshop } from './workshop.js';

/** From so many packages on threads are worth their start, unless `--jobs` says otherwise. */
const MANY = 8;

export async function recheckCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  compileLater();
  const { language, schemas } = settingsOnLine(shell, { lang: options.lang, schemas: options.schemas });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json'] as const);
  const against = options.against === undefined ? undefined : String(options.against);
  if (against?.includes('/')) await openSuite(against);
  const jobs =
    options.jobs === undefined
      ? operands.length < MANY
        ? 1
        : availableParallelism()
      : count({ name: 'jobs', texts: [String(options.jobs)] });
  if (jobs === 0) throw new HarnessError('USAGE', { nl: '--jobs is ten minste 1', en: '--jobs is at least 1' });
  const task = { cwd: shell.cwd, env: { ...shell.env }, ...(schemas && { schemas }), ...(against !== undefined && { against }) };
  const codes: ExitCode[] = [];
  const rechecked: Rechecked[] = [];
  for await (const answer of answersOf(operands, task, jobs)) {
    if ('failed' in answer) {
      const { code, text, ...more } = answer.failed;
      shell.talk(`${errorText(new HarnessError(code, text, more), options.debug === true, language)}\n`);
      codes.push(exitCodeOfError(code));
    } else {
      rechecked.push(answer.rechecked);
      codes.push(answer.rechecked.klopt ? EXIT.ok : EXIT.productFault);
      if (format === 'text') shell.out(recheckText(answer.rechecked, language, against));
    }
    if (shell.stop.aborted) return EXIT.notEstablished;
  }
  if (format === 'json') shell.out(JSON.stringify({ pakketten: rechecked }));
  return worstExit(codes);
}

async function* answersOf(packages: Call['operands'], task: WorkerTask, jobs: number): AsyncGenerator<Answer> {
  if (jobs > 1) return yield* recheckOverThreads(packages, task, jobs);
  await using workshop = openWorkshop(task as Pick<Shell, 'cwd' | 'env'>, task.schemas);
  for (const shown of packages) yield await oneAnswer(() => recheckPackage(workshop, task.cwd, shown, task));
}

/** A package that cannot be read is told, and the others are computed all the same. */
async function oneAnswer(recheck: () => Promise<Rechecked>): Promise<Answer> {
  try {
    return { rechecked: await recheck() };
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    return { failed: { code: error.code, text: error.text, ...error.options } };
  }
}
