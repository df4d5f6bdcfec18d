/** `ketentest dossier render` makes the page; `ketentest dossier status` tells the same on a terminal, shorter. */
import { join, resolve } from 'node:path';
import { dutchDate } from '../../dossier/acceptance/days.js';
import { renderDossier } from '../../dossier/acceptance/page/page.js';
import { amount } from '../../dossier/acceptance/payment.js';
import { isOpen } from '../../dossier/acceptance/requirements.js';
import type { DossierView } from '../../dossier/acceptance/view.js';
import { DECISION_WORDS, FINDING_WORDS } from '../../dossier/acceptance/words.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { oneLine } from '../one-line.js';
import { packageFacts } from '../package-root.js';
import { type Language, say } from '../settings/language.js';
import { choice } from '../settings/option-values.js';
import { dossierCall, lookedAt, text } from './dossier-call.js';
import { openDossier } from './dossier-folder.js';
import { indicationsIn } from './dossier-indications.js';
import { told, writeWhole } from './dossier-write.js';
import { noticeLines } from './notices.js';

/** Made anew each time, from what holds now. @throws {HarnessError} `DOSSIER_INVALID`, `OUTPUT_FAILED` */
export async function dossierRenderCommand(given: Call): Promise<ExitCode> {
  const call = dossierCall(given);
  const { shell, shown, language } = call;
  const dossier = openDossier(shell.cwd, shown);
  const view = await lookedAt(dossier, call, await indicationsIn(dossier, call));
  const file = text(call, 'out') ?? join(shown, 'dossier.html');
  const page = renderDossier(view, { taal: language, version: packageFacts().version });
  told(file, () => writeWhole(resolve(shell.cwd, file), page));
  shell.out(`${say(TEXTS.written, language)} ${file}`);
  for (const line of noticeLines(
    view.meldingen.filter(({ ernst }) => ernst === 'strijdig'),
    view.stand,
    language,
  ))
    shell.out(line);
  return EXIT.ok;
}

/** @returns 0; what is to be done is no fault @throws {HarnessError} `DOSSIER_INVALID` */
export async function dossierStatusCommand(given: Call): Promise<ExitCode> {
  const call = dossierCall(given);
  const { shell, shown, language, options } = call;
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json']);
  const view = await lookedAt(openDossier(shell.cwd, shown), call);
  shell.out(format === 'json' ? JSON.stringify(asJson(view), undefined, 2) : statusLines(view, language).join('\n'));
  return EXIT.ok;
}

function asJson(view: DossierView) {
  const { at, stand, eisen, hergebruik, betaling, termijnen, meldingen, breuken, evidence } = view;
  return {
    at,
    besluit: stand.besluiten.at(-1),
    eisen: eisen.map(({ eis, rapporten, vervallen, ...each }) => ({
      id: eis.id,
      ...each,
      rapporten: rapporten.map(({ id }) => id),
      vervallen: vervallen.map(({ id }) => id),
    })),
    rapporten: stand.rapporten.map(({ id, totaal }) => ({ id, totaal, geldt: evidence.get(id)?.geldt === true })),
    hergebruik: hergebruik.map(({ rapport, vergelijkingen, houdt }) => ({ rapport: rapport.id, vergelijkingen, houdt })),
    gebreken: stand.gebreken,
    ...{ betaling, termijnen, meldingen, breuken },
  };
}

function statusLines(view: DossierView, language: Language): readonly string[] {
  const { stand, eisen, betaling, termijnen, meldingen } = view;
  const last = stand.besluiten.at(-1);
  const met = eisen.filter(({ uitslag }) => uitslag === 'voldoet').length;
  const open = stand.gebreken.filter(({ status }) => isOpen(status));
  const sum = betaling.bedragCenten === undefined ? '' : ` (€ ${amount(betaling.bedragCenten)})`;
  return [
    `${stand.product.pakketnaam ?? '–'} ${stand.product.versie ?? ''} · ${stand.contract.opdrachtgever ?? '–'} – ${stand.contract.leverancier ?? '–'}`,
    `  ${say(TEXTS.decision, language)} ${last ? `${say(DECISION_WORDS[last.uitkomst], language)}, ${dutchDate(last.datum)}` : say(TEXTS.none, language)}`,
    `  ${say(TEXTS.requirements, language)} ${met} / ${eisen.length}`,
    `  ${say(TEXTS.payment, language)} ${betaling.ingehouden}%${sum}: ${betaling.vrij} – ${betaling.waarom.map((each) => say(each, language))[0] ?? ''}`,
    ...termijnen.map(
      ({ dag, dagen, wat, alarm }) =>
        `  ${dutchDate(dag)} (${dagen}) ${say(wat, language)}${alarm === undefined ? '' : ` ! ${alarm}`}`,
    ),
    ...open.map(
      ({ id, status, omschrijving }) => `  ${id} ${say(FINDING_WORDS[status], language)}: ${oneLine(omschrijving, 100)}`,
    ),
    ...noticeLines(meldingen, stand, language),
  ];
}

const TEXTS = {
  written: { nl: 'Geschreven:', en: 'Written:' },
  decision: { nl: 'Besluit:', en: 'Decision:' },
  none: { nl: 'nog geen', en: 'none yet' },
  requirements: { nl: 'Eisen aangetoond:', en: 'Requirements shown:' },
  payment: { nl: 'Laatste deel:', en: 'Last part:' },
} as const;
