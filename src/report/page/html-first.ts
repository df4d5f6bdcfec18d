/**
 * What is wrong, on the first screen: which element, what was expected and what was seen. The same fault at several steps
 * stands there once; what was known beforehand comes last.
 */
import type { Tekst } from '../../model/finding.js';
import type { Report, ReportRule } from '../../model/report.js';
import { anchorOf, isNotable, type PlacedStep, pathOf, sentence, shownValue } from '../step-names.js';

/** More than these do not fit on the first screen. */
const MOST = 3;

/** Of one value, in characters. */
const WIDEST = 90;

export interface FirstFault {
  /** Where it is told in full. */
  readonly anchor: string;
  /** The element, and the path that leads to it; undefined for what is about a whole message. */
  readonly element: string | undefined;
  readonly before: string;
  readonly melding: Tekst;
  readonly id: string;
  readonly verwacht: Tekst | undefined;
  readonly gevonden: Tekst | undefined;
  readonly step: string;
  readonly line: number | undefined;
  /** At how many more steps. */
  readonly more: number;
  readonly isKnown: boolean;
}

/** @returns undefined for a report in which nothing is wrong */
export function firstView(report: Report, failures: readonly PlacedStep[], undecided: readonly PlacedStep[]) {
  const isFaulty = failures.length > 0;
  const groups = new Map<string, { readonly rule: ReportRule; readonly steps: PlacedStep[] }>();
  for (const placed of isFaulty ? failures : undecided) {
    for (const rule of placed.step.regels.filter(
      (each) => isNotable(each) && weighs(each) && each.verdict === placed.step.verdict,
    )) {
      const key = JSON.stringify([rule.id, rule.pad, rule.melding, rule.afwijking]);
      const group = groups.get(key) ?? { rule, steps: [] };
      if (group.steps.at(-1) !== placed) group.steps.push(placed);
      groups.set(key, group);
    }
  }
  const all = [...groups.values()].sort((one, other) => Number(isKnown(one.rule)) - Number(isKnown(other.rule)));
  if (report.resultaat.totaal === 'foutloos' || all.length === 0) return undefined;
  return {
    isFaulty,
    faults: all.slice(0, MOST).map(({ rule, steps }) => firstFault(rule, steps)),
    rest: all.length - Math.min(MOST, all.length),
  };
}

function firstFault(rule: ReportRule, steps: readonly PlacedStep[]): FirstFault {
  const path = steps[0] ? pathOf(steps[0]) : '';
  const parts = rule.pad?.split('/') ?? [];
  const element = parts.pop();
  return {
    anchor: `f${anchorOf(path).slice(1)}`,
    element: element === '' || element === '.' ? undefined : element,
    before: parts.map((part) => `${part}/`).join(''),
    melding: { nl: sentence(rule, 'nl'), en: sentence(rule, 'en') },
    id: rule.id,
    verwacht: short(rule.verwacht),
    gevonden: short(rule.gevonden),
    step: path,
    line: rule.regelnummer,
    more: steps.length - 1,
    isKnown: isKnown(rule),
  };
}

function weighs({ ernst, verplicht }: ReportRule): boolean {
  return ernst === 'fout' || verplicht;
}

function isKnown({ afwijking }: ReportRule): boolean {
  return afwijking !== undefined;
}

function short(value: string | undefined): Tekst | undefined {
  if (value === undefined) return undefined;
  const signs = [...value];
  const cut = signs.length > WIDEST ? `${signs.slice(0, WIDEST).join('')}…` : value;
  return { nl: shownValue(cut, 'nl') ?? '', en: shownValue(cut, 'en') ?? '' };
}
