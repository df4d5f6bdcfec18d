/** The log of changes, and whether it is whole. */
import { dutchTime } from '../../../report/dutch-time.js';
import { BREAK_TEXTS } from '../break-texts.js';
import type { Wijziging } from '../change.js';
import { changeDigest } from '../history.js';
import type { DossierView } from '../view.js';
import { article, chip, code, type Html, joined, list, paragraph, section, shown, table } from './page-pieces.js';

/** Who changed what and when, with the digest by which the next change names it. */
export function changesPart({ wijzigingen, breuken, stand, handtekeningen }: DossierView): Html {
  const broken = breuken.map((each) => {
    const where = [each.nr === undefined ? '' : String(each.nr), each.bestand ?? ''].filter((part) => part !== '').join(', ');
    return joined([chip('bad', each.code), shown(where), shown(BREAK_TEXTS[each.code])]);
  });
  const whole = handtekeningen.filter(({ totEnMet }) => totEnMet !== undefined);
  const signed = whole.map(({ naam, totEnMet, bevindingen }) =>
    joined([
      chip(bevindingen.length === 0 ? 'good' : 'bad', naam),
      shown({ nl: `over wijziging 1 tot en met ${totEnMet}`, en: `over changes 1 up to ${totEnMet}` }),
    ]),
  );
  return section(
    'wijzigingen',
    { nl: 'Wijzigingen', en: 'Changes' },
    [
      broken.length === 0
        ? paragraph(
            {
              nl: 'Elke wijziging noemt de digest van de vorige; de reeks is heel.',
              en: 'Each change names the digest of the one before; the chain is whole.',
            },
            'small',
          )
        : list(broken),
      list(signed),
      table<Wijziging>(
        { nl: 'Wijzigingen', en: 'Changes' },
        [
          { head: { nl: 'Nr', en: 'No' }, cell: ({ nr }) => shown(nr) },
          { head: { nl: 'Wanneer', en: 'When' }, cell: ({ op }) => shown(dutchTime(op)) },
          { head: { nl: 'Wie', en: 'Who' }, cell: ({ wie }) => shown(wie) },
          { head: { nl: 'Wat', en: 'What' }, cell: whatOf },
          { head: { nl: 'Digest', en: 'Digest' }, cell: (each) => code(changeDigest(each).slice(0, 16)) },
        ],
        wijzigingen,
      ),
    ],
    article('archivering', stand.contract.gibit),
  );
}

function whatOf({ wat }: Wijziging): Html {
  switch (wat.soort) {
    case 'begonnen':
    case 'gezet':
      return joined([
        shown(wat.soort === 'gezet' ? { nl: 'gezet:', en: 'set:' } : { nl: 'begonnen:', en: 'begun:' }),
        shown(Object.keys(wat.velden).join(', ')),
      ]);
    case 'eisen':
      return shown({ nl: `${wat.eisen.length} eisen`, en: `${wat.eisen.length} requirements` });
    case 'rapport':
      return shown({
        nl: `rapport ${wat.rapport.id} toegevoegd (${wat.rapport.nummer})`,
        en: `report ${wat.rapport.id} added (${wat.rapport.nummer})`,
      });
    case 'hergebruik':
      return shown({ nl: `hergebruik van ${wat.hergebruik.rapport}`, en: `reuse of ${wat.hergebruik.rapport}` });
    case 'keten':
      return shown({ nl: `aantekening bij koppeling ${wat.notitie.koppeling}`, en: `note on link ${wat.notitie.koppeling}` });
    case 'derde':
      return shown({ nl: `derde: ${wat.derde.naam}`, en: `third party: ${wat.derde.naam}` });
    case 'ronde':
      return shown({ nl: `ronde ${wat.ronde.nr}`, en: `round ${wat.ronde.nr}` });
    case 'uitslagen':
      return shown({
        nl: `${wat.uitslagen.length} uitslagen in ronde ${wat.ronde}`,
        en: `${wat.uitslagen.length} results in round ${wat.ronde}`,
      });
    case 'gebreken':
      return shown(`${wat.gebreken.map(({ id, status }) => `${id} ${status}`).join(', ')}`);
    case 'opmerking':
      return shown({ nl: `opmerking van ${wat.opmerking.partij}`, en: `remark of ${wat.opmerking.partij}` });
    case 'testverslag':
      return shown({
        nl: `testverslag ronde ${wat.testverslag.ronde} vastgelegd`,
        en: `testverslag of round ${wat.testverslag.ronde} laid down`,
      });
    case 'ondertekening':
      return shown({ nl: `handtekening ontvangen: ${wat.bestand}`, en: `signature received: ${wat.bestand}` });
    case 'besluit':
      return shown({ nl: `besluit: ${wat.besluit.uitkomst}`, en: `decision: ${wat.besluit.uitkomst}` });
  }
}
