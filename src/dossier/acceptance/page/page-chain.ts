/** The chain-test matrix of a dossier, with both ends and what persons added. */
import type { Tekst } from '../../../model/finding.js';
import { VERDICT_WORDS } from '../../../report/words.js';
import type { ChainRow } from '../chain-rows.js';
import type { KeptReport } from '../state.js';
import type { DossierView } from '../view.js';
import { ATTRIBUTION_WORDS } from '../words.js';
import { article, chip, type Html, joined, list, paragraph, raw, section, shown, table } from './page-pieces.js';

/** Of the newest report of each chain. */
export function chainPart({ keten, stand, evidence }: DossierView): Html {
  const chains = stand.rapporten.filter(({ keten: is }) => is);
  const overall = chains.map(({ id }) => {
    const verdict = evidence.get(id)?.report?.keten?.verdict;
    const told = verdict === undefined ? TEXTS.nothing : VERDICT_WORDS[verdict];
    return joined([shown(id), chip(verdict === 'voldoet' ? 'good' : verdict === undefined ? 'bad' : 'warn', told)]);
  });
  const rows = table<ChainRow>(
    { nl: 'Ketentestmatrix', en: 'Chain-test matrix' },
    [
      {
        head: { nl: 'Koppeling', en: 'Link' },
        cell: ({ rij, rapport, notitie }) =>
          joined([
            shown(rij.koppeling),
            raw(`<small>${shown(`${rij.scenario} · ${rapport.id}`)}</small>`),
            ...sub(notitie?.bron),
          ]),
      },
      { head: { nl: 'A', en: 'A' }, cell: ({ a, preventief }) => end(a, preventief.a) },
      {
        head: { nl: 'B', en: 'B' },
        cell: ({ b, via, preventief }) =>
          joined([
            end(b, preventief.b),
            ...(via.length === 0
              ? []
              : [raw(`<small>${shown({ nl: 'via', en: 'via' })} ${via.map(({ naam }) => shown(naam)).join(', ')}</small>`)]),
          ]),
      },
      {
        head: { nl: 'Standaard', en: 'Standard' },
        cell: ({ rapport, rij }) =>
          joined([
            shown(`${rapport.standaard.naam} ${rapport.standaard.versie}`),
            raw(`<small>${shown([...new Set(rij.berichten.map(({ berichttype }) => berichttype))].join(', '))}</small>`),
          ]),
      },
      { head: { nl: 'Verwacht, bij A, bij B', en: 'Expected, at A, at B' }, cell: seenAtEnds },
      {
        head: { nl: 'Effect gezien', en: 'Effect seen' },
        cell: ({ notitie }) =>
          notitie?.effect === undefined
            ? shown(undefined)
            : joined([shown(notitie.effect), raw(`<small>${shown(`${notitie.door}, ${notitie.op}`)}</small>`)]),
      },
      { head: { nl: 'Oordeel', en: 'Verdict' }, cell: verdictOf },
    ],
    keten,
  );
  const none = { nl: 'Er is nog geen rapport van een ketentest.', en: 'There is no report of a chain test yet.' };
  return section(
    'keten',
    { nl: 'Ketentest', en: 'Chain test' },
    chains.length === 0 ? [paragraph(none, 'small')] : [paragraph(TEXTS.oneSession, 'small'), list(overall), rows],
    article('koppelingen', stand.contract.gibit),
  );
}

function end(partij: ChainRow['a'], alone: readonly KeptReport[]): Html {
  if (!partij) return shown(undefined);
  const { naam, component, product, leverancier, echt } = partij;
  const what = product?.pakketnaam === undefined ? undefined : `${product.pakketnaam} ${product.versie ?? ''}`;
  const tested: Tekst =
    alone.length === 0
      ? { nl: 'geen preventief rapport', en: 'no preventive report' }
      : { nl: `preventief: ${ids(alone)}`, en: `preventive: ${ids(alone)}` };
  return joined([
    shown(naam),
    raw(`<small>${shown(component)}</small>`),
    raw(
      `<small>${echt ? shown([what, leverancier?.naam].filter(Boolean).join(', ')) : shown({ nl: 'door ketentest gespeeld', en: 'played by ketentest' })}</small>`,
    ),
    ...(echt ? [raw(`<small>${shown(tested)}</small>`)] : []),
  ]);
}

function ids(reports: readonly KeptReport[]): string {
  return reports.map(({ id, totaal }) => `${id} (${totaal})`).join(', ');
}

function seenAtEnds({ rij: { berichten } }: ChainRow): Html {
  const atA = berichten.reduce((sum, { bijA }) => sum + bijA.length, 0);
  const atB = berichten.reduce((sum, { bijB }) => sum + bijB.length, 0);
  const kinds = [...new Set(berichten.map(({ overkomst }) => overkomst))].map(
    (kind) => `${berichten.filter(({ overkomst }) => overkomst === kind).length}× ${kind}`,
  );
  return joined([shown(`${berichten.length} → ${atA} → ${atB}`), raw(`<small>${shown(kinds.join(', '))}</small>`)]);
}

function verdictOf({ rij, verplicht, heropend, notitie }: ChainRow): Html {
  const tone = rij.verdict === 'voldoet' ? 'good' : rij.verdict === 'voldoet_niet' ? 'bad' : 'warn';
  const again = heropend.map(({ partij, toen, nu }) => `${partij} ${toen} → ${nu}`).join(', ');
  return joined([
    chip(tone, VERDICT_WORDS[rij.verdict]),
    raw(`<small>${shown(verplicht ? { nl: 'verplicht', en: 'mandatory' } : { nl: 'optioneel', en: 'optional' })}</small>`),
    ...(again === ''
      ? []
      : [raw(`<small>${chip('warn', { nl: `opnieuw open: ${again}`, en: `open again: ${again}` })}</small>`)]),
    ...sub(notitie?.gebrek),
    ...(notitie?.toerekenbaarAan ? [raw(`<small>${shown(ATTRIBUTION_WORDS[notitie.toerekenbaarAan])}</small>`)] : []),
  ]);
}

function sub(text: string | undefined): readonly Html[] {
  return text === undefined ? [] : [raw(`<small>${shown(text)}</small>`)];
}

const TEXTS = {
  nothing: { nl: 'toont niets aan', en: 'shows nothing' },
  oneSession: {
    nl: 'De keten voldoet alleen als elke verplichte koppeling dat doet, in één sessie, op één stel versies. Verandert een versie, dan gaan haar koppelingen weer open.',
    en: 'The chain holds only when each mandatory link does, in one session, on one set of versions. When a version changes, its links are open again.',
  },
} as const;
