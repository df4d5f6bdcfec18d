/**
 * What does not change the result: warnings, points of attention, and checks that were not made. Each once.
 */
import type { Report, ReportRule } from '../../model/report.js';
import { anchorOf, isUnchecked, type PlacedStep, pathOf, sourceOf } from '../step-names.js';
import { type RuleView, stepView } from './html-steps.js';

/** A way to a step. */
export interface Link {
  readonly path: string;
  readonly anchor: string;
}

export function linkTo(placed: PlacedStep): Link {
  return { path: pathOf(placed), anchor: anchorOf(pathOf(placed)) };
}

/** Warnings and points of attention, the same one once. */
export function remarksOf(report: Report, placed: readonly PlacedStep[]) {
  const found = new Map<string, { readonly rule: RuleView; readonly at: Link[] }>();
  for (const each of placed) {
    for (const rule of stepView(report, each, []).bad.filter(({ isMild }) => isMild)) {
      const key = JSON.stringify([rule.id, rule.verdict, rule.melding]);
      const entry = found.get(key) ?? { rule, at: [] };
      if (entry.at.at(-1)?.path !== pathOf(each)) entry.at.push(linkTo(each));
      found.set(key, entry);
    }
  }
  return [...found.values()];
}

/** Checks that are known but were not made, each once, with the number of times. */
export function uncheckedOf(report: Report, placed: readonly PlacedStep[]) {
  const found = new Map<string, { readonly rule: ReportRule; readonly bron: string | undefined; count: number }>();
  for (const rule of placed.flatMap(({ step }) => step.regels).filter(isUnchecked)) {
    const entry = found.get(rule.id) ?? { rule, bron: sourceOf(rule, report.bronnen), count: 0 };
    entry.count += 1;
    found.set(rule.id, entry);
  }
  return [...found.values()];
}
