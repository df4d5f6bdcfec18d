/** What a badge tells, for any face of it: standard, version, role, state, level and date, so that no old badge covers a new release. */
import type { Tekst } from '../../model/finding.js';
import type { Indicatie, Indication, ProductIndication } from '../indication/indication.js';
import { INDICATIE_WORDS } from '../indication/words.js';

/** One role, or a product that is as good as the least of its roles. */
export type BadgeOf =
  | Pick<Indication, 'product' | 'leverancier' | 'standaard' | 'rol' | 'indicatie' | 'zekerheid' | 'datum' | 'alleenVoor'>
  | ProductIndication;

export interface BadgeFacts {
  /** On the left: for which standard and role. */
  readonly label: string;
  /** On the right: state, version of the product, level and day. */
  readonly message: string;
  /** All of it as a sentence, for who does not see it. */
  readonly sentence: string;
  readonly indicatie: Indicatie;
}

export function badgeFacts(of: BadgeOf, language: keyof Tekst): BadgeFacts {
  const { product, leverancier, standaard, indicatie, zekerheid } = of;
  const rol = 'rol' in of ? of.rol : of.rollen.map((each) => each.rol).join(', ');
  const day = 'datum' in of ? of.datum?.slice(0, 10) : undefined;
  const isPart = 'alleenVoor' in of && of.alleenVoor !== undefined;
  const word = INDICATIE_WORDS[indicatie][language];
  const state = isPart ? `${word} (${TEXTS.part[language]})` : word;
  const standard = `${standaard.naam} ${standaard.versie}`;
  return {
    indicatie,
    label: [short(standard), short(rol)].join(' · '),
    message: [state, `${TEXTS.version[language]} ${short(product.versie)}`, zekerheid, ...(day === undefined ? [] : [day])].join(
      ' · ',
    ),
    sentence: TEXTS.sentence[language]
      .replace('{product}', () => `${product.pakketnaam} ${product.versie} (${leverancier.naam})`)
      .replace('{standard}', () => `${standard}, ${TEXTS.role[language]} ${rol}`)
      .replace('{state}', () => state)
      .replace('{level}', () => zekerheid)
      .replace('{day}', () => (day === undefined ? '' : `, ${day}`)),
  };
}

/** A name as long as somebody likes still leaves a badge. */
function short(text: string): string {
  const signs = [...text];
  return signs.length > MOST_SIGNS ? `${signs.slice(0, MOST_SIGNS - 1).join('')}…` : text;
}

const MOST_SIGNS = 32;

const TEXTS = {
  sentence: {
    nl: '{product}: {standard}: {state}. Zekerheid {level}{day}. Alleen voor deze versie.',
    en: '{product}: {standard}: {state}. Assurance {level}{day}. For this version only.',
  },
  version: { nl: 'versie', en: 'version' },
  role: { nl: 'rol', en: 'role' },
  part: { nl: 'een deel', en: 'a part' },
} as const;
