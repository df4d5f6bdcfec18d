/**
 * JUnit XML for CI: a suite for each scenario, a case for each step. Lossy; `rapport.json` is the source.
 */
import type { Report, ReportRule, ReportScenario, ReportStep } from '../../model/report.js';
import { answered } from '../confirmation-texts.js';
import { explanation } from '../deviation-texts.js';
import { isExplained } from '../fold/deviations.js';
import { isNotable, onHop, placeOf, shownValue, sourceOf, wording } from '../step-names.js';
import { CAUSE_WORDS, SKIP_WORDS, type Taal, VERDICT_WORDS } from '../words.js';
import { xmlText } from './xml-text.js';

/** @returns the text of `junit.xml` */
export function renderJunit(report: Report, taal: Taal = report.rapport.taal): string {
  const { product, standaard } = report;
  const seconds = (Date.parse(report.uitvoering.beeindigdOp) - Date.parse(report.uitvoering.gestartOp)) / 1000;
  const steps = report.scenarios.flatMap((each) => each.stappen);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlText(`${product.pakketnaam} ${product.versie} - ${standaard.naam} ${standaard.versie}, ${standaard.rol}`)}" id="${xmlText(report.rapport.nummer)}" ${counts(steps)} time="${Number.isNaN(seconds) ? 0 : seconds}">`,
    ...report.scenarios.map((scenario) => suite(report, scenario, taal)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(report: Report, scenario: ReportScenario, taal: Taal): string {
  return [
    `  <testsuite name="${xmlText(`${scenario.id} ${scenario.titel}`)}" ${counts(scenario.stappen)} timestamp="${xmlText(report.uitvoering.gestartOp)}">`,
    ...scenario.stappen.map((step) => testCase(report, scenario, step, taal)),
    '  </testsuite>',
  ].join('\n');
}

function testCase(report: Report, scenario: ReportScenario, step: ReportStep, taal: Taal): string {
  const variant = step.variant === undefined ? '' : ` (${step.variant})`;
  const name = `${step.nr} ${step.berichttype}${variant}`;
  const open = `    <testcase classname="${xmlText(scenario.id)}" name="${xmlText(name)}"`;
  const content = [outcomeElement(report, scenario, step, taal), confirmationElement(step, taal)].filter(
    (each) => each !== undefined,
  );
  return content.length === 0 ? `${open}/>` : `${open}>\n      ${content.join('\n      ')}\n    </testcase>`;
}

/** Consequences are skipped and not an error: the step they follow from counts already. */
function outcomeElement(report: Report, scenario: ReportScenario, step: ReportStep, taal: Taal): string | undefined {
  if (step.verdict === 'voldoet') return undefined;
  if (kindOf(step) === 'skipped') return `<skipped message="${xmlText(whySkipped(scenario, step, taal))}"/>`;
  const rules = step.regels.filter(isNotable);
  const first = rules.find((rule) => rule.verdict === step.verdict) ?? rules[0];
  const cause = step.oorzaak === undefined ? '' : ` [${CAUSE_WORDS[step.oorzaak][taal]}]`;
  const known = isExplained(step) ? (taal === 'nl' ? ' [bekende afwijking]' : ' [known deviation]') : '';
  const hop = first && onHop(first) !== '' ? ` [hop ${onHop(first)}]` : '';
  const message = first === undefined ? VERDICT_WORDS[step.verdict][taal] : `${first.id}: ${wording(first, taal)}${hop}`;
  const text = rules.map((rule) => describe(report, rule, taal)).join('\n\n');
  const element = kindOf(step);
  return `<${element} type="${xmlText(step.oorzaak ?? step.verdict)}" message="${xmlText(message + cause + known)}">${xmlText(text)}</${element}>`;
}

/** What a person was asked, and what was answered. */
function confirmationElement({ handmatigeBevestiging: asked }: ReportStep, taal: Taal): string | undefined {
  if (!asked) return undefined;
  const note = asked.notitie === undefined ? '' : `\n${asked.notitie}`;
  return `<system-out>${xmlText(`${asked.vraag[taal]}\n${asked.kijkNaar[taal]}\n${answered(asked, taal)}${note}`)}</system-out>`;
}

function kindOf(step: ReportStep): 'passed' | 'failure' | 'error' | 'skipped' {
  if (step.verdict === 'voldoet') return 'passed';
  if (step.verdict === 'voldoet_niet') return 'failure';
  return step.verdict === 'niet_beslist' && step.gevolgVan === undefined ? 'error' : 'skipped';
}

function whySkipped(scenario: ReportScenario, step: ReportStep, taal: Taal): string {
  if (step.gevolgVan !== undefined) {
    return taal === 'nl' ? `niet beslist, volgt uit ${step.gevolgVan}` : `undecided, follows from ${step.gevolgVan}`;
  }
  const why = scenario.overgeslagen === undefined ? '' : `: ${SKIP_WORDS[scenario.overgeslagen][taal]}`;
  return VERDICT_WORDS[step.verdict][taal] + why;
}

function describe(report: Report, rule: ReportRule, taal: Taal): string {
  const words =
    taal === 'nl'
      ? ['verwacht', 'gevonden', 'plaats', 'bron', 'volgende stap']
      : ['expected', 'seen', 'place', 'source', 'next step'];
  const values = [
    shownValue(rule.verwacht, taal),
    shownValue(rule.gevonden, taal),
    placeOf(rule)?.[taal],
    sourceOf(rule, report.bronnen),
    rule.advies?.[taal],
  ];
  const lines = words.flatMap((word, index) => (values[index] === undefined ? [] : [`${word}: ${values[index]}`]));
  const known = explanation(report, rule)?.[taal];
  return [`${rule.id} ${VERDICT_WORDS[rule.verdict][taal]}: ${rule.melding[taal]}`, ...lines, ...(known ? [known] : [])].join(
    '\n',
  );
}

function counts(steps: readonly ReportStep[]): string {
  const kinds = steps.map(kindOf);
  const number = (kind: string) => kinds.filter((each) => each === kind).length;
  return `tests="${steps.length}" failures="${number('failure')}" errors="${number('error')}" skipped="${number('skipped')}"`;
}
