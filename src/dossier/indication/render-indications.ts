/** Tells people what indications came out: whom it rests on first, then each product, then what counts for nothing. */
import type { Tekst } from '../../model/finding.js';
import { painter, printable } from '../../report/paint.js';
import { TOTAL_WORDS } from '../../report/words.js';
import { holdsNot, type Indication, type Indications, type Reden } from './indication.js';
import { INDICATIE_WORDS } from './words.js';

/** Of what {@link indicationsJson} writes. */
export const INDICATIONS_SCHEMA = 'urn:ketentest:indicatie.schema.json:1';

export interface Telling {
  readonly language: keyof Tekst;
  readonly hasColour: boolean;
}

export function renderIndications(of: Indications, { language, hasColour }: Telling): string {
  const told = printable(of);
  const paint = painter(hasColour);
  const say = (text: Tekst) => text[language];
  const lines = (indent: string, label: Tekst, reasons: readonly Reden[]) =>
    reasons.map(({ code, tekst }, index) => `${indent}${(index === 0 ? say(label) : '').padEnd(LABEL)}${say(tekst)} (${code})`);
  const one = (each: Indication) => {
    const colour = holdsNot(each.indicatie)
      ? 'red'
      : each.indicatie === 'geen' || each.indicatie === 'zelfverklaard'
        ? 'yellow'
        : 'green';
    const { product, leverancier, standaard, rol } = each;
    const { rapporten, hoogste, metTicket } = each.pogingen;
    return [
      `${paint('bold', `${product.pakketnaam} ${product.versie}`)} (${leverancier.naam}), ${standaard.naam} ${standaard.versie}, ${rol}`,
      `  ${paint(colour, each.indicatie)}  ${say(INDICATIE_WORDS[each.indicatie])}  ${each.zekerheid}${each.datum ? `  ${each.datum}` : ''}`,
      ...(each.alleenVoor ? [`    ${say(TEXTS.only).padEnd(LABEL)}${each.alleenVoor.join(', ')}`] : []),
      ...lines('    ', TEXTS.why, each.waarom),
      ...lines('    ', TEXTS.needed, each.watNodig),
      ...lines('    ', TEXTS.alarm, each.alarmen).map((line) => paint('red', line)),
      ...lines('    ', TEXTS.note, each.opmerkingen),
      `    ${say(TEXTS.conditions).padEnd(LABEL)}${each.voorwaarden.map(({ nummer, voldaan }) => `${nummer} ${voldaan}`).join('  ')}`,
      `    ${say(TEXTS.attempts).padEnd(LABEL)}${say(attempts(rapporten, hoogste, metTicket))}`,
      ...each.rapporten.map(
        ({ datum, nummer, resultaat, zekerheid, digest, telt, waaromNiet }) =>
          `      ${datum}  ${say(TOTAL_WORDS[resultaat])}  ${zekerheid}  ${nummer}  ${digest.slice(0, 12)}…${telt ? '' : `  ${say(TEXTS.not)} ${waaromNiet.map(({ tekst }) => say(tekst)).join('; ')}`}`,
      ),
      `    ${say(TEXTS.valid).padEnd(LABEL)}${say(each.geldigVoor)}`,
      '',
    ].join('\n');
  };
  return [
    ...(told.vertrouwen === 'niemand' ? [paint('yellow', say(TEXTS.nobody)), ''] : []),
    `${say(TEXTS.at)} ${told.peildatum}`,
    '',
    ...(told.indicaties.length === 0 ? [say(TEXTS.nothing), ''] : told.indicaties.map(one)),
    ...told.producten
      .filter(({ rollen }) => rollen.length > 1)
      .map(
        ({ product, standaard, indicatie, rollen }) =>
          `${paint('bold', `${product.pakketnaam} ${product.versie}`)}, ${standaard.naam} ${standaard.versie}: ${indicatie} (${say(TEXTS.lowest)}: ${rollen.map(({ rol, indicatie: role }) => `${rol} ${role}`).join(', ')})\n`,
      ),
    ...(told.teltNiet.length > 0 ? [paint('bold', say(TEXTS.countsNot))] : []),
    ...told.teltNiet.flatMap(({ naam, waarom }) => [
      `  ${naam}`,
      ...waarom.map(({ code, tekst, bestand }) => `    ${code}${bestand === undefined ? '' : `  ${bestand}`}: ${say(tekst)}`),
    ]),
  ]
    .join('\n')
    .trimEnd();
}

/** The same for programs. @see docs/indicatie.schema.json */
export function indicationsJson(of: Indications): string {
  return JSON.stringify({ $schema: INDICATIONS_SCHEMA, ...of }, undefined, 2);
}

function attempts(reports: number, highest: number, onTicket: number): Tekst {
  return {
    nl: `${reports} ${reports === 1 ? 'rapport' : 'rapporten'} getoond, hoogste poging ${highest}, ${onTicket} op een ticket; wat niemand toont, telt hier niet mee`,
    en: `${reports} ${reports === 1 ? 'report' : 'reports'} shown, highest attempt ${highest}, ${onTicket} on a ticket; what nobody shows is not counted here`,
  };
}

const LABEL = 14;

const TEXTS = {
  nobody: {
    nl: 'U noemde niemand die u vertrouwt (--trust): van wie deze zegels zijn, is niet vastgesteld. Iedereen kan een veranderd rapport opnieuw verzegelen.',
    en: 'You named nobody whom you trust (--trust): whose seals these are was not established. Anybody can seal a changed report again.',
  },
  at: { nl: 'Peildatum', en: 'As of' },
  nothing: { nl: 'Geen enkel product: er is niets dat telt.', en: 'No product at all: there is nothing that counts.' },
  only: { nl: 'alleen voor', en: 'only for' },
  why: { nl: 'waarom', en: 'why' },
  needed: { nl: 'wat nodig is', en: 'what it takes' },
  alarm: { nl: 'ALARM', en: 'ALARM' },
  note: { nl: 'let op', en: 'note' },
  conditions: { nl: 'voorwaarden', en: 'conditions' },
  attempts: { nl: 'pogingen', en: 'attempts' },
  not: { nl: 'telt niet:', en: 'does not count:' },
  valid: { nl: 'geldig', en: 'holds' },
  lowest: { nl: 'de laagste van de rollen', en: 'the lowest of the roles' },
  countsNot: { nl: 'Telt voor niets:', en: 'Counts for nothing:' },
} as const;
