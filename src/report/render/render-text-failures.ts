/** Failing and undecided steps in the summary for a terminal. */
import type { Verdict } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { explanation } from '../deviation-texts.js';
import { isExplained } from '../fold/deviations.js';
import type { Paint } from '../paint.js';
import { isNotable, type PlacedStep, pathOf, placedSteps, placeOf, sentence, shownValue, sourceOf } from '../step-names.js';
import { CAUSE_WORDS, type Taal, VERDICT_WORDS } from '../words.js';

/** Failing and undecided steps, the new ones first; at most so many. */
export function failures(report: Report, taal: Taal, paint: Paint, most: number): readonly string[] {
  const order: readonly Verdict[] = ['voldoet_niet', 'niet_beslist'];
  const steps = order
    .flatMap((verdict) => placedSteps(report).filter(({ step }) => step.verdict === verdict && step.gevolgVan === undefined))
    // What was known already stands last.
    .sort((one, other) => Number(isExplained(one.step)) - Number(isExplained(other.step)));
  const rest = steps.length - most;
  const following = placedSteps(report).filter(({ step }) => step.gevolgVan !== undefined).length;
  return [
    ...steps.slice(0, most).flatMap((placed, index) => ['', ...failure(report, placed, index + 1, taal, paint)]),
    ...(rest > 0 ? ['', taal === 'nl' ? `… en nog ${rest}; zie rapport.html` : `… and ${rest} more; see rapport.html`] : []),
    ...(following > 0 ? ['', followingLine(following, taal)] : []),
  ];
}

function followingLine(count: number, taal: Taal): string {
  if (taal === 'nl') return `${count} ${count === 1 ? 'stap is' : 'stappen zijn'} als gevolg hiervan niet beslist.`;
  return `${count} ${count === 1 ? 'step is' : 'steps are'} undecided as a consequence.`;
}

function failure(report: Report, placed: PlacedStep, number: number, taal: Taal, paint: Paint): readonly string[] {
  const { step } = placed;
  const rules = step.regels
    .filter(isNotable)
    .filter((rule) => rule.verdict === step.verdict && (rule.ernst === 'fout' || rule.verplicht));
  const cause = step.oorzaak === undefined ? '' : ` · ${taal === 'nl' ? 'oorzaak' : 'cause'} ${CAUSE_WORDS[step.oorzaak][taal]}`;
  const title = `${number}. ${pathOf(placed)} ${step.berichttype} · ${VERDICT_WORDS[step.verdict][taal]}${cause}`;
  const words =
    taal === 'nl' ? ['plaats', 'verwacht', 'gevonden', 'volgende', 'bron'] : ['place', 'expected', 'seen', 'next', 'source'];
  return [
    paint(step.verdict === 'voldoet_niet' ? 'red' : 'yellow', title),
    ...rules.flatMap((rule) => {
      const values = [
        placeOf(rule)?.[taal],
        shownValue(rule.verwacht, taal),
        shownValue(rule.gevonden, taal),
        rule.advies?.[taal],
        sourceOf(rule, report.bronnen),
      ];
      const details = words.flatMap((word, index) =>
        values[index] === undefined ? [] : [`     ${word.padEnd(10)}${values[index]}`],
      );
      const known = explanation(report, rule)?.[taal];
      return [`   ${sentence(rule, taal)} ${paint('dim', `[${rule.id}]`)}`, ...details, ...(known ? [`     ${known}`] : [])];
    }),
  ];
}
