/** `ketentest dossier verify`: whether a dossier is as it was written: its chain of changes, packages, testverslagen, signatures. */
import { whyNot } from '../../dossier/acceptance/advice/advice-evidence.js';
import { BREAK_TEXTS } from '../../dossier/acceptance/break-texts.js';
import type { Breuk } from '../../dossier/acceptance/history.js';
import { changeDigest } from '../../dossier/acceptance/history.js';
import type { SeenSignature } from '../../dossier/acceptance/signature.js';
import type { DossierView } from '../../dossier/acceptance/view.js';
import { SIDE_WORDS } from '../../dossier/acceptance/words.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type Language, say } from '../settings/language.js';
import { choice } from '../settings/option-values.js';
import { dossierCall, lookedAt } from './dossier-call.js';
import { openDossier } from './dossier-folder.js';

/** @returns 1 when something is not as it was written @throws {HarnessError} `DOSSIER_INVALID`, `CONFIG_INVALID` for what is trusted */
export async function dossierVerifyCommand(given: Call): Promise<ExitCode> {
  const call = dossierCall(given);
  const { shell, shown, language, options } = call;
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json']);
  const view = await lookedAt(openDossier(shell.cwd, shown), call);
  const holds = doesHold(view);
  shell.out(
    format === 'json' ? JSON.stringify(asJson(view, holds), undefined, 2) : textOf(view, holds, shown, language).join('\n'),
  );
  return holds ? EXIT.ok : EXIT.productFault;
}

function doesHold({ breuken, evidence, handtekeningen }: DossierView): boolean {
  const signed = handtekeningen.every(({ bevindingen }) => bevindingen.length === 0);
  return breuken.length === 0 && signed && [...evidence.values()].every(({ geldt }) => geldt);
}

function asJson({ breuken, evidence, handtekeningen, wijzigingen, stand }: DossierView, holds: boolean) {
  const last = wijzigingen.at(-1);
  return {
    oordeel: holds ? 'houdt' : 'houdt_niet',
    wijzigingen: wijzigingen.length,
    kop: last && changeDigest(last),
    breuken,
    rapporten: stand.rapporten.map(({ id, nummer }) => {
      const seen = evidence.get(id);
      return {
        id,
        nummer,
        geldt: seen?.geldt === true,
        reden: seen?.reden,
        vertrouwd: seen?.vertrouwd,
        bevindingen: seen?.bevindingen,
      };
    }),
    handtekeningen: handtekeningen.map(({ signer, ...each }) => ({
      ...each,
      sleutel: signer?.sleutel,
      sleutelVan: signer?.naam,
      vertrouwd: signer?.vertrouwd,
    })),
  };
}

function textOf(view: DossierView, holds: boolean, shown: string, language: Language): readonly string[] {
  const { breuken, evidence, handtekeningen, wijzigingen, stand } = view;
  const last = wijzigingen.at(-1);
  return [
    `${say(holds ? TEXTS.holds : TEXTS.broken, language)}  ${shown}`,
    `  ${say(TEXTS.changes, language)} ${wijzigingen.length}, sha256 ${last ? changeDigest(last) : ''}`,
    ...breuken.map((each) => `  ✕ ${breakLine(each, language)}`),
    ...stand.rapporten.map((kept) => {
      const seen = evidence.get(kept.id);
      const who = kept.bijToevoegen.naam ?? kept.bijToevoegen.sleutel.slice(0, 12);
      return seen?.geldt === true
        ? `  ✓ ${kept.id} ${kept.nummer}: ${say(TEXTS.report[seen.vertrouwd], language)} (${who})`
        : `  ✕ ${kept.id} ${kept.nummer}: ${say(whyNot(seen), language)}`;
    }),
    ...handtekeningen.map((each) => `  ${signatureLine(each, wijzigingen.length, language)}`),
    ...(handtekeningen.length === 0 ? [`  ${say(TEXTS.unsigned, language)}`] : []),
  ];
}

function breakLine({ code, nr, bestand, verwacht, gezien }: Breuk, language: Language): string {
  const where = [nr === undefined ? undefined : `${say(TEXTS.change, language)} ${nr}`, bestand]
    .filter((each) => each !== undefined)
    .join(', ');
  const seen = verwacht === undefined ? '' : ` (${verwacht.slice(0, 16)} ≠ ${(gezien ?? '').slice(0, 16)})`;
  return `${code}  ${where}: ${say(BREAK_TEXTS[code], language)}${seen}`;
}

function signatureLine(
  { bestand, partij, naam, signer, totEnMet, bevindingen }: SeenSignature,
  count: number,
  language: Language,
): string {
  if (bevindingen.length > 0) return `✕ ${bestand}: ${bevindingen.join(', ')}`;
  const side = partij === undefined ? '' : say(SIDE_WORDS[partij], language);
  const key = signer?.vertrouwd ? `${signer.naam}` : `${signer?.sleutel.slice(0, 12)}, ${say(TEXTS.stranger, language)}`;
  const since =
    totEnMet === undefined
      ? ''
      : count > totEnMet
        ? `; ${say(TEXTS.since(totEnMet, count - totEnMet), language)}`
        : `; ${say(TEXTS.whole, language)}`;
  return `✓ ${bestand}: ${side}, ${naam} (${key})${since}`;
}

const TEXTS = {
  holds: { nl: 'HOUDT', en: 'HOLDS' },
  broken: { nl: 'HOUDT NIET', en: 'DOES NOT HOLD' },
  changes: { nl: 'Wijzigingen:', en: 'Changes:' },
  change: { nl: 'wijziging', en: 'change' },
  unsigned: {
    nl: 'Niemand heeft dit dossier of een testverslag ondertekend.',
    en: 'Nobody signed this dossier or a testverslag.',
  },
  stranger: { nl: 'niet vastgesteld van wie', en: 'not established whose' },
  whole: { nl: 'over het dossier zoals het nu is', en: 'over the dossier as it is now' },
  since: (nr: number, count: number) => ({
    nl: `tot en met wijziging ${nr}, daarna ${count} niet ondertekend`,
    en: `up to change ${nr}, after it ${count} not signed`,
  }),
  report: {
    nu: { nl: 'houdt, verzegeld door wie u vertrouwt', en: 'holds, sealed by whom you trust' },
    toen: { nl: 'ongewijzigd sinds het werd toegevoegd; toen vertrouwd', en: 'unchanged since it was added; trusted then' },
    niet: { nl: 'ongewijzigd sinds het zegel; niet vastgesteld van wie', en: 'unchanged since the seal; not established whose' },
  },
} as const;
