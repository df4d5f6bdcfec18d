/** What each word and each kind of finding in a report means. */
import type { Tekst } from '../../model/finding.js';
import type { Rule } from '../../model/judged.js';
import { loadAllSymptoms } from '../all-symptoms.js';

/** By code; loads the rules that the judges have. */
export async function findingTexts(): Promise<ReadonlyMap<string, readonly Tekst[]>> {
  const [rules, { CAUSE_WORDS, TOTAL_MEANINGS, TOTAL_WORDS, VERDICT_WORDS }] = await Promise.all([
    loadAllSymptoms(),
    import('../../report/words.js'),
  ]);
  return new Map<string, readonly Tekst[]>([
    ...rules.map((rule) => [rule.id, textsOf(rule)] as const),
    ...Object.entries(TOTAL_WORDS).map(
      ([word, text]) => [word, [text, TOTAL_MEANINGS[word as keyof typeof TOTAL_MEANINGS]]] as const,
    ),
    ...Object.entries(VERDICT_WORDS).map(([word, text]) => [word, [text]] as const),
    ...Object.entries(CAUSE_WORDS).map(([word, text]) => [word, [text]] as const),
  ]);
}

function textsOf({ melding, advies, bron }: Rule): readonly Tekst[] {
  const source = bron && [bron.document, bron.plaats].filter(Boolean).join(' ');
  return [melding, ...(advies ? [advies] : []), ...(source ? [{ nl: `Bron: ${source}`, en: `Source: ${source}` }] : [])];
}
