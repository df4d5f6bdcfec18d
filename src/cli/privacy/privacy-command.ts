/**
 * `ketentest privacy`: whether the public part of a report may hold the BSN of a real person, and who says that what was
 * found is none.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { findDigest, type PrivacyCheck } from '../../report/privacy/privacy-check.js';
import { sealsAmong } from '../../report/seal/seal-names.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { claimRun } from '../journal/run-lock.js';
import { openPackageFolder } from '../package-folder.js';
import { settingsOnLine } from '../settings/settings.js';
import { type Looked, lookForNumbers, writeCheck } from './privacy-gate.js';
import { privacyText } from './privacy-told.js';

/** @returns 1 when the package is not to be published */
export async function privacyCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const [action = '', shown = ''] = operands;
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  if (action !== 'check' && action !== 'clear') throw usage(TEXTS.noAction(action));
  const folder = resolve(shell.cwd, shown);
  if (!existsSync(join(folder, 'rapport.json')) || !existsSync(join(folder, 'bewijs', 'manifest.json'))) {
    throw new HarnessError('REPORT_INVALID', TEXTS.noReport(shown), { place: { file: shown } });
  }
  if (action === 'check') {
    const { check } = await lookForNumbers(folder);
    shell.out(privacyText(check, language));
    return check.blokkade ? EXIT.productFault : EXIT.ok;
  }
  // What is not there any more cannot be worked in by another; a package alone has no lock.
  using _ = existsSync(join(folder, 'prive')) ? claimRun(folder, shown) : undefined;
  const sealed = sealsAmong((await openPackageFolder(shell.cwd, shown).list()).map(({ name }) => name));
  if (sealed.length > 0) throw new HarnessError('REPORT_INVALID', TEXTS.sealed(shown), { place: { file: shown } });
  const { by, reason } = options;
  if (by === undefined || reason === undefined || String(by).trim() === '' || String(reason).trim() === '') {
    throw usage(TEXTS.noReason);
  }
  const looked = await lookForNumbers(folder);
  const chosen = [options.finding].flat().flatMap((each) => (each === undefined ? [] : String(each).split(',')));
  const cleared = clear(looked, chosen, {
    door: String(by),
    reden: String(reason),
    op: new Date(shell.clock.now()).toISOString(),
  });
  await writeCheck(folder, { manifest: looked.manifest, check: cleared });
  // A name or a reason may hold a number itself.
  const after = await lookForNumbers(folder);
  await writeCheck(folder, after);
  shell.out(privacyText(after.check, language));
  return after.check.blokkade ? EXIT.productFault : EXIT.ok;
}

function clear(
  { finds, check }: Looked,
  chosen: readonly string[],
  by: { readonly door: string; readonly reden: string; readonly op: string },
): PrivacyCheck {
  const known = finds.map(({ id }) => id);
  if (chosen.length === 0) throw usage(TEXTS.noFinding(known.join(', ')));
  const unknown = chosen.find((id) => !known.includes(id));
  if (unknown !== undefined) throw usage(TEXTS.unknown(unknown, known.join(', ')));
  const vondsten = check.vondsten.map((find) => {
    const raw = finds.find(({ id }) => id === find.id);
    if (!raw || !chosen.includes(find.id)) return find;
    const zout = randomBytes(16).toString('hex');
    return { ...find, vrijgave: { ...by, zout, digest: findDigest(raw, zout) } };
  });
  return { blokkade: vondsten.some(({ vrijgave }) => !vrijgave), vondsten };
}

function usage(text: Tekst): HarnessError {
  return new HarnessError('USAGE', text, { hint: TEXTS.use });
}

const TEXTS = {
  use: {
    nl: 'Gebruik "privacy check MAP", of "privacy clear MAP --finding V1 --by NAAM --reason WAAROM".',
    en: 'Use "privacy check DIR", or "privacy clear DIR --finding V1 --by NAME --reason WHY".',
  },
  noAction: (action: string): Tekst => ({ nl: `er is geen "privacy ${action}"`, en: `there is no "privacy ${action}"` }),
  noReport: (shown: string): Tekst => ({ nl: `er is geen rapport in ${shown}`, en: `there is no report in ${shown}` }),
  sealed: (shown: string): Tekst => ({
    nl: `${shown} is al verzegeld; daaraan verandert niets meer`,
    en: `${shown} is sealed already; nothing of it changes any more`,
  }),
  noReason: { nl: 'clear heeft --by en --reason nodig', en: 'clear needs --by and --reason' },
  noFinding: (known: string): Tekst => ({
    nl: `clear heeft --finding nodig; er is: ${known || 'niets gevonden'}`,
    en: `clear needs --finding; there is: ${known || 'nothing found'}`,
  }),
  unknown: (id: string, known: string): Tekst => ({
    nl: `er is geen vondst ${id}; er is: ${known || 'niets gevonden'}`,
    en: `there is no find ${id}; there is: ${known || 'nothing found'}`,
  }),
} as const;
