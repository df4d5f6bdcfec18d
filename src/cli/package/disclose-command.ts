/** `ketentest disclose`: a package that shows some messages of a sealed report, and still verifies. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Body } from '../../model/body.js';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { disclosedFiles } from '../../report/seal/disclose.js';
import { DISCLOSURE } from '../../report/seal/disclosure.js';
import { SEAL } from '../../report/seal/seal-names.js';
import { verifyPackage } from '../../report/seal/verify.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { isRunning } from '../journal/run-lock.js';
import { openPackageFolder } from '../package-folder.js';
import { packageFacts } from '../package-root.js';
import { leafSaltOf } from '../privacy/privacy-key.js';
import { openPackage } from '../recheck/opened-package.js';
import { writeFiles } from '../run/package-writer.js';
import { say } from '../settings/language.js';
import { one } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { chosenMessages } from './chosen-messages.js';

/**
 * @throws {HarnessError} `USAGE`, `PATTERN_UNMATCHED`, `REPORT_INVALID` for what is not sealed or not whole, `OUTPUT_FAILED`
 */
export async function discloseCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const shown = operands[0] ?? '';
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  if (options.only === undefined) throw new HarnessError('USAGE', TEXTS.noOnly, { hint: TEXTS.forExample });
  if (options.out === undefined) throw new HarnessError('USAGE', TEXTS.noOut, { hint: TEXTS.forExample });
  const out = one({ name: 'out', texts: [String(options.out)] });
  refuseTaken(shell, shown, out);
  const source = openPackageFolder(shell.cwd, shown);
  if (isRunning(resolve(shell.cwd, shown))) throw invalid(shown, TEXTS.busy, TEXTS.whole);
  const names = (await source.list()).map(({ name }) => name);
  if (names.includes(DISCLOSURE)) throw invalid(shown, TEXTS.part, TEXTS.whole);
  if (!names.includes(SEAL)) throw invalid(shown, TEXTS.unsealed, TEXTS.sealFirst);
  const seen = await verifyPackage(source, { version: packageFacts().version });
  if (seen.oordeel === 'houdt_niet') throw invalid(shown, TEXTS.broken, TEXTS.verify);
  if (seen.berichten === undefined) throw invalid(shown, TEXTS.noTree, TEXTS.newRun);
  const opened = await openPackage(shell.cwd, shown);
  const { masking, manifest } = opened;
  if (masking === undefined) throw invalid(shown, TEXTS.noSalts, TEXTS.privatePart);
  const chosen = chosenMessages(opened, [options.only].flat().map(String));
  const bodies = new Map<string, Body>(
    opened.exchanges.flatMap(({ id, request, reply }) => [
      [`${id}/vraag`, request.body] as const,
      ...(reply ? [[`${id}/antwoord`, reply.body] as const] : []),
    ]),
  );
  const files = await disclosedFiles({
    ...{ source, manifest, chosen },
    leafSalt: (message) => leafSaltOf(masking.key, message),
    original: (message) => {
      const [body, salt] = [bodies.get(message), masking.salts[message]];
      return options.original === true && body !== undefined && salt !== undefined ? { body, salt } : undefined;
    },
  });
  await mkdir(resolve(shell.cwd, out), { recursive: true, ...(options.original === true && { mode: 0o700 }) });
  await writeFiles(resolve(shell.cwd, out), files);
  shell.out(say(made(out, chosen.size, seen.berichten.van), language));
  if (options.original === true) shell.talk(`${say(TEXTS.unmasked, language)}\n`);
  return EXIT.ok;
}

/** Never over something else, and not into the report itself, which would no longer be what was sealed. */
function refuseTaken({ cwd }: Pick<Shell, 'cwd'>, shown: string, out: string): void {
  const [path, of] = [resolve(cwd, out), resolve(cwd, shown)];
  const isInside = path === of || path.startsWith(of + sep);
  const isTaken = existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0);
  if (!isInside && !isTaken) return;
  const text = isInside
    ? { nl: `${out} ligt in het rapport zelf`, en: `${out} is in the report itself` }
    : { nl: `${out} is er al`, en: `${out} is there already` };
  throw new HarnessError('OUTPUT_FAILED', text, { place: { file: out }, hint: TEXTS.otherFolder });
}

function invalid(shown: string, { nl, en }: Tekst, hint: Tekst): HarnessError {
  return new HarnessError('REPORT_INVALID', { nl: `${shown} ${nl}`, en: `${shown} ${en}` }, { place: { file: shown }, hint });
}

function made(out: string, count: number, all: number): Tekst {
  return {
    nl: `${out}: ${count} van ${all} berichten onthuld, onder hetzelfde zegel. Het rapport zelf staat er heel in.\nControleren: ketentest verify ${out} --trust public.pem`,
    en: `${out}: ${count} of ${all} messages disclosed, under the same seal. The report itself is in it as a whole.\nTo verify: ketentest verify ${out} --trust public.pem`,
  };
}

const TEXTS = {
  noOnly: { nl: 'disclose heeft --only nodig: welke berichten', en: 'disclose needs --only: which messages' },
  noOut: { nl: 'disclose heeft --out DIR nodig', en: 'disclose needs --out DIR' },
  forExample: {
    nl: 'Bijvoorbeeld: ketentest disclose MAP --only 0007 --out getoond',
    en: 'For example: ketentest disclose DIR --only 0007 --out shown',
  },
  busy: { nl: 'is van een run die nog bezig is', en: 'belongs to a run that is still going' },
  part: { nl: 'toont zelf maar een deel van de berichten', en: 'itself shows some of its messages only' },
  whole: { nl: 'Noem de map van het hele rapport.', en: 'Name the folder of the whole report.' },
  unsealed: { nl: 'is niet verzegeld', en: 'is not sealed' },
  sealFirst: {
    nl: 'Verzegel het eerst: ketentest seal MAP --key private.pem.',
    en: 'Seal it first: ketentest seal DIR --key private.pem.',
  },
  broken: { nl: 'is niet meer wat verzegeld is', en: 'is no longer what was sealed' },
  verify: { nl: '"ketentest verify MAP" noemt elke afwijking.', en: '"ketentest verify DIR" names every mismatch.' },
  noTree: {
    nl: 'is verzegeld zonder wortel over de berichten: er is niets waaraan één bericht te toetsen is',
    en: 'was sealed without a root over its messages: there is nothing to check one message by',
  },
  newRun: { nl: 'Dat kan met een nieuwe run.', en: 'That takes a new run.' },
  noSalts: { nl: 'heeft geen prive/maskering.json meer', en: 'has no prive/maskering.json any more' },
  privatePart: {
    nl: 'Daarin staan de zouten; alleen wie de run deed kan een deel tonen.',
    en: 'It holds the salts; only who made the run can show a part.',
  },
  otherFolder: { nl: 'Noem met --out een andere map.', en: 'Name another folder with --out.' },
  unmasked: {
    nl: 'Let op: bestanden die op .origineel eindigen zijn berichten zoals ze gingen, zonder maskering.',
    en: 'Note: files that end with .origineel are messages as they went, without masking.',
  },
} as const;
