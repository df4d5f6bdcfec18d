/**
 * CTRF (Common Test Report Format) for CI dashboards: a test for each step. Lossy; `rapport.json` is the source.
 */
import type { Report, ReportScenario, ReportStep } from '../../model/report.js';
import { canonicalJson } from '../canonical-json.js';
import { participantsOf } from '../chain/chain-participants.js';
import { explanation } from '../deviation-texts.js';
import { isExplained } from '../fold/deviations.js';
import { OUTCOME_WORDS } from '../fold/step-outcomes.js';
import { isNotable, placeOf, shownValue, sourceOf, wording } from '../step-names.js';
import type { Taal } from '../words.js';

/** Of CTRF, as far as this rendition uses it. */
const SPEC_VERSION = '0.0.0';

/** @returns the text of `ctrf.json` */
export function renderCtrf(report: Report, taal: Taal = report.rapport.taal): string {
  const { product, standaard, harnas, omgeving, uitvoering } = report;
  const tests = report.scenarios.flatMap((scenario) => scenario.stappen.map((step) => test(report, scenario, step, taal)));
  const number = (status: string) => tests.filter((each) => each.status === status).length;
  return canonicalJson({
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    timestamp: uitvoering.beeindigdOp,
    generatedBy: `${harnas.naam} ${harnas.versie}`,
    results: {
      tool: { name: harnas.naam, version: harnas.versie },
      summary: {
        tests: tests.length,
        ...{ passed: number('passed'), failed: number('failed'), skipped: number('skipped') },
        ...{ pending: number('pending'), other: number('other') },
        suites: report.scenarios.length,
        ...{ start: Date.parse(uitvoering.gestartOp), stop: Date.parse(uitvoering.beeindigdOp) },
      },
      tests,
      environment: {
        ...{ appName: product.pakketnaam, appVersion: product.versie, testEnvironment: omgeving.type },
        reportName: `${standaard.naam} ${standaard.versie}, ${standaard.rol}`,
      },
      extra: {
        ...chainExtra(report),
        rapport: report.rapport.nummer,
        totaal: report.resultaat.totaal,
        omvang: report.testset.omvang,
      },
    },
  });
}

/** Of a chain: what came out, of each koppeling too, and who took part on which version. */
function chainExtra(report: Report) {
  const { keten } = report;
  if (!keten) return {};
  const koppelingen = keten.koppelingen.map(({ id, verplicht, verdict }) => ({ id, verplicht, verdict }));
  const partijen = participantsOf(report).map(({ id, product, versie, isReal }) => ({ id, product, versie, echt: isReal }));
  return { keten: { ...(keten.verdict && { verdict: keten.verdict }), koppelingen, partijen } };
}

function test(report: Report, scenario: ReportScenario, step: ReportStep, taal: Taal) {
  const rules = step.regels.filter(isNotable);
  const first = rules.find(({ verdict }) => verdict === step.verdict) ?? rules[0];
  const follows = step.gevolgVan === undefined ? undefined : `→ ${step.gevolgVan}`;
  const message = first ? `${first.id}: ${wording(first, taal)}` : follows;
  const trace = rules.map((rule) =>
    [
      rule.id,
      placeOf(rule)?.[taal],
      shownValue(rule.verwacht, taal),
      shownValue(rule.gevonden, taal),
      sourceOf(rule, report.bronnen),
      explanation(report, rule)?.[taal],
    ]
      .filter((part) => part !== undefined)
      .join(' | '),
  );
  return {
    name: [step.nr, step.berichttype, step.variant && `(${step.variant})`].filter(Boolean).join(' '),
    status: OUTCOME_WORDS[step.verdict].ctrf,
    rawStatus: step.verdict,
    // How long a step took is not in the report.
    duration: 0,
    suite: [`${scenario.id} ${scenario.titel}`],
    ...(step.verdict !== 'voldoet' && message !== undefined && { message }),
    ...(step.verdict !== 'voldoet' && trace.length > 0 && { trace: trace.join('\n') }),
    extra: {
      pad: `${scenario.id}/${step.nr}`,
      ...(step.koppeling !== undefined && { koppeling: step.koppeling }),
      ...(step.verdict !== 'voldoet' && first?.hop !== undefined && { hop: first.hop, partij: first.partij }),
      ...(step.oorzaak && { oorzaak: step.oorzaak }),
      ...(step.gevolgVan !== undefined && { gevolgVan: step.gevolgVan }),
      ...(isExplained(step) && { bekendeAfwijking: true }),
    },
  };
}
