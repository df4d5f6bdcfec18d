/** A check of a catalogue in words, and as CSV (RFC 4180) for a spreadsheet. */
import type { Tekst } from '../../model/finding.js';
import { notCounted, proofText, STANDEN, TEKENS } from '../interop/answer-text.js';
import { labelOf } from '../interop/release.js';
import type { KoppelingAntwoord } from '../interop/upgrade.js';
import type { CatalogusToets, GemeenteToets } from './checked.js';
import type { Bevinding, Ernst } from './finding.js';
import { label } from './which-standard.js';

export function renderCatalogue(toets: CatalogusToets, word: keyof Tekst): string {
  const { bevindingen, gemeenten } = toets;
  const lines = [
    `${TEXTS.at[word]} ${toets.peildatum.slice(0, 10)}`,
    ...(toets.vertrouwen === 'niemand' ? [TEXTS.nobody[word]] : []),
    ...(bevindingen.length === 0 ? ['', TEXTS.nothing[word]] : []),
    ...HEADS.flatMap(([ernst, head]) =>
      group(
        bevindingen.filter((each) => each.ernst === ernst),
        head[word],
        word,
      ),
    ),
    ...gemeenten.flatMap((each) => gemeenteLines(each, word)),
    ...notCounted(toets.teltNiet, word),
    ...(toets.overgeslagen.length > 0 ? ['', `${TEXTS.skipped[word]} ${toets.overgeslagen.join(', ')}`] : []),
  ];
  return lines.join('\n');
}

function group(found: readonly Bevinding[], head: string, word: keyof Tekst): readonly string[] {
  if (found.length === 0) return [];
  const lines = found.flatMap(({ code, tekst, url, bewijs }) => [
    `  ${code}: ${tekst[word]}`,
    ...(url === undefined ? [] : [`      ${url}`]),
    ...bewijs.map((each) => `      ${proofText(each, word)}`),
  ]);
  return ['', `${head} (${found.length})`, ...lines];
}

function gemeenteLines({ gemeente, koppelingen, straks, onbeslist }: GemeenteToets, word: keyof Tekst): readonly string[] {
  return [
    ...['', gemeente],
    ...koppelingen.flatMap((each) => linkLines(each, word)),
    ...onbeslist.map(({ wat, tekst }) => `  ? ${wat}: ${tekst[word]}`),
    ...straks.flatMap(({ product, van, naar, op, koppelingen: links }) => [
      `  ${TEXTS.comes[word]} ${product} ${van} → ${naar}${op === undefined ? '' : ` (${op})`}`,
      ...links.flatMap((each) => linkLines(each, word).map((line) => `  ${line}`)),
    ]),
  ];
}

function linkLines(
  { id, stand, van, via, naar, standaard, gronden, vooraf }: KoppelingAntwoord,
  word: keyof Tekst,
): readonly string[] {
  const way = [van, ...via, naar].map(labelOf).join(' → ');
  return [
    `  ${TEKENS[stand]} ${id}: ${STANDEN[stand][word]}; ${way} (${label(standaard)})`,
    ...(stand === 'bewezen' ? [] : gronden.map(({ tekst }) => `      - ${tekst[word]}`)),
    ...vooraf.map((each) => `      ▸ ${each[word]}`),
  ];
}

const COLUMNS = [
  ...['soort', 'code', 'ernst', 'gemeente', 'koppeling', 'module', 'versie', 'standaard', 'url', 'tekst', 'vooraf', 'rapporten'],
] as const;

/** One row for each finding and for each koppeling of a gemeente that is not proven. Names of columns are the same in any language. */
export function catalogueCsv({ bevindingen, gemeenten }: CatalogusToets, word: keyof Tekst): string {
  const found = bevindingen.map(({ code, ernst, module = '', versie = '', standaard = '', url = '', tekst, bewijs }) => [
    ...['bevinding', code, ernst, '', '', module, versie, standaard, url, tekst[word], ''],
    bewijs.map(({ rapport }) => rapport).join(' '),
  ]);
  const links = gemeenten.flatMap(({ gemeente, koppelingen, straks, onbeslist }) => [
    ...koppelingen.flatMap((each) => linkRow('koppeling', gemeente, each, word)),
    ...straks.flatMap((each) => each.koppelingen.flatMap((link) => linkRow('straks', gemeente, link, word))),
    ...onbeslist.map(({ wat, tekst }) => ['onbeslist', '', 'open', gemeente, wat, '', '', '', '', tekst[word], '', '']),
  ]);
  return [COLUMNS, ...found, ...links].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function linkRow(soort: string, gemeente: string, link: KoppelingAntwoord, word: keyof Tekst): readonly (readonly string[])[] {
  const { id, stand, van, via, naar, standaard, gronden, vooraf } = link;
  if (stand === 'bewezen') return [];
  const ernst: Ernst = stand === 'strijdig' ? 'fout' : 'open';
  const way = [van, ...via, naar];
  const told = (of: readonly { readonly [W in keyof Tekst]: string }[]) => of.map((each) => each[word]).join('; ');
  return [
    [
      ...[soort, stand, ernst, gemeente, id, way.map(({ pakketnaam }) => pakketnaam).join(' → ')],
      ...[way.map(({ versie }) => versie).join(' → '), label(standaard), ''],
      ...[told(gronden.map(({ tekst }) => tekst)), told(vooraf)],
      [...new Set(gronden.flatMap(({ bewijs }) => bewijs.map(({ rapport }) => rapport)))].join(' '),
    ],
  ];
}

/** A spreadsheet runs what begins as a formula: such a text gets a sign before it. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const TEXTS = {
  at: { nl: 'Peildatum', en: 'At' },
  nobody: {
    nl: 'Niemand zei wiens zegels tellen (--trust): geen koppeling geldt als bewezen.',
    en: 'Nobody said whose seals count (--trust): no link holds as proven.',
  },
  nothing: { nl: 'Niets gevonden dat niet klopt.', en: 'Nothing was found that does not hold.' },
  comes: { nl: 'Er komt:', en: 'Comes:' },
  skipped: { nl: 'Niet gelezen in de export:', en: 'Not read in the export:' },
} as const satisfies Readonly<Record<string, Tekst>>;

const HEADS: readonly (readonly [Ernst, Tekst])[] = [
  ['fout', { nl: 'Klopt niet', en: 'Does not hold' }],
  ['open', { nl: 'Niet te zeggen', en: 'Cannot be told' }],
  ['let_op', { nl: 'Let op', en: 'Mind' }],
];
