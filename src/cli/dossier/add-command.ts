/**
 * `ketentest dossier add`: takes into a dossier what was made elsewhere, and sees what it is: a sealed report package, a table of
 * requirements or of results, or a signature.
 */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readTable } from '../../dossier/acceptance/tables.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { say } from '../settings/language.js';
import { addReport } from './add-report.js';
import { appendChange } from './dossier-append.js';
import { type DossierCall, dossierCall, number, usage } from './dossier-call.js';
import { SIGNATURES, seenSignature } from './dossier-files.js';
import type { OpenedDossier } from './dossier-folder.js';
import { openDossier } from './dossier-folder.js';
import { told, writeFirst } from './dossier-write.js';

/**
 * @returns 0; what cannot be taken ends it, and what was taken before stays
 * @throws {HarnessError} `REPORT_INVALID` for a package that does not hold, `CONFIG_INVALID` for a table, `DOSSIER_INVALID`
 */
export async function dossierAddCommand(given: Call): Promise<ExitCode> {
  const call = dossierCall(given);
  openDossier(call.shell.cwd, call.shown);
  for (const what of call.operands.slice(1)) {
    const path = resolve(call.shell.cwd, what);
    if (!existsSync(path)) throw noSuch(what);
    if (statSync(path).isDirectory()) await addReport(call, what);
    else if (path.endsWith('.sigstore.json')) addSignature(call, what);
    else addTable(call, what);
  }
  return EXIT.ok;
}

function addTable(call: DossierCall, what: string): void {
  const { shell, shown, language, who } = call;
  if (!/\.(csv|txt|tsv)$/i.test(what)) throw unknown(what);
  const content = readFileSync(resolve(shell.cwd, what), 'utf8');
  const round = number(call, 'round');
  const counted = { nl: '', en: '' };
  appendChange(shell, shown, who, (stand) => {
    const table = readTable(content, what, stand);
    if ('eisen' in table) {
      Object.assign(counted, { nl: `${table.eisen.length} eisen`, en: `${table.eisen.length} requirements` });
      return { soort: 'eisen', eisen: table.eisen };
    }
    const ronde = round ?? stand.rondes.at(-1)?.nr;
    if (ronde === undefined || !stand.rondes.some(({ nr }) => nr === ronde)) throw noRound(shown);
    Object.assign(counted, {
      nl: `${table.uitslagen.length} uitslagen, ronde ${ronde}`,
      en: `${table.uitslagen.length} results, round ${ronde}`,
    });
    return { soort: 'uitslagen', ronde, uitslagen: table.uitslagen };
  });
  shell.out(`${say(TEXTS.added, language)} ${say(counted, language)} (${what})`);
}

/** A signature that the other party made in a copy of this dossier. What does not hold is not taken. */
function addSignature(call: DossierCall, what: string): void {
  const { shell, shown, language, who, trust } = call;
  const name = basename(what);
  const bestand = `${SIGNATURES}/${name}`;
  const dossier: OpenedDossier = openDossier(shell.cwd, shown);
  const bytes = readFileSync(resolve(shell.cwd, what));
  const seen = seenSignature(dossier, { bestand, bytes }, trust);
  if (seen.bevindingen.length > 0) throw notTaken(what, seen.bevindingen);
  told(shown, () => mkdirSync(join(dossier.path, SIGNATURES), { recursive: true }));
  if (!told(shown, () => writeFirst(join(dossier.path, bestand), bytes.toString('utf8')))) throw there(bestand);
  appendChange(shell, shown, who, () => ({ soort: 'ondertekening', bestand }));
  shell.out(`${say(TEXTS.added, language)} ${bestand} (${seen.partij ?? ''}, ${seen.naam ?? ''})`);
}

function noSuch(what: string): HarnessError {
  return usage(`${what} is er niet`, `there is no ${what}`, TEXTS.what);
}

function unknown(what: string): HarnessError {
  return usage(`${what} is niets dat in een dossier past`, `${what} is nothing that goes into a dossier`, TEXTS.what);
}

function noRound(shown: string): HarnessError {
  return usage('uitslagen horen bij een ronde', 'results belong to a round', {
    nl: `Begin er een met "ketentest dossier round ${shown}", en noem haar met --round.`,
    en: `Begin one with "ketentest dossier round ${shown}", and name it with --round.`,
  });
}

function notTaken(what: string, codes: readonly string[]): HarnessError {
  const list = codes.join(', ');
  return new HarnessError(
    'DOSSIER_INVALID',
    { nl: `${what} houdt niet (${list}), en is niet overgenomen`, en: `${what} does not hold (${list}), and was not taken` },
    { place: { file: what }, hint: TEXTS.signature },
  );
}

function there(bestand: string): HarnessError {
  const text = { nl: `${bestand} is er al`, en: `${bestand} is there already` };
  return new HarnessError('OUTPUT_FAILED', text, { place: { file: bestand }, hint: TEXTS.signature });
}

const TEXTS = {
  added: { nl: 'Toegevoegd:', en: 'Added:' },
  what: {
    nl: 'Noem de map van een verzegeld rapport, een CSV met eisen of uitslagen, of een handtekening (.sigstore.json).',
    en: 'Name the folder of a sealed report, a CSV of requirements or results, or a signature (.sigstore.json).',
  },
  signature: {
    nl: 'Een handtekening wordt gezet met "ketentest dossier seal", in een kopie van dit dossier zoals het nu is.',
    en: 'A signature is made with "ketentest dossier seal", in a copy of this dossier as it is now.',
  },
} as const;
