/** In what two runs differ, apart from what came out: what makes them comparable, or not. */
import type { Report } from '../../model/report.js';
import { participantsText } from './compare-chain.js';

/** Name of a field, and its values. */
export interface Difference {
  readonly veld: string;
  readonly was: string;
  readonly is: string;
}

const FIELDS: readonly (readonly [veld: string, read: (of: Report) => string])[] = [
  ['product', ({ product }) => `${product.pakketnaam} ${product.versie}`],
  ['partijen', participantsText],
  ['keten', ({ keten }) => keten?.verdict ?? ''],
  ['standaard', ({ standaard }) => `${standaard.naam} ${standaard.versie}, ${standaard.rol}`],
  ['testset', ({ testset }) => `${testset.id} ${testset.versie} ${testset.digest}`],
  ['omvang', ({ testset }) => testset.omvang],
  ['schemabasis', ({ schemabasis }) => `${schemabasis.soort} ${schemabasis.digest}`],
  ['harnas', ({ harnas }) => `${harnas.naam} ${harnas.versie}`],
  ['profiel', ({ uitvoering }) => uitvoering.profiel],
  ['totaal', ({ resultaat }) => resultaat.totaal],
  ['overschrijvingen', ({ uitvoering }) => uitvoering.overschrijvingen.map(({ naam, waarde }) => `${naam}=${waarde}`).join(', ')],
  [
    'afwijkingen',
    ({ afwijkingen = [] }) => afwijkingen.map(({ stap, regel, tot, stand }) => `${stap} ${regel} ${tot} ${stand}`).join(', '),
  ],
];

export function differencesOfRuns(was: Report, is: Report): readonly Difference[] {
  return FIELDS.flatMap(([veld, read]) => {
    const [one, other] = [read(was), read(is)];
    return one === other ? [] : [{ veld, was: one, is: other }];
  });
}
