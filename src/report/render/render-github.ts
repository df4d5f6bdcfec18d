/**
 * Annotations for GitHub Actions: one workflow command for each finding that is not well.
 */
import type { Report, ReportRule } from '../../model/report.js';
import { explanation } from '../deviation-texts.js';
import { isNotable, type PlacedStep, pathOf, placedSteps, placeOf, sentence } from '../step-names.js';
import { type Taal, TOTAL_WORDS, VERDICT_WORDS } from '../words.js';
import { githubCommand } from './github-command.js';

/** @returns lines with workflow commands, and the result as the last line */
export function renderGithub(report: Report, taal: Taal = report.rapport.taal): string {
  const lines = placedSteps(report)
    .filter(({ step }) => step.gevolgVan === undefined)
    .flatMap((placed) => annotations(report, placed, taal));
  const { product, standaard, resultaat } = report;
  const subject = `${product.pakketnaam} ${product.versie}, ${standaard.naam} ${standaard.versie}, ${standaard.rol}`;
  const last = githubCommand('notice', { title: subject }, TOTAL_WORDS[resultaat.totaal][taal]);
  return `${[...lines, last].join('\n')}\n`;
}

/** A step without any finding of its own verdict still gets a line: nothing bad goes unsaid. */
function annotations(report: Report, placed: PlacedStep, taal: Taal): readonly string[] {
  const { step } = placed;
  const rules = step.regels.filter(isNotable);
  const isUnsaid = (step.verdict === 'voldoet_niet' || step.verdict === 'niet_beslist') && rules.length === 0;
  const title = `${pathOf(placed)} ${step.berichttype}`;
  if (isUnsaid)
    return [githubCommand(step.verdict === 'voldoet_niet' ? 'error' : 'warning', { title }, VERDICT_WORDS[step.verdict][taal])];
  return rules.map((rule) => githubCommand(levelOf(rule), { title: `${title} ${rule.id}` }, textOf(report, rule, taal)));
}

function levelOf(rule: ReportRule): 'error' | 'warning' | 'notice' {
  if (rule.ernst === 'aandachtspunt') return 'notice';
  return rule.verdict === 'voldoet_niet' && rule.ernst === 'fout' ? 'error' : 'warning';
}

function textOf(report: Report, rule: ReportRule, taal: Taal): string {
  const [expected, seen] = taal === 'nl' ? ['verwacht', 'gevonden'] : ['expected', 'seen'];
  return [
    sentence(rule, taal),
    placeOf(rule)?.[taal],
    rule.verwacht === undefined ? undefined : `${expected}: ${rule.verwacht}`,
    rule.gevonden === undefined ? undefined : `${seen}: ${rule.gevonden}`,
    rule.advies?.[taal],
    explanation(report, rule)?.[taal],
  ]
    .filter((part) => part !== undefined)
    .join('\n');
}
