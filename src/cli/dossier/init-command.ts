/** `ketentest dossier init` begins a dossier; `ketentest dossier set` says or changes what its fields hold. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Velden } from '../../dossier/acceptance/change.js';
import { readFields } from '../../dossier/acceptance/fields.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { say } from '../settings/language.js';
import { appendChange, beginDossier } from './dossier-append.js';
import { dossierCall, text, usage } from './dossier-call.js';
import { CHANGES, INDEX } from './dossier-folder.js';

/** Options of init, and the fields that they say. */
const NAMED: Readonly<Record<string, string>> = {
  client: 'contract.opdrachtgever',
  vendor: 'contract.leverancier',
  agreement: 'contract.overeenkomstnummer',
  gibit: 'contract.gibit',
  product: 'product.pakketnaam',
  'product-version': 'product.versie',
};

/** @throws {HarnessError} `USAGE`, or `OUTPUT_FAILED` when the folder holds something already */
export async function dossierInitCommand(given: Call): Promise<ExitCode> {
  const call = dossierCall(given);
  const { shell, shown, language, who } = call;
  const path = resolve(shell.cwd, shown);
  const named = Object.entries(NAMED).flatMap(([option, field]) => {
    const value = text(call, option);
    return value === undefined ? [] : [`${field}=${value}`];
  });
  const velden: Velden = { 'contract.gibit': '2023', ...readFields([...named, ...call.operands.slice(1)]) };
  if (existsSync(join(path, INDEX)) || existsSync(join(path, CHANGES))) throw taken(shown, TEXTS.dossier);
  if (existsSync(path) && readdirSync(path).length > 0) throw taken(shown, TEXTS.filled);
  if (!beginDossier(shell, path, shown, who, { soort: 'begonnen', velden })) throw taken(shown, TEXTS.dossier);
  shell.out(`${say(TEXTS.begun, language)} ${join(shown, INDEX)}`);
  shell.out(say(TEXTS.next(shown), language));
  return EXIT.ok;
}

/** @throws {HarnessError} `USAGE` with the nearest name, or `DOSSIER_INVALID` */
export async function dossierSetCommand(given: Call): Promise<ExitCode> {
  const { shell, shown, language, who, operands } = dossierCall(given);
  const velden = readFields(operands.slice(1));
  if (Object.keys(velden).length === 0) throw usage('er is geen veld genoemd', 'no field was named', TEXTS.fields);
  const { wijzigingen } = appendChange(shell, shown, who, () => ({ soort: 'gezet', velden }));
  shell.out(
    `${say(TEXTS.set, language)} ${Object.keys(velden).join(', ')} (${say(TEXTS.change, language)} ${wijzigingen.length})`,
  );
  return EXIT.ok;
}

function taken(shown: string, why: { readonly nl: string; readonly en: string }): HarnessError {
  return new HarnessError(
    'OUTPUT_FAILED',
    { nl: `in ${shown} ${why.nl}`, en: `${shown} ${why.en}` },
    {
      place: { file: shown },
      hint: { nl: 'Noem een andere map; er is niets veranderd.', en: 'Name another folder; nothing was changed.' },
    },
  );
}

const TEXTS = {
  begun: { nl: 'Begonnen:', en: 'Begun:' },
  set: { nl: 'Gezet:', en: 'Set:' },
  change: { nl: 'wijziging', en: 'change' },
  dossier: { nl: 'staat al een dossier', en: 'holds a dossier already' },
  filled: { nl: 'staat al iets', en: 'holds something already' },
  fields: {
    nl: 'Bijvoorbeeld: ketentest dossier set MAP plan.einddatumImplementatie=2027-01-31 plan.fataal=ja',
    en: 'For example: ketentest dossier set DIR plan.einddatumImplementatie=2027-01-31 plan.fataal=ja',
  },
  next: (shown: string) => ({
    nl: `Verder: "ketentest dossier add ${shown} eisen.csv", "ketentest dossier add ${shown} RAPPORTMAP", "ketentest dossier status ${shown}".`,
    en: `Next: "ketentest dossier add ${shown} requirements.csv", "ketentest dossier add ${shown} REPORTDIR", "ketentest dossier status ${shown}".`,
  }),
} as const;
