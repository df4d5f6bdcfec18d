/** What was laid down together: testverslagen with their signatures, remarks, decisions. */
import { signedFor } from '../signature.js';
import type { Besluit, TestverslagRef } from '../state.js';
import type { DossierView } from '../view.js';
import { DECISION_WORDS, SIDE_WORDS, SIDES } from '../words.js';
import { article, chip, code, date, type Html, joined, list, paragraph, raw, section, shown, table } from './page-pieces.js';
import { DECISION_TONES } from './page-summary.js';

/** With who signed each. */
export function testverslagPart({ stand, handtekeningen }: DossierView): Html {
  const rows = table<TestverslagRef>(
    { nl: 'Testverslagen', en: 'Testverslagen' },
    [
      { head: { nl: 'Ronde', en: 'Round' }, cell: ({ ronde }) => shown(ronde) },
      { head: { nl: 'Vastgelegd', en: 'Laid down' }, cell: ({ op }) => date(op) },
      {
        head: { nl: 'Bestand', en: 'File' },
        cell: ({ bestand, digest }) =>
          joined([raw(`<a href="${bestand}">${shown(bestand)}</a>`), raw(`<small>${code(digest.slice(0, 16))}</small>`)]),
      },
      ...SIDES.map((side) => ({
        head: SIDE_WORDS[side],
        cell: ({ bestand }: TestverslagRef) => {
          const own = handtekeningen.find((each) => each.over === bestand && each.partij === side);
          if (own === undefined) return chip('warn', { nl: 'nog te tekenen', en: 'to be signed' });
          if (own.bevindingen.length > 0) return chip('bad', own.bevindingen.join(', '));
          const key = own.signer?.vertrouwd ? own.signer.naam : `${own.signer?.sleutel.slice(0, 12)}`;
          return joined([
            chip('good', own.naam),
            raw(`<small>${date(own.signer?.verzegeldOp.slice(0, 10))} ${shown(key)}</small>`),
          ]);
        },
      })),
      { head: { nl: 'Beide', en: 'Both' }, cell: ({ ronde }) => shown(signedFor(stand, handtekeningen, ronde).length === 2) },
    ],
    stand.testverslagen,
  );
  const remarks = stand.opmerkingen.map(({ ronde, partij, tekst, op }) =>
    joined([
      raw(`<b>${shown(SIDE_WORDS[partij])}</b>`),
      shown({ nl: `ronde ${ronde},`, en: `round ${ronde},` }),
      date(op),
      raw('–'),
      shown(tekst),
    ]),
  );
  const none = { nl: 'Er is nog geen testverslag vastgelegd.', en: 'No testverslag was laid down yet.' };
  return section(
    'testverslag',
    { nl: 'Testverslag', en: 'Testverslag' },
    [
      stand.testverslagen.length === 0 ? paragraph(none, 'small') : rows,
      ...(remarks.length === 0
        ? []
        : [raw(`<h3>${shown({ nl: 'Opmerkingen van partijen', en: 'Remarks of the parties' })}</h3>`), list(remarks)]),
    ],
    article('testverslag', stand.contract.gibit),
  );
}

/** All of them; the last one counts. */
export function decisionsPart({ stand }: DossierView): Html {
  const rows = table<Besluit>(
    { nl: 'Besluiten', en: 'Decisions' },
    [
      { head: { nl: 'Datum', en: 'Date' }, cell: ({ datum }) => date(datum) },
      {
        head: { nl: 'Besluit', en: 'Decision' },
        cell: ({ uitkomst }) => chip(DECISION_TONES[uitkomst], DECISION_WORDS[uitkomst]),
      },
      {
        head: { nl: 'Omvang', en: 'Scope' },
        cell: ({ omvang, deel }) => shown(omvang === 'deel' ? deel : { nl: 'integraal', en: 'integral' }),
      },
      { head: { nl: 'Door', en: 'By' }, cell: ({ door }) => shown(door) },
      {
        head: { nl: 'Voorwaarden en reden', en: 'Conditions and reason' },
        cell: ({ voorwaarden = [], reden }) =>
          joined([
            list(
              voorwaarden.map(({ tekst, uiterlijk }) =>
                joined([shown(tekst), ...(uiterlijk === undefined ? [] : [date(uiterlijk)])]),
              ),
            ),
            ...(reden === undefined ? [] : [shown(reden)]),
          ]),
      },
    ],
    stand.besluiten,
  );
  const none = { nl: 'Er is nog niets besloten.', en: 'Nothing was decided yet.' };
  return section(
    'besluit',
    { nl: 'Besluit', en: 'Decision' },
    [stand.besluiten.length === 0 ? paragraph(none, 'small') : rows, paragraph(TEXTS.advises, 'small')],
    article('naMislukken', stand.contract.gibit),
  );
}

const TEXTS = {
  advises: {
    nl: 'Dit dossier adviseert en verwijst; het beslist niet. Wat niet strookt met een besluit staat bovenaan, en houdt het besluit niet tegen.',
    en: 'This dossier advises and refers; it does not decide. What does not agree with a decision stands at the top, and does not keep from deciding.',
  },
} as const;
