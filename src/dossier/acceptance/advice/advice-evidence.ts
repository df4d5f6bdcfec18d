/** Whether the evidence in a dossier shows what it should. */
import type { Tekst } from '../../../model/finding.js';
import type { Seen } from '../kept-report.js';
import { isOfProduct } from '../requirements.js';
import type { KeptReport } from '../state.js';
import { advice, type Known, listed, type Melding } from './notice.js';

/** Of reports, requirements, reuse and the chain. */
export function aboutEvidence(known: Known): readonly Melding[] {
  return [...aboutReports(known), ...aboutRequirements(known), ...aboutReuse(known), ...aboutChain(known)];
}

function aboutReports({ stand, evidence }: Known): readonly Melding[] {
  return stand.rapporten.flatMap((kept) => {
    const { id, product } = kept;
    const seen = evidence.get(id);
    if (seen?.geldt !== true) {
      const why = whyNot(seen);
      const nl = `rapport ${id} (${kept.nummer}) telt niet: ${why.nl}; het toont niets meer aan`;
      return [
        advice(
          'REPORT_NOT_VERIFIED',
          'strijdig',
          { nl, en: `report ${id} (${kept.nummer}) does not count: ${why.en}; it shows nothing any more` },
          'preventief',
        ),
      ];
    }
    return [
      ...(seen.vertrouwd === 'niet' ? [advice('REPORT_SIGNER_UNKNOWN', 'let_op', TEXTS.stranger(id), 'preventief')] : []),
      ...(product.eigenReferentie ? [advice('REPORT_OF_REFERENCE', 'strijdig', TEXTS.reference(id))] : []),
      ...(kept.keten || isOfProduct(stand, kept)
        ? []
        : [advice('REPORT_OTHER_PRODUCT', 'let_op', TEXTS.otherProduct(kept), 'hergebruik')]),
    ];
  });
}

/** Why a report does not count. */
export function whyNot(seen: Seen | undefined): Tekst {
  if (seen === undefined || seen.reden === 'weg') return TEXTS.gone;
  if (seen.reden === 'verwisseld') return TEXTS.replaced;
  const codes = [...new Set(seen.bevindingen.map(({ code }) => code))].join(', ');
  return { nl: `het zegel of een bestand klopt niet (${codes})`, en: `the seal or a file does not hold (${codes})` };
}

function aboutRequirements({ eisen }: Known): readonly Melding[] {
  const untested = eisen.filter(
    ({ eis, rapporten, vervallen }) => eis.standaard !== undefined && rapporten.length + vervallen.length === 0,
  );
  const fallen = eisen.filter(({ rapporten, vervallen }) => rapporten.length === 0 && vervallen.length > 0);
  const against = eisen.filter(({ tegenspraak }) => tegenspraak.length > 0);
  return [
    ...(untested.length === 0
      ? []
      : [advice('NO_PREVENTIVE_TEST', 'let_op', TEXTS.untested(listed(untested.map(({ eis }) => eis.id))), 'preventief')]),
    ...(fallen.length === 0
      ? []
      : [advice('PREVENTIVE_TEST_FALLEN', 'let_op', TEXTS.fallen(listed(fallen.map(({ eis }) => eis.id))), 'preventief')]),
    ...against.map(({ eis, tegenspraak }) =>
      advice('RESULT_CONTRADICTED', 'strijdig', TEXTS.against(eis.id, tegenspraak.join(', ')), 'testverslag'),
    ),
  ];
}

function aboutReuse({ hergebruik }: Known): readonly Melding[] {
  return hergebruik
    .filter(({ houdt }) => !houdt)
    .map(({ rapport, vergelijkingen }) => {
      const unequal = vergelijkingen.filter(({ uitkomst }) => uitkomst !== 'gelijk').map(({ wat }) => wat);
      return advice('REUSE_NOT_SHOWN', 'let_op', TEXTS.reuse(rapport.id, unequal.join(', ')), 'hergebruik');
    });
}

function aboutChain({ keten, stand, evidence }: Known): readonly Melding[] {
  const reopened = [
    ...new Set(keten.flatMap(({ heropend }) => heropend.map(({ partij, toen, nu }) => `${partij} ${toen} → ${nu}`))),
  ];
  const failed = stand.rapporten.filter(
    ({ id, keten: isChain }) => isChain && ['voldoet_niet'].includes(evidence.get(id)?.report?.keten?.verdict ?? ''),
  );
  const newest = failed.filter(({ id }) => keten.some(({ rapport }) => rapport.id === id));
  return [
    ...(reopened.length === 0 ? [] : [advice('CHAIN_REOPENED', 'let_op', TEXTS.reopened(reopened.join(', ')), 'koppelingen')]),
    ...newest.map(({ id }) => advice('CHAIN_FAILED', 'let_op', TEXTS.chainFailed(id), 'koppelingen')),
  ];
}

const TEXTS = {
  gone: { nl: 'de map ervan is weg', en: 'its folder is gone' },
  replaced: {
    nl: 'er staat een ander pakket dan toen het werd toegevoegd',
    en: 'another package stands there than when it was added',
  },
  stranger: (id: string) => ({
    nl: `van rapport ${id} is niet vastgesteld wie het verzegelde; noem met --trust de sleutel die u langs een andere weg kreeg`,
    en: `who sealed report ${id} is not established; name with --trust the key that you got by another way`,
  }),
  reference: (id: string) => ({
    nl: `rapport ${id} gaat over de eigen referentie van ketentest, niet over een product`,
    en: `report ${id} is about ketentest’s own reference, not about a product`,
  }),
  otherProduct: ({ id, product }: KeptReport) => ({
    nl: `rapport ${id} gaat over ${product.pakketnaam} ${product.versie}, niet over het product van dit contract`,
    en: `report ${id} is about ${product.pakketnaam} ${product.versie}, not about the product of this contract`,
  }),
  untested: (ids: Tekst) => ({
    nl: `er is geen rapport van een preventieve test voor ${ids.nl}`,
    en: `there is no report of a preventive test for ${ids.en}`,
  }),
  fallen: (ids: Tekst) => ({
    nl: `het rapport van de preventieve test telt niet meer voor ${ids.nl}`,
    en: `the report of the preventive test does not count any more for ${ids.en}`,
  }),
  against: (eis: string, what: string) => ({
    nl: `eis ${eis} staat op "voldoet", maar ${what} zegt anders`,
    en: `requirement ${eis} is said to hold, but ${what} says otherwise`,
  }),
  reuse: (id: string, what: string) => ({
    nl: `dat rapport ${id} een nieuwe test overbodig maakt, is niet aangetoond${what === '' ? '' : ` (${what})`}`,
    en: `that report ${id} makes a new test needless is not shown${what === '' ? '' : ` (${what})`}`,
  }),
  reopened: (what: string) => ({
    nl: `de ketentest is van andere versies, en opnieuw open: ${what}`,
    en: `the chain test is of other versions, and open again: ${what}`,
  }),
  chainFailed: (id: string) => ({
    nl: `de ketentest van rapport ${id} voldoet niet`,
    en: `the chain test of report ${id} does not hold`,
  }),
} as const;
