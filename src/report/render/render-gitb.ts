/**
 * GITB TAR, the report of the European Interoperability Test Bed: a report for the run, in it one for each scenario, in that one for
 * each step, in that an item for each check. Lossy; `rapport.json` is the source.
 *
 * @see http://www.gitb.com/tr/v1/, TestStepReport of type TAR
 */
import type { Tekst } from '../../model/finding.js';
import type { Report, ReportRule, ReportScenario, ReportStep, Totaal } from '../../model/report.js';
import { explanation } from '../deviation-texts.js';
import { OUTCOME_WORDS } from '../fold/step-outcomes.js';
import { limitsOf, OWN_REFERENCE } from '../limits.js';
import { onHop, shownValue, sourceOf } from '../step-names.js';
import { CAUSE_WORDS, SKIP_WORDS, type Taal, VERDICT_WORDS } from '../words.js';
import { xmlText } from './xml-text.js';

type GitbResult = 'SUCCESS' | 'FAILURE' | 'WARNING' | 'UNDEFINED';

/** An item of a step, and in which list it counts. */
interface Item {
  readonly kind: 'info' | 'warning' | 'error';
  readonly xml: string;
}

/** @returns the text of a TAR */
export function renderGitb(report: Report, taal: Taal = report.rapport.taal): string {
  const { product, standaard, testset, harnas, rapport, resultaat } = report;
  const parts = report.scenarios.map((scenario) => scenarioReport(report, scenario, taal));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<TestStepReport xmlns="http://www.gitb.com/tr/v1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="TAR" id="${xmlText(rapport.nummer)}" name="${xmlText(`${product.pakketnaam} ${product.versie}`)}">`,
    element('date', dateOf(report)),
    element('result', TOTALS[resultaat.totaal]),
    '<overview>',
    element('profileID', `${standaard.naam} ${standaard.versie}, ${standaard.rol}`),
    element('customizationID', `${testset.id} ${testset.versie}`),
    element('transactionID', rapport.nummer),
    element('validationServiceName', harnas.naam),
    element('validationServiceVersion', harnas.versie),
    element(
      'note',
      noteOf(report)
        .map((limit) => limit[taal])
        .join(' '),
    ),
    '</overview>',
    counters(parts.flatMap(({ items }) => items)),
    ...nested(parts.map(({ xml }) => xml)),
    '</TestStepReport>',
    '',
  ].join('\n');
}

/** What it does not prove, before anything else. */
function noteOf(report: Report): readonly Tekst[] {
  return [...(report.product.eigenReferentie ? [OWN_REFERENCE] : []), ...limitsOf(report)];
}

interface Part {
  readonly xml: string;
  readonly items: readonly Item[];
}

function scenarioReport(report: Report, scenario: ReportScenario, taal: Taal): Part {
  const steps = scenario.stappen.map((step) => stepReport(report, scenario, step, taal));
  const items = steps.flatMap((step) => step.items);
  const xml = [
    `<reports id="${xmlText(scenario.id)}" name="${xmlText(scenario.titel)}">`,
    element('date', dateOf(report)),
    element('result', OUTCOME_WORDS[scenario.verdict].gitb),
    counters(items),
    ...nested(steps.map((step) => step.xml)),
    '</reports>',
  ].join('\n');
  return { xml, items };
}

function stepReport(report: Report, scenario: ReportScenario, step: ReportStep, taal: Taal): Part {
  const path = `${scenario.id}/${step.nr}`;
  const variant = step.variant === undefined ? '' : ` (${step.variant})`;
  const items = [...whyNot(scenario, step, taal), ...step.regels.flatMap((rule) => ruleItem(report, rule, taal))];
  const xml = [
    `<reports id="${xmlText(path)}" name="${xmlText(`${step.nr} ${step.berichttype}${variant}`)}">`,
    element('date', dateOf(report)),
    element('result', OUTCOME_WORDS[step.verdict].gitb),
    counters(items),
    ...(items.length === 0 ? [] : ['<reports>', ...items.map((item) => item.xml), '</reports>']),
    '</reports>',
  ].join('\n');
  return { xml, items };
}

