/** `ketentest indication`: what sealed reports and signed statements amount to for a catalogue, at a date. */
import { availableParallelism } from 'node:os';
import { holdsNot, type Indications } from '../../dossier/indication/indication.js';
import { indicationsOf } from '../../dossier/indication/indications-of.js';
import { type Chosen, onlyThese } from '../../dossier/indication/only-these.js';
import { indicationsJson, renderIndications } from '../../dossier/indication/render-indications.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { readTrustFiles } from '../seal/trust-files.js';
import { choice, count, one } from '../settings/option-values.js';
import { type ParsedOptions, settingsOnLine } from '../settings/settings.js';
import { tellBadges } from './badges.js';
import { findEvidence } from './find-evidence.js';
import { momentAt } from './moment.js';
import { readOverThreads } from './over-threads.js';
import { readStatements } from './read-statements.js';

/** @throws {HarnessError} `USAGE`, `REPORT_INVALID` for what is not there, `CONFIG_INVALID` for what is trusted */
export async function indicationCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json', 'badge'] as const);
  const trust = options.trust === undefined ? undefined : one({ name: 'trust', texts: [String(options.trust)] });
  const at = options.at === undefined ? shell.clock.now() : momentAt({ name: 'at', texts: [String(options.at)] });
  const more = options.statements === undefined ? [] : [options.statements].flat().map(String);
  const jobs = options.jobs === undefined ? availableParallelism() : count({ name: 'jobs', texts: [String(options.jobs)] });
  if (jobs === 0) throw new HarnessError('USAGE', { nl: '--jobs is ten minste 1', en: '--jobs is at least 1' });
  const { packages, statements } = findEvidence(shell.cwd, [...operands, ...more]);
  const trusted = trust === undefined ? {} : readTrustFiles(shell.cwd, trust);
  const task = { cwd: shell.cwd, ...(trust !== undefined && { trust }) };
  const [reports, said] = [await readOverThreads(packages, task, jobs), readStatements(shell.cwd, statements, trusted)];
  const all = indicationsOf(reports, said, { at, isTrusting: trust !== undefined });
  const indications = onlyThese(all, chosenIn(options));
  if (format === 'json') shell.out(indicationsJson(indications));
  else if (format === 'badge') await tellBadges(shell, indications, { language, out: wordIn(options, 'out') });
  else shell.out(renderIndications(indications, { language, hasColour: shell.hasColour }));
  return exitOf(indications);
}

function wordIn(options: ParsedOptions, name: string): string | undefined {
  const value = options[name];
  const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return value === undefined ? undefined : one({ name: option, texts: [String(value)] });
}

function chosenIn(options: ParsedOptions): Chosen {
  const names = { product: 'product', version: 'productVersion', standard: 'standard', role: 'role' } as const;
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, option]) => {
      const word = wordIn(options, option);
      return word === undefined ? [] : [[name, word]];
    }),
  );
}

/** A package that was changed is a reason to look, whatever the others say; one of somebody unknown is not. */
function exitOf({ indicaties, teltNiet }: Indications): ExitCode {
  const isChanged = teltNiet.some(({ soort, waarom }) => soort === 'pakket' && waarom.some(({ code }) => !NO_CHANGE.has(code)));
  if (isChanged || indicaties.some(({ indicatie }) => holdsNot(indicatie))) return EXIT.productFault;
  const isEstablished = indicaties.some(({ indicatie }) => indicatie !== 'geen' && indicatie !== 'zelfverklaard');
  return isEstablished ? EXIT.ok : EXIT.notEstablished;
}

/** Reasons for which a package counts for nothing although nobody changed it. */
const NO_CHANGE: ReadonlySet<string> = new Set([
  ...[
    'SEAL_MISSING',
    'KEY_UNKNOWN',
    'KEY_WRONG_KIND',
    'KEY_OUT_OF_TIME',
    'KEY_REVOKED',
    'CERT_UNKNOWN_ISSUER',
    'CERT_OUT_OF_TIME',
  ],
  ...['SIGNER_OTHER', 'EIGEN_REFERENTIE', 'WAARGENOMEN', 'KETEN_RAPPORT', 'NA_PEILDATUM', 'NIET_GENOEMD', 'ANDERE_LEVERANCIER'],
]);
