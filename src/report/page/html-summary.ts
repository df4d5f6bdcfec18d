/** The numbers on the first screen of the page. */
import type { Tekst } from '../../model/finding.js';
import type { Report, ReportStep, VerdictCount } from '../../model/report.js';
import type { PlacedStep } from '../step-names.js';
import { CAUSE_WORDS, type Taal, VERDICT_PLURALS, VERDICT_WORDS, VERDICTS_FOR_READERS } from '../words.js';
import { isRaised } from './html-steps.js';

/** How many steps are not well, by verdict and cause; consequences are left out. */
export function causesOf(placed: readonly PlacedStep[]): readonly Tekst[] {
  const counts = new Map<string, { readonly step: ReportStep; count: number }>();
  for (const { step } of placed.filter(isRaised)) {
    const entry = counts.get(`${step.verdict} ${step.oorzaak}`) ?? { step, count: 0 };
    entry.count += 1;
    counts.set(`${step.verdict} ${step.oorzaak}`, entry);
  }
  return [...counts.values()].map(({ step: { verdict, oorzaak }, count }) => {
    const said = (taal: Taal, one: string, more: string, cause: string) =>
      `${count} ${count === 1 ? one : more} ${count === 1 ? VERDICT_WORDS[verdict][taal] : VERDICT_PLURALS[verdict][taal]}${oorzaak === undefined ? '' : ` (${cause} ${CAUSE_WORDS[oorzaak][taal]})`}`;
    return { nl: said('nl', 'stap', 'stappen', 'oorzaak'), en: said('en', 'step', 'steps', 'cause') };
  });
}

/** One stretch of the bar for each verdict, in per mille of its width. */
export function coverageOf(placed: readonly PlacedStep[]) {
  const judged = placed.filter(({ step }) => step.verdict === 'voldoet' || step.verdict === 'voldoet_niet').length;
  const consequences = placed.filter(({ step }) => step.gevolgVan !== undefined).length;
  let x = 0;
  const bars = VERDICTS_FOR_READERS.toReversed().flatMap((verdict) => {
    const count = placed.filter(({ step }) => step.verdict === verdict).length;
    if (count === 0) return [];
    const width = Math.round((1000 * count) / placed.length);
    x += width;
    return [{ verdict, x: x - width, width }];
  });
  return { judged, total: placed.length, consequences, bars };
}

/** Counts for each verdict that occurs, with their sums. */
export function tallyOf(report: Report) {
  const { scenarios, stappen, regels } = report.resultaat.tellingen;
  const verdicts = VERDICTS_FOR_READERS.filter((each) => [scenarios, stappen, regels].some((counts) => (counts[each] ?? 0) > 0));
  const row = (key: 'scenarios' | 'steps' | 'checks', counts: VerdictCount) => ({
    key,
    cells: verdicts.map((verdict) => ({ verdict, count: counts[verdict] ?? 0 })),
    total: Object.values(counts).reduce((sum, each) => sum + each, 0),
  });
  return { verdicts, rows: [row('scenarios', scenarios), row('steps', stappen), row('checks', regels)] };
}
