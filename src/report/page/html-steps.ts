/**
 * Steps and checks as the page's templates want them.
 */
import type { Tekst, Verdict } from '../../model/finding.js';
import type { Report, ReportRule } from '../../model/report.js';
import { type ConfirmationView, confirmationView } from '../confirmation-texts.js';
import { reasonOf } from '../deviation-texts.js';
import { deviationOf } from '../fold/deviations.js';
import {
  anchorOf,
  isNotable,
  type PlacedStep,
  pathOf,
  placeOf,
  ruleAnchors,
  sentence,
  shownValue,
  sourceOf,
} from '../step-names.js';
import { CAUSE_WORDS, ERNST_WORDS } from '../words.js';
import type { ExchangeView } from './html-exchanges.js';

export interface RuleView {
  readonly anchor: string;
  readonly id: string;
  readonly verdict: Verdict;
  readonly ernst: Tekst;
  /** Shown only where it does not rise to the step: a plain fault needs no word. */
  readonly isMild: boolean;
  readonly melding: Tekst;
  readonly verwacht: Tekst | undefined;
  readonly gevonden: Tekst | undefined;
  readonly plaats: Tekst | undefined;
  readonly bron: string | undefined;
  /** By the key of the document; the list of documents tells the rest. */
  readonly bronKort: string | undefined;
  readonly advies: Tekst | undefined;
  readonly oorzaak: Tekst | undefined;
  /** Why it was known beforehand. */
  readonly bekend: Tekst | undefined;
}

export interface StepView {
  readonly anchor: string;
  readonly failureAnchor: string;
  readonly path: string;
  readonly scenario: string;
  readonly nr: number;
  readonly isNaarProduct: boolean;
  readonly berichttype: string;
  readonly dienst: string;
  readonly variant: string | undefined;
  readonly verdict: Verdict;
  readonly oorzaak: Tekst | undefined;
  readonly gevolgVan: { readonly path: string; readonly anchor: string } | undefined;
  readonly bad: readonly RuleView[];
  readonly good: readonly RuleView[];
  readonly confirmation: ConfirmationView | undefined;
  readonly src: string | undefined;
  readonly anomaly: string | undefined;
  readonly isFailure: boolean;
  readonly isShownAbove: boolean;
  readonly exchanges: readonly ExchangeView[];
}

/**
 * A step with its checks, the bad ones first.
 * @param exchanges - its messages
 * @param isShownAbove - its messages stand among the failures or the undecided, and are not repeated
 */
export function stepView(report: Report, placed: PlacedStep, exchanges: readonly ExchangeView[], isShownAbove = false): StepView {
  const { scenario, step } = placed;
  const anchors = ruleAnchors(placed);
  const rules = step.regels.map((rule, index) => ({ rule, view: ruleView(report, rule, anchors[index] ?? '') }));
  const path = pathOf(placed);
  return {
    anchor: anchorOf(path),
    failureAnchor: `f${anchorOf(path).slice(1)}`,
    path,
    scenario: scenario.titel,
    nr: step.nr,
    isNaarProduct: step.richting === 'naar_product',
    berichttype: step.berichttype,
    dienst: step.dienst,
    variant: step.variant,
    verdict: step.verdict,
    oorzaak: step.oorzaak === undefined ? undefined : CAUSE_WORDS[step.oorzaak],
    gevolgVan: step.gevolgVan === undefined ? undefined : { path: step.gevolgVan, anchor: anchorOf(step.gevolgVan) },
    bad: rules.filter(({ rule }) => isNotable(rule)).map(({ view }) => view),
    good: rules.filter(({ rule }) => !isNotable(rule)).map(({ view }) => view),
    confirmation: step.handmatigeBevestiging && confirmationView(step.handmatigeBevestiging),
    src: step.src,
    anomaly: step.anomaly,
    isFailure: step.verdict === 'voldoet_niet',
    isShownAbove,
    exchanges,
  };
}

/** Whether a step stands among the failures or the undecided: it is not well, and not because of another. */
export function isRaised({ step }: PlacedStep): boolean {
  return (step.verdict === 'voldoet_niet' || step.verdict === 'niet_beslist') && step.gevolgVan === undefined;
}

function ruleView(report: Report, rule: ReportRule, anchor: string): RuleView {
  const known = deviationOf(report, rule);
  return {
    anchor,
    id: rule.id,
    verdict: rule.verdict,
    ernst: ERNST_WORDS[rule.ernst],
    isMild: rule.ernst !== 'fout',
    melding: { nl: sentence(rule, 'nl'), en: sentence(rule, 'en') },
    verwacht: valueIn(rule.verwacht),
    gevonden: valueIn(rule.gevonden),
    plaats: placeOf(rule),
    bron: sourceOf(rule, report.bronnen),
    bronKort: sourceOf(rule, {}),
    advies: rule.advies,
    oorzaak: rule.oorzaak === undefined ? undefined : CAUSE_WORDS[rule.oorzaak],
    bekend: known && reasonOf(known),
  };
}

function valueIn(value: string | undefined): Tekst | undefined {
  return value === undefined ? undefined : { nl: shownValue(value, 'nl') ?? '', en: shownValue(value, 'en') ?? '' };
}
