/** `ketentest validate`: judges message files without a network, by schema and by every rule that one message can answer. */
import { availableParallelism } from 'node:os';
import { HarnessError } from '../../model/harness-error.js';
import type { FilesTeller, TellerOptions, Totals } from '../../report/files/files-teller.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { packageFacts } from '../package-root.js';
import { choice, count, one } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { inputsOf } from './inputs.js';
import { judgeAll, openSpare } from './judge-all.js';
import { progressBar } from './progress-bar.js';
import type { OpenShelf } from './shelf.js';

export const VALIDATE_FORMATS = ['text', 'json', 'sarif', 'junit', 'github'] as const;
type Format = (typeof VALIDATE_FORMATS)[number];

/** From so many files on threads are worth their start, unless `--jobs` says otherwise. */
const MANY_FILES = 400;

export async function validateCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  // A run prints in fewer forms, so its settings do not know ours.
  const { language, profile, schemas } = settingsOnLine(shell, { ...options, format: undefined });
  const text = (name: string, key: string) =>
    options[key] === undefined ? undefined : one({ name, texts: [String(options[key])] });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, VALIDATE_FORMATS);
  const standard = text('standard', 'standard');
  const soapAction = text('soap-action', 'soapAction')?.replace(/^"(.*)"$/, '$1');
  const inputs = inputsOf(operands, shell.cwd);
  const jobs = jobsOf(options.jobs, inputs.length);

  const judge = { profile, ...(soapAction && { soapAction }) };
  const task = {
    ...{ cwd: shell.cwd, env: { ...shell.env }, judge },
    shelf: { ...(standard && { standard }), ...(schemas && { schemas }) },
  };
  const spare = await openSpare(inputs, task);
  await using _ended = { [Symbol.asyncDispose]: async () => void (await spare?.end()) };
  const { openShelf } = await import('./shelf.js');
  await using shelf = await openShelf(shell, { ...(standard && { standard }), ...(schemas && { schemas }) });
  if (soapAction !== undefined) refuseUnknownAction(soapAction, shelf);
  const { openTotals } = await import('../../report/files/files-teller.js');
  const facts = { naam: 'ketentest', versie: packageFacts().version };
  const teller = await tellerOf(format, { taal: language, harnas: facts, bronnen: shelf.bronnen, colour: shell.hasColour });
  const totals = openTotals();
  const bar = progressBar(shell, inputs.length);
  const print = (said: string | undefined) => {
    if (said === undefined) return;
    bar.clear();
    shell.out(said);
  };
  let isOurs = false;
  print(teller.begin());
  for await (const file of judgeAll(inputs, task, jobs, shelf, shell, spare)) {
    bar.step(file.bestand);
    totals.add(file);
    isOurs ||= file.regels.some(({ id }) => id === 'BESTAND-ONLEESBAAR' || id === 'OORDEEL-AFGEBROKEN');
    print(teller.each(file));
    if (shell.stop.aborted) break;
  }
  print(teller.end(totals.totals()));
  return exitCode(totals.totals(), isOurs);
}

function jobsOf(given: unknown, files: number): number {
  if (given === undefined) return files >= MANY_FILES ? Math.min(8, availableParallelism()) : 1;
  const jobs = count({ name: 'jobs', texts: [String(given)] });
  if (jobs < 1 || jobs > 64) throw new HarnessError('USAGE', `--jobs: expected 1 to 64, got "${jobs}"`);
  return jobs;
}

function refuseUnknownAction(soapAction: string, { standards }: OpenShelf): void {
  const known = standards.flatMap(({ services }) => services.map((service) => service.soapAction));
  if (known.includes(soapAction)) return;
  const near = [...new Set(known.filter((each) => each.endsWith(`/${soapAction}`)))].map((each) => `"${each}"`);
  throw new HarnessError('USAGE', `no service has the SOAPAction "${soapAction}"`, {
    hint: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '"ketentest list services" tells the services that there are.',
  });
}

async function tellerOf(format: Format, options: TellerOptions): Promise<FilesTeller> {
  switch (format) {
    case 'text':
      return (await import('../../report/files/files-text.js')).filesText(options);
    case 'json':
      return (await import('../../report/files/files-json.js')).filesJson();
    case 'sarif':
      return (await import('../../report/files/files-sarif.js')).filesSarif(options);
    case 'junit':
      return (await import('../../report/files/files-junit.js')).filesJunit(options);
    case 'github':
      return (await import('../../report/files/files-github.js')).filesGithub(options);
  }
}

/** A skip is never a pass: one file that could not be judged keeps the whole from being well. */
function exitCode({ files }: Totals, isOurs: boolean): ExitCode {
  if ((files.voldoet_niet ?? 0) > 0) return EXIT.productFault;
  if (isOurs) return EXIT.ours;
  const total = Object.values(files).reduce((sum, each) => sum + each, 0);
  return total > 0 && files.voldoet === total ? EXIT.ok : EXIT.notEstablished;
}
