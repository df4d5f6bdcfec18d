/** Tells a person what became of verifying a package: the answer first, then who signed, then everything that is wrong. */
import type { Tekst } from '../../model/finding.js';
import { OWN_REFERENCE } from '../limits.js';
import { painter, printable } from '../paint.js';
import { TOTAL_WORDS } from '../words.js';
import { signerLines } from './render-signer.js';
import type { Verification } from './verify.js';
import { REASONS } from './verify-reasons.js';

/** What there is to say of one package. @param shown - the package, as the user calls it */
export function renderVerification(
  verification: Verification,
  { shown, language, hasColour }: { readonly shown: string; readonly language: keyof Tekst; readonly hasColour: boolean },
): string {
  const told = printable(verification);
  const paint = painter(hasColour);
  const say = (text: Tekst) => text[language];
  const colour = told.oordeel === 'houdt' ? 'green' : told.oordeel === 'houdt_niet' ? 'red' : 'yellow';
  const label = (text: Tekst, value: string) => `  ${say(text).padEnd(LABEL_WIDTH)}${value}`;
  const { rapport, zekerheid, weergaven, berichten, ticket } = told;
  return [
    `${paint(colour, say(ANSWERS[told.oordeel]))}  ${shown}`,
    ...(rapport
      ? [
          label(TEXTS.product, `${rapport.product.pakketnaam} ${rapport.product.versie} (${rapport.leverancier.naam})`),
          label(TEXTS.standard, `${rapport.standaard.naam} ${rapport.standaard.versie}, ${rapport.standaard.rol}`),
          label(TEXTS.result, `${say(TOTAL_WORDS[rapport.resultaat.totaal])}, ${say(TEXTS.report)} ${rapport.rapport.nummer}`),
        ]
      : []),
    ...told.ondertekenaars.map((signer) =>
      label(
        TEXTS.signer,
        signerLines(signer)
          .map(say)
          .join(`\n${' '.repeat(LABEL_WIDTH + 2)}`),
      ),
    ),
    label(TEXTS.files, String(told.bestanden)),
    ...(berichten ? [label(TEXTS.messages, say(messagesText(berichten)))] : []),
    ...(ticket
      ? [
          label(
            TEXTS.ticket,
            `${ticket.nummer}, ${ticket.uitgever ?? `${say(TEXTS.unknown)} (${say(TEXTS.untrusted)})`}, ${ticket.uitgegevenOp} – ${ticket.geldigTot}`,
          ),
        ]
      : []),
    label(TEXTS.renditions, weergaven.vergeleken ? say(TEXTS.same) : say(weergaven.waarom ?? TEXTS.unknown)),
    ...(rapport?.product.eigenReferentie ? [label(TEXTS.note, say(OWN_REFERENCE))] : []),
    label(TEXTS.assurance, `${zekerheid.niveau}: ${say(zekerheid.waarom)}`),
    ...(zekerheid.hoger ? [label(TEXTS.higher, say(zekerheid.hoger))] : []),
    ...told.bevindingen.map(({ code, bestand, verwacht, gezien }) =>
      [
        `${paint('red', code)}  ${bestand ?? ''}`,
        `    ${say(REASONS[code])}`,
        ...(verwacht === undefined ? [] : [`    ${say(TEXTS.expected)} ${short(verwacht)}`]),
        ...(gezien === undefined ? [] : [`    ${say(TEXTS.seen)} ${short(gezien)}`]),
      ].join('\n'),
    ),
  ].join('\n');
}

/** The same for programs. */
export function verificationJson(verification: Verification): string {
  const bevindingen = verification.bevindingen.map((each) => ({ ...each, melding: REASONS[each.code] }));
  return JSON.stringify({ ...verification, bevindingen }, undefined, 2);
}

const LABEL_WIDTH = 14;

/** How many messages are shown, and what is known of the others. */
function messagesText({ getoond, van, origineel, wortel }: NonNullable<Verification['berichten']>): Tekst {
  const root = wortel === undefined ? '' : ` ${wortel.slice(0, 16)}…`;
  if (getoond === van && origineel === 0) return { nl: `${van}, wortel${root}`, en: `${van}, root${root}` };
  return {
    nl: `${getoond} van ${van} onthuld${origineel > 0 ? `, ${origineel} ook zoals ze gingen` : ''}; van de andere staat hier alleen een gezouten digest`,
    en: `disclosed ${getoond} of ${van}${origineel > 0 ? `, ${origineel} also as they went` : ''}; of the others only a salted digest is here`,
  };
}

function short(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

const ANSWERS = {
  houdt: { nl: 'HOUDT', en: 'HOLDS' },
  ongewijzigd: {
    nl: 'ONGEWIJZIGD SINDS HET ZEGEL, maar van wie het zegel is, is niet vastgesteld: u noemde niemand die u vertrouwt (--trust):',
    en: 'UNCHANGED SINCE IT WAS SEALED, but whose seal it is was not established: you named nobody whom you trust (--trust):',
  },
  houdt_niet: { nl: 'HOUDT NIET', en: 'DOES NOT HOLD' },
} as const;

const TEXTS = {
  product: { nl: 'product', en: 'product' },
  standard: { nl: 'standaard', en: 'standard' },
  result: { nl: 'uitkomst', en: 'result' },
  report: { nl: 'rapport', en: 'report' },
  signer: { nl: 'ondertekend', en: 'signed' },
  unknown: { nl: 'onbekend', en: 'unknown' },
  untrusted: { nl: 'niet onder wat u vertrouwt', en: 'not among what you trust' },
  files: { nl: 'bestanden', en: 'files' },
  messages: { nl: 'berichten', en: 'messages' },
  ticket: { nl: 'ticket', en: 'ticket' },
  renditions: { nl: 'weergaven', en: 'renditions' },
  same: { nl: 'opnieuw gemaakt uit rapport.json: gelijk', en: 'made again from rapport.json: the same' },
  assurance: { nl: 'zekerheid', en: 'assurance' },
  higher: { nl: 'hoger', en: 'higher' },
  note: { nl: 'let op', en: 'note' },
  expected: { nl: 'verwacht:', en: 'expected:' },
  seen: { nl: 'gezien:  ', en: 'seen:    ' },
} as const;
