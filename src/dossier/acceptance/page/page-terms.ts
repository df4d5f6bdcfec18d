/** What waits for it: payment, days, privacy. */
import type { Tekst } from '../../../model/finding.js';
import type { Deadline } from '../deadlines.js';
import { amount } from '../payment.js';
import type { DossierView } from '../view.js';
import { fieldsOf } from './page-contract.js';
import { article, chip, date, facts, type Html, joined, list, paragraph, raw, section, shown, table } from './page-pieces.js';
import { PAYMENT_WORDS } from './page-summary.js';

/** How much, whether it may go, and why. */
export function paymentPart({ betaling, stand }: DossierView): Html {
  const { ingehouden, bedragCenten, vrij, waarom, periodiekVanaf } = betaling;
  const tone = vrij === 'ja' ? 'good' : vrij === 'nee' ? 'plain' : 'warn';
  return section(
    'betaling',
    { nl: 'Betaling', en: 'Payment' },
    [
      facts([
        [
          { nl: 'Ingehouden tot acceptatie', en: 'Retained until acceptance' },
          joined([shown(`${ingehouden}%`), ...(bedragCenten === undefined ? [] : [shown(`€ ${amount(bedragCenten)}`)])]),
        ],
        [{ nl: 'Vrij te geven', en: 'To be released' }, chip(tone, PAYMENT_WORDS[vrij])],
        [{ nl: 'Periodieke vergoeding vanaf', en: 'Periodic fee from' }, date(periodiekVanaf)],
      ]),
      list(waarom.map((each) => shown(each))),
    ],
    article('betaling', stand.contract.gibit),
  );
}

/** In the order in which they come. */
export function deadlinesPart({ termijnen, stand, at }: DossierView): Html {
  const alarms: Readonly<Record<NonNullable<Deadline['alarm']>, Tekst>> = {
    te_laat: { nl: 'over tijd', en: 'late' },
    na_fataal: { nl: 'na de fatale einddatum', en: 'after the fatal date' },
  };
  const rows = table<Deadline>(
    { nl: 'Termijnen', en: 'Deadlines' },
    [
      { head: { nl: 'Dag', en: 'Day' }, cell: ({ dag }) => date(dag) },
      { head: { nl: 'Wat', en: 'What' }, cell: ({ wat }) => shown(wat) },
      { head: { nl: 'Dagen', en: 'Days' }, isNumber: true, cell: ({ dagen }) => shown(String(dagen)) },
      {
        head: { nl: 'Alarm', en: 'Alarm' },
        cell: ({ alarm }) => (alarm === undefined ? shown(undefined) : chip(alarm === 'te_laat' ? 'bad' : 'warn', alarms[alarm])),
      },
    ],
    termijnen,
  );
  const none = { nl: 'Er zijn geen dagen afgesproken.', en: 'No days were agreed.' };
  return section(
    'termijnen',
    { nl: 'Termijnen', en: 'Deadlines' },
    [
      raw(`<p class="small">${shown({ nl: 'Bekeken op', en: 'Looked at on' })} ${date(at)}.</p>`),
      termijnen.length === 0 ? paragraph(none, 'small') : rows,
    ],
    article('waarschuwen', stand.contract.gibit),
  );
}

/** What is kept, and until when. */
export function privacyPart({ stand }: DossierView): Html {
  return section(
    'privacy',
    { nl: 'Privacy en bewaren', en: 'Privacy and retention' },
    [
      fieldsOf(stand, 'privacy', 'gebruik'),
      paragraph(
        {
          nl: 'Rapporten staan hier zonder hun private deel. Dit dossier zelf is een archiefbescheid van de gemeente; de termijn volgt uit haar selectielijst.',
          en: 'Reports stand here without their private part. This dossier itself is a record of the gemeente; its term follows from its selectielijst.',
        },
        'small',
      ),
    ],
    article('archivering', stand.contract.gibit),
  );
}
