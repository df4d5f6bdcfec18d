/**
 * Lays known deviations beside what was found. They explain faults; no verdict, count or exit code changes by them.
 */
import { concernsStep, type KnownDeviation } from '../../model/deviation.js';
import { matchesPattern } from '../../model/pattern.js';
import type { Afwijking, Report, ReportRule, ReportScenario, ReportStep } from '../../model/report.js';
import type { Suite } from '../../model/scenario.js';
import { dutchDay } from '../dutch-time.js';
import { type PlacedStep, pathOf } from '../step-names.js';

export interface Explained {
  readonly scenarios: readonly ReportScenario[];
  readonly afwijkingen: readonly Afwijking[];
}

/** @param startedAt - ISO 8601: on this day a deviation must still hold */
export function explainFaults(
  scenarios: readonly ReportScenario[],
  known: readonly KnownDeviation[],
  { suite, startedAt }: { readonly suite: Pick<Suite, 'id'>; readonly startedAt: string },
): Explained {
  const day = dutchDay(startedAt);
  const explains = (each: KnownDeviation, path: string, rule: ReportRule) =>
    each.tot >= day && isFault(rule) && concernsStep(each, suite, path) && matchesPattern(each.regel, rule.id);
  const afwijkingen = known.map((each): Afwijking => {
    const placed = scenarios.flatMap((scenario) => scenario.stappen.map((step) => ({ scenario, step })));
    const about = placed.filter((one) => concernsStep(each, suite, pathOf(one)));
    const faults = about.flatMap((one) =>
      one.step.regels.filter((rule) => explains(each, pathOf(one), rule)).map(({ id }) => `${pathOf(one)} ${id}`),
    );
    return { ...each, stand: each.tot < day ? 'verlopen' : standOf(each, faults, about), verklaart: [...new Set(faults)] };
  });
  const marked = (scenario: ReportScenario, step: ReportStep): ReportStep => ({
    ...step,
    regels: step.regels.map((rule) => {
      const number = 1 + known.findIndex((each) => explains(each, pathOf({ scenario, step }), rule));
      return number === 0 ? rule : { ...rule, afwijking: number };
    }),
  });
  return {
    scenarios: scenarios.map((each) => ({ ...each, stappen: each.stappen.map((step) => marked(each, step)) })),
    afwijkingen,
  };
}

/** Whether every fault of a step was known beforehand. */
export function isExplained({ verdict, regels }: ReportStep): boolean {
  const faults = regels.filter((rule) => isFault(rule) && rule.ernst === 'fout');
  return verdict === 'voldoet_niet' && faults.length > 0 && faults.every(({ afwijking }) => afwijking !== undefined);
}

/** The deviation that explains a fault. */
export function deviationOf({ afwijkingen }: Report, { afwijking }: ReportRule): Afwijking | undefined {
  return afwijking === undefined ? undefined : afwijkingen?.[afwijking - 1];
}

function isFault({ verdict }: ReportRule): boolean {
  return verdict === 'voldoet_niet';
}

function standOf({ regel }: KnownDeviation, faults: readonly string[], about: readonly PlacedStep[]): Afwijking['stand'] {
  if (faults.length > 0) return 'verklaart';
  return about.some(({ step }) => holds(step, regel)) ? 'achterhaald' : 'niet_vastgesteld';
}

/** A step holds; or it fails by something else, while the check in question was made and held. */
function holds({ verdict, regels }: ReportStep, regel: string): boolean {
  if (verdict === 'voldoet') return true;
  const held = regels.flatMap((rule) => (rule.verdict === 'voldoet' ? [rule.id, ...(rule.gehouden ?? [])] : []));
  return verdict === 'voldoet_niet' && held.some((id) => matchesPattern(regel, id));
}
