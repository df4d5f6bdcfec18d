/**
 * The whole page as data: what stands where, before any markup.
 */
import type { Verdict } from '../../model/finding.js';
import type { Report, ReportScenario } from '../../model/report.js';
import { arrowsOf } from '../chain/sequence-arrows.js';
import { drawSequence } from '../chain/sequence-diagram.js';
import { confirmationCounts } from '../confirmation-texts.js';
import type { Evidence } from '../evidence.js';
import { isExplained } from '../fold/deviations.js';
import { whyUnexpected } from '../fold/unexpected.js';
import { watchedView } from '../fold/watched.js';
import { limitsOf, OWN_REFERENCE } from '../limits.js';
import { anchorOf, isNotable, type PlacedStep, pathOf, placedSteps } from '../step-names.js';
import { SKIP_WORDS, TOTAL_MEANINGS, TOTAL_WORDS } from '../words.js';
import { chainView } from './html-chain.js';
import { chainFirst } from './html-chain-first.js';
import { coverageView } from './html-coverage.js';
import { deviationsView } from './html-deviations.js';
import { ownMessagesOf, pairsOf, strangeExchange } from './html-exchanges.js';
import { type FactView, factsOf } from './html-facts.js';
import { firstView } from './html-first.js';
import { privacyView } from './html-privacy.js';
import { type Link, linkTo, remarksOf, uncheckedOf } from './html-remarks.js';
import { withRoom } from './html-room.js';
import { selftestView } from './html-selftest.js';
import { isRaised, type StepView, stepView } from './html-steps.js';
import { causesOf, coverageOf, tallyOf } from './html-summary.js';
import { trafficView } from './html-traffic.js';

export type PageView = ReturnType<typeof pageView>;

export interface RaisedView {
  readonly step: StepView;
  /** Steps that are undecided because of this one. */
  readonly following: readonly Link[];
  /** Steps at which exactly the same was found. */
  readonly also: readonly Link[];
}

/** Makes the view of a report. */
export function pageView(report: Report, evidence: Evidence) {
  const placed = placedSteps(report);
  const raised = (verdict: Verdict) => placed.filter((each) => isRaised(each) && each.step.verdict === verdict);
  // What was known already stands last.
  const failures = raised('voldoet_niet').sort((one, other) => Number(isExplained(one.step)) - Number(isExplained(other.step)));
  const undecided = grouped(raised('niet_beslist'));
  const [amongFaults, elsewhere] = [withRoom(evidence), withRoom(evidence)];
  const shown = new Set([...failures, ...undecided.map(([first]) => first)].map(pathOf));
  return {
    report,
    ownReference: report.product.eigenReferentie ? OWN_REFERENCE : undefined,
    tone: report.product.eigenReferentie && report.resultaat.totaal === 'foutloos' ? 'own' : report.resultaat.totaal,
    totalWord: TOTAL_WORDS[report.resultaat.totaal],
    totalMeaning: TOTAL_MEANINGS[report.resultaat.totaal],
    causes: causesOf(placed),
    first: firstView(report, failures, undecided.flat()),
    chainFirst: chainFirst(report, evidence),
    coverage: coverageOf(placed),
    ruleCoverage: coverageView(report),
    selftest: selftestView(report),
    tally: tallyOf(report),
    confirmations: confirmationCounts(report),
    deviations: deviationsView(report),
    privacy: privacyView(evidence.privacy),
    unexpected: (report.onverwacht ?? []).map((each) => ({
      ...each,
      why: whyUnexpected(each),
      exchange: strangeExchange(elsewhere, each.bewijs),
    })),
    limits: limitsOf(report),
    facts: factsOf(report) as readonly FactView[],
    failures: failures.map((each) => raisedView(report, amongFaults, each, [])),
    undecided: undecided.map(([first, ...rest]) => raisedView(report, amongFaults, first, rest)),
    remarks: remarksOf(report, placed),
    unchecked: uncheckedOf(report, placed),
    watched: watchedView(report),
    chain: chainView(report, evidence),
    scenarios: report.scenarios.map((scenario) => scenarioView(report, elsewhere, scenario, shown)),
    anomalies: placed
      .filter(({ step }) => step.anomaly !== undefined)
      .map((each) => ({ ...linkTo(each), text: each.step.anomaly, src: each.step.src })),
    leftBehind: report.achtergelaten.map((each) => ({ ...each, anchor: anchorOf(each.stap) })),
    sources: Object.entries(report.bronnen)
      .map(([key, source]) => ({ key, ...source }))
      .sort((one, other) => (one.key < other.key ? -1 : 1)),
  };
}

function raisedView(report: Report, evidence: Evidence, first: PlacedStep, rest: readonly PlacedStep[]): RaisedView {
  const paths = [first, ...rest].map(pathOf);
  return {
    step: stepView(report, first, pairsOf(evidence, first)),
    following: placedSteps(report)
      .filter(({ step }) => step.gevolgVan !== undefined && paths.includes(step.gevolgVan))
      .map(linkTo),
    also: rest.map(linkTo),
  };
}

/** Steps with the same bad checks, the same texts included, are one story: an endpoint that refuses, refuses every step. */
function grouped(steps: readonly PlacedStep[]): readonly (readonly [PlacedStep, ...PlacedStep[]])[] {
  const groups = new Map<string, [PlacedStep, ...PlacedStep[]]>();
  for (const placed of steps) {
    const bad = placed.step.regels
      .filter(isNotable)
      .map(({ id, verdict, melding, gevonden }) => [id, verdict, melding, gevonden]);
    const key = JSON.stringify([placed.step.oorzaak, bad]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [placed]);
    else group.push(placed);
  }
  return [...groups.values()];
}

function scenarioView(report: Report, evidence: Evidence, scenario: ReportScenario, shown: ReadonlySet<string>) {
  const steps = scenario.stappen.map((step) => ({ scenario, step }));
  const anchor = anchorOf(scenario.id);
  const title = { nl: `Verloop van ${scenario.titel}`, en: `Sequence of ${scenario.titel}` };
  const arrows = arrowsOf(scenario, evidence.exchanges);
  const names = { left: report.harnas.naam, right: report.product.pakketnaam };
  return {
    ...scenario,
    anchor,
    isOpen: scenario.verdict === 'voldoet_niet',
    skipped: scenario.overgeslagen === undefined ? undefined : SKIP_WORDS[scenario.overgeslagen],
    hasLegend: arrows.some(({ kind }) => kind !== 'step'),
    traffic: report.keten && trafficView(report, report.keten, evidence, scenario),
    diagram: report.keten ? undefined : drawSequence({ ...names, arrows, id: `d${anchor.slice(1)}`, title }),
    steps: steps.map((each) => {
      const isShown = shown.has(pathOf(each));
      return stepView(report, each, isShown ? [] : ownMessagesOf(evidence, each), isShown);
    }),
  };
}
