/** Takes a sealed report package into a dossier: looked at first, copied whole without its private part, and looked at again. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { keepReport } from '../../dossier/acceptance/kept-report.js';
import { HarnessError } from '../../model/harness-error.js';
import type { SealFinding } from '../../report/seal/verify-reasons.js';
import { TOTAL_WORDS } from '../../report/words.js';
import { openPackageFolder } from '../package-folder.js';
import { say } from '../settings/language.js';
import { unique } from '../unique.js';
import { appendChange } from './dossier-append.js';
import type { DossierCall } from './dossier-call.js';
import { lookAt, REPORTS } from './dossier-files.js';
import { openDossier } from './dossier-folder.js';
import { told } from './dossier-write.js';

/**
 * @returns id of the report; that of before when this package is there already
 * @throws {HarnessError} `REPORT_INVALID` when it does not hold, `OUTPUT_FAILED` when it cannot be written
 */
export async function addReport({ shell, shown, language, who, trust }: DossierCall, what: string): Promise<string> {
  const { path, stand } = openDossier(shell.cwd, shown);
  const given = await lookAt(resolve(shell.cwd, what), trust, true);
  const { report, digest, verification } = given.examined;
  if (report === undefined || digest === undefined) throw notHeld(what, verification.bevindingen);
  const before = stand.rapporten.find((each) => each.digest === digest && each.zegel === given.zegel);
  if (before) {
    shell.out(`${before.id}: ${say(TEXTS.there, language)} (${what})`);
    return before.id;
  }
  // The first half of each says enough of both.
  const map = `${REPORTS}/${digest.slice(0, 8)}${given.zegel.slice(0, 8)}`;
  const folder = join(path, ...map.split('/'));
  if (!existsSync(folder)) await copyPackage(shell.cwd, what, folder, shown);
  const found = await lookAt(folder, trust, false);
  if (found.examined.digest !== digest || found.zegel !== given.zegel) throw changedMeanwhile(what);
  let id = '';
  appendChange(shell, shown, who, ({ rapporten }) => {
    id = `R${rapporten.length + 1}`;
    return { soort: 'rapport', rapport: keepReport(id, map, report, digest, given) };
  });
  const { product, standaard, resultaat } = report;
  const sealer = verification.ondertekenaars[0]?.naam ?? say(TEXTS.stranger, language);
  shell.out(
    `${id}: ${product.pakketnaam} ${product.versie}, ${standaard.naam} ${standaard.versie} ${standaard.rol}: ${say(TOTAL_WORDS[resultaat.totaal], language).toLowerCase()}; ${say(TEXTS.sealedBy, language)} ${sealer} (${verification.zekerheid.niveau})`,
  );
  return id;
}

/** There whole, or not at all. */
async function copyPackage(cwd: string, what: string, folder: string, shown: string): Promise<void> {
  const listed = await openPackageFolder(cwd, what).list();
  const draft = join(dirname(folder), `.${unique()}`);
  try {
    told(shown, () => {
      for (const { name } of listed.filter(({ kind }) => kind === 'file')) {
        const to = join(draft, ...name.split('/'));
        mkdirSync(dirname(to), { recursive: true });
        copyFileSync(join(resolve(cwd, what), ...name.split('/')), to);
      }
      if (isTaken(folder)) return;
      renameSync(draft, folder);
    });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Somebody else added the same package at this moment. */
function isTaken(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

function notHeld(what: string, findings: readonly SealFinding[]): HarnessError {
  const list = findings.map(({ code, bestand }) => `  ${[code, bestand].filter(Boolean).join(' ')}`).join('\n');
  const isUnsealed = findings.some(({ code }) => code === 'SEAL_MISSING');
  return new HarnessError(
    'REPORT_INVALID',
    {
      nl: `${what} houdt niet, toont dus niets aan, en is niet overgenomen:\n${list}`,
      en: `${what} does not hold, so shows nothing, and was not taken:\n${list}`,
    },
    { place: { file: what }, hint: isUnsealed ? TEXTS.seal(what) : TEXTS.ask(what) },
  );
}

function changedMeanwhile(what: string): HarnessError {
  return new HarnessError(
    'REPORT_INVALID',
    { nl: `${what} veranderde terwijl het werd overgenomen`, en: `${what} changed while it was taken` },
    { place: { file: what }, hint: TEXTS.ask(what) },
  );
}

const TEXTS = {
  there: { nl: 'is er al', en: 'is there already' },
  sealedBy: { nl: 'verzegeld door', en: 'sealed by' },
  stranger: { nl: 'een onbekende', en: 'somebody unknown' },
  seal: (what: string) => ({
    nl: `Verzegel het eerst: "ketentest seal ${what} --key private.pem".`,
    en: `Seal it first: "ketentest seal ${what} --key private.pem".`,
  }),
  ask: (what: string) => ({
    nl: `"ketentest verify ${what}" zegt er meer over; vraag het pakket opnieuw aan wie het verzegelde.`,
    en: `"ketentest verify ${what}" tells more; ask who sealed it for the package again.`,
  }),
} as const;