/** Of a step that was not taken, or follows from another one, no check tells why. */
function whyNot({ overgeslagen }: ReportScenario, { verdict, gevolgVan, oorzaak }: ReportStep, taal: Taal): readonly Item[] {
  if (verdict === 'voldoet' || verdict === 'voldoet_niet') return [];
  const why = [
    ...(gevolgVan === undefined ? [] : [`→ ${gevolgVan}`]),
    ...(overgeslagen === undefined ? [] : [SKIP_WORDS[overgeslagen][taal]]),
    ...(oorzaak === undefined ? [] : [CAUSE_WORDS[oorzaak][taal]]),
  ];
  const description = [VERDICT_WORDS[verdict][taal], ...why].join(': ');
  return [
    {
      kind: verdict === 'niet_beslist' ? 'warning' : 'info',
      xml: bar(verdict === 'niet_beslist' ? 'warning' : 'info', { description }),
    },
  ];
}

/** Only a fault is an error; what was not decided warns; what does not apply is no item. */
function ruleItem(report: Report, rule: ReportRule, taal: Taal): readonly Item[] {
  if (rule.verdict === 'niet_van_toepassing') return [];
  const isFault = rule.verdict === 'voldoet_niet' && rule.ernst === 'fout';
  const kind = isFault ? 'error' : rule.verdict === 'voldoet' ? 'info' : 'warning';
  const known = explanation(report, rule)?.[taal];
  const expected = shownValue(rule.verwacht, taal);
  const words = taal === 'nl' ? 'verwacht' : 'expected';
  const xml = bar(kind, {
    assertionID: rule.id,
    description: [
      rule.melding[taal],
      ...(rule.verdict === 'voldoet' || isFault ? [] : [`(${VERDICT_WORDS[rule.verdict][taal]})`]),
      ...(expected === undefined ? [] : [`(${words}: ${expected})`]),
      ...(known === undefined ? [] : [known]),
    ].join(' '),
    location: rule.bericht === undefined ? rule.pad : `${rule.bericht}:${rule.regelnummer ?? 0}:0`,
    test:
      [sourceOf(rule, report.bronnen), rule.pad, rule.hop && `hop ${onHop(rule)}`]
        .filter((part) => part !== undefined)
        .join('; ') || undefined,
    type: rule.ernst,
    value: shownValue(rule.gevonden, taal),
  });
  return [{ kind, xml }];
}

function bar(kind: Item['kind'], parts: Readonly<Record<string, string | undefined>>): string {
  const content = Object.entries(parts).flatMap(([name, text]) => (text === undefined ? [] : [element(name, text)]));
  return `<${kind} xsi:type="BAR">${content.join('')}</${kind}>`;
}

function nested(reports: readonly string[]): readonly string[] {
  return reports.length === 0 ? [] : ['<reports>', ...reports, '</reports>'];
}

/** As the test bed counts them: an assertion is what only informs. */
function counters(items: readonly Item[]): string {
  const count = (kind: Item['kind']) => String(items.filter((item) => item.kind === kind).length);
  const all = [
    element('nrOfAssertions', count('info')),
    element('nrOfErrors', count('error')),
    element('nrOfWarnings', count('warning')),
  ];
  return `<counters>${all.join('')}</counters>`;
}

function dateOf({ uitvoering }: Report): string {
  return uitvoering.beeindigdOp || uitvoering.gestartOp;
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

/** What was not established is no success with a remark. */
const TOTALS: Readonly<Record<Totaal, GitbResult>> = {
  foutloos: 'SUCCESS',
  met_fouten: 'FAILURE',
  niet_vastgesteld: 'UNDEFINED',
};
