/** The interoperability matrix in words: a table for each version of a standard, and why each cell is what it is. */
import type { Tekst } from '../../model/finding.js';
import { notCounted, proofText, STANDEN, TEKENS } from './answer-text.js';
import type { Cel, Stand } from './cell.js';
import type { Interoperabiliteit, Matrix } from './matrix.js';
import { isSameRelease, labelOf } from './release.js';

export function renderMatrices({ matrices, vertrouwen, teltNiet }: Interoperabiliteit, word: keyof Tekst): string {
  const shown = matrices.filter(({ cellen }) => cellen.length > 0);
  const legend = (Object.keys(TEKENS) as Stand[]).map((stand) => `${TEKENS[stand]} ${STANDEN[stand][word]}`);
  const lines = [
    legend.join('   '),
    ...(vertrouwen === 'niemand' ? [TEXTS.nobody[word]] : []),
    ...(shown.length === 0 ? ['', TEXTS.nothing[word]] : []),
    ...shown.flatMap((matrix) => ['', ...tableOf(matrix), ...matrix.cellen.flatMap((cell) => cellLines(cell, word))]),
    ...notCounted(teltNiet, word),
  ];
  return lines.join('\n');
}

/** Who asks below each other, who answers beside each other. */
function tableOf({ standaard, vragers, aanbieders, cellen }: Matrix): readonly string[] {
  const rows = vragers.map((vrager) => [
    labelOf(vrager),
    ...aanbieders.map((aanbieder) => {
      const cell = cellen.find((each) => isSameRelease(each.vrager, vrager) && isSameRelease(each.aanbieder, aanbieder));
      return cell ? TEKENS[cell.stand] : ' ';
    }),
  ]);
  const table = [['', ...aanbieders.map(labelOf)], ...rows];
  const widths = aanbieders.map(labelOf).map(({ length }) => length);
  const first = Math.max(...table.map(([name = '']) => name.length));
  const padded = table.map(([name = '', ...cells]) =>
    [name.padEnd(first), ...cells.map((cell, at) => cell.padEnd(widths[at] ?? 0))].join('  ').trimEnd(),
  );
  return [`${standaard.naam} ${standaard.versie}`, ...padded];
}

function cellLines({ vrager, aanbieder, stand, gronden, opmerkingen }: Cel, word: keyof Tekst): readonly string[] {
  return [
    '',
    `${TEKENS[stand]} ${labelOf(vrager)} → ${labelOf(aanbieder)}: ${STANDEN[stand][word]}`,
    ...gronden.flatMap(({ tekst, bewijs }) => [`  - ${tekst[word]}`, ...bewijs.map((each) => `      ${proofText(each, word)}`)]),
    ...opmerkingen.map(({ tekst }) => `  ! ${tekst[word]}`),
  ];
}

const TEXTS = {
  nobody: {
    nl: 'Niemand zei wiens zegels tellen (--trust): niets geldt als bewezen.',
    en: 'Nobody said whose seals count (--trust): nothing holds as proven.',
  },
  nothing: {
    nl: 'Er zijn geen twee producten om naast elkaar te leggen.',
    en: 'There are no two products to lay beside each other.',
  },
} as const satisfies Readonly<Record<string, Tekst>>;
