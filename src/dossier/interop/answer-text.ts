/** The answer to whether a gemeente may upgrade, in words. */
import type { Tekst } from '../../model/finding.js';
import type { Bewijs, Grond, Stand } from './cell.js';
import type { TeltNiet } from './evidence.js';
import { labelOf } from './release.js';
import type { Antwoord, KoppelingAntwoord } from './upgrade.js';

export const STANDEN: Readonly<Record<Stand, Tekst>> = {
  bewezen: { nl: 'samen bewezen', en: 'proven together' },
  voorspeld: { nl: 'voorspeld, niet bewezen', en: 'predicted, not proven' },
  strijdig: { nl: 'strijdig', en: 'conflicting' },
  onbekend: { nl: 'onbekend', en: 'unknown' },
};

/** A sign for each, so that nothing hangs on colour. */
export const TEKENS: Readonly<Record<Stand, string>> = { bewezen: '✓', voorspeld: '~', strijdig: '✗', onbekend: '?' };

export const CONCLUSIES: Readonly<Record<Antwoord['mag'], Tekst>> = {
  ja: { nl: 'Ja: elke koppeling is samen bewezen.', en: 'Yes: each link is proven together.' },
  nee: { nl: 'Nee: van een koppeling is bekend dat het niet goed gaat.', en: 'No: one link is known not to go well.' },
  eerst_testen: { nl: 'Nog niet: test eerst wat hieronder staat.', en: 'Not yet: first test what stands below.' },
};

export function renderAnswer(answer: Antwoord, word: keyof Tekst): string {
  const { koppelingen, ongemoeid, wijzigingen } = answer;
  const changes = wijzigingen.map(({ pakketnaam, van, naar }) => `${pakketnaam} ${van.join(', ')} → ${naar}`);
  const lines = [
    ...[...(answer.gemeente === undefined ? [] : [answer.gemeente]), ...changes],
    CONCLUSIES[answer.mag][word],
    ...(koppelingen.length === 0 ? [TEXTS.noLink[word]] : []),
    ...(answer.vertrouwen === 'niemand' ? [TEXTS.nobody[word]] : []),
    ...koppelingen.flatMap((link) => ['', ...linkLines(link, word)]),
    ...(ongemoeid.length > 0 ? ['', `${TEXTS.untouched[word]} ${ongemoeid.join(', ')}`] : []),
    ...notCounted(answer.teltNiet, word),
  ];
  return lines.join('\n');
}

function linkLines(link: KoppelingAntwoord, word: keyof Tekst): readonly string[] {
  const { id, van, via, naar, standaard, stand, gronden, opmerkingen, vooraf } = link;
  const way = [van, ...via, naar].map(labelOf).join(' → ');
  return [
    `${TEKENS[stand]} ${id}: ${STANDEN[stand][word]}`,
    `  ${way} (${standaard.naam} ${standaard.versie})`,
    ...gronden.flatMap((each) => groundLines('-', each, word)),
    ...opmerkingen.flatMap((each) => groundLines('!', each, word)),
    ...(vooraf.length > 0 ? [`  ${TEXTS.before[word]}`, ...vooraf.map((each) => `    ▸ ${each[word]}`)] : []),
  ];
}

function groundLines(sign: string, { tekst, bewijs }: Grond, word: keyof Tekst): readonly string[] {
  return [`  ${sign} ${tekst[word]}`, ...bewijs.map((each) => `      ${proofText(each, word)}`)];
}

/** Where somebody finds it: the package, the step, the message. */
export function proofText({ naam, rapport, stap, bericht, hop, partij }: Bewijs, word: keyof Tekst): string {
  const more = [
    stap && `${TEXTS.step[word]} ${stap}`,
    bericht && `${TEXTS.message[word]} ${bericht}`,
    hop && `hop ${hop}`,
    partij && `${TEXTS.party[word]} ${partij}`,
  ];
  return [`${naam} (${rapport.slice(0, 12)})`, ...more.filter((each) => each)].join(', ');
}

export function notCounted(teltNiet: readonly TeltNiet[], word: keyof Tekst): readonly string[] {
  if (teltNiet.length === 0) return [];
  const told = teltNiet.flatMap(({ naam, waarom }) =>
    waarom.map(({ code, tekst, bestand }) => `  ${naam}: ${code}${bestand === undefined ? '' : ` ${bestand}`}: ${tekst[word]}`),
  );
  return ['', TEXTS.notCounted[word], ...told];
}

const TEXTS = {
  noLink: { nl: 'Geen koppeling raakt dit: er is niets om te bewijzen.', en: 'No link is touched: there is nothing to prove.' },
  nobody: {
    nl: 'Niemand zei wiens zegels tellen (--trust): niets geldt als bewezen.',
    en: 'Nobody said whose seals count (--trust): nothing holds as proven.',
  },
  untouched: { nl: 'Hierdoor niet geraakt:', en: 'Not touched by this:' },
  before: { nl: 'Vooraf:', en: 'Before:' },
  notCounted: { nl: 'Telt niet:', en: 'Does not count:' },
  step: { nl: 'stap', en: 'step' },
  message: { nl: 'bericht', en: 'message' },
  party: { nl: 'partij', en: 'actor' },
} as const satisfies Readonly<Record<string, Tekst>>;
