/**
 * Two reports beside each other: what fails now and did not, what was mended, which fault shows another value, what else came
 * out otherwise, and in what the runs themselves differ. Check by check, since a new fault may hide at a step that failed
 * already. Values of what holds are not compared: every run has its own.
 */
import type { Verdict } from '../../model/finding.js';
import type { Report, ReportRule, ReportStep } from '../../model/report.js';
import { isNotable } from '../step-names.js';
import { type LinkChange, linkChanges } from './compare-chain.js';
import { type Difference, differencesOfRuns } from './compare-runs.js';

export interface StepChange {
  /** `<scenario>/<nr>` */
  readonly stap: string;
  readonly berichttype: string;
  /** Absent where only one of the runs has the step. */
  readonly was?: Verdict;
  readonly is?: Verdict;
  /** The step that it follows from now. */
  readonly gevolgVan?: string;
  /** The checks that it is about. */
  readonly regels: readonly ReportRule[];
}

/** The same fault with another value. */
export interface ValueChange {
  readonly stap: string;
  readonly berichttype: string;
  readonly was: ReportRule;
  readonly is: ReportRule;
}

export interface Comparison {
  /** Faults that were not there. */
  readonly nieuwFout: readonly StepChange[];
  /** Faults that were there, where the check holds now. */
  readonly hersteld: readonly StepChange[];
  readonly andereWaarde: readonly ValueChange[];
  /** Any other change: of verdict, of why a step is undecided, or a step that only one of them has. */
  readonly veranderd: readonly StepChange[];
  /** Steps that failed and fail. */
  readonly nogFout: readonly string[];
  readonly omstandigheden: readonly Difference[];
  /** In chains: koppelingen that got better or worse, as a whole and in each scenario; absent when neither is a chain. */
  readonly koppelingen?: readonly LinkChange[];
}

export function compareReports(was: Report, is: Report): Comparison {
  const [before, after] = [stepsOf(was), stepsOf(is)];
  const pairs = [...new Set([...before.keys(), ...after.keys()])].map((stap) => ({
    ...{ stap, one: before.get(stap), other: after.get(stap) },
    berichttype: (after.get(stap) ?? before.get(stap))?.berichttype ?? '',
  }));
  const changes = (regelsOf: (pair: Pair) => readonly ReportRule[] | undefined): readonly StepChange[] =>
    pairs.flatMap((pair) => {
      const regels = regelsOf(pair);
      return regels ? [changeOf(pair, regels)] : [];
    });
  const same = sameValues(was, is);
  const koppelingen = linkChanges(was, is);
  return {
    nieuwFout: changes(newFaults),
    hersteld: changes(mendedFaults),
    andereWaarde: pairs.flatMap(({ stap, berichttype, one, other }) =>
      faultsOf(other).flatMap(({ key, rule }) => {
        const old = faultsOf(one).find((each) => each.key === key)?.rule;
        return old && !same(old, rule) ? [{ stap, berichttype, was: old, is: rule }] : [];
      }),
    ),
    veranderd: changes((pair) => otherwise(pair, same)),
    nogFout: pairs.flatMap(({ stap, one, other }) => (fails(one) && fails(other) ? [stap] : [])),
    omstandigheden: differencesOfRuns(was, is),
    ...(koppelingen && { koppelingen }),
  };
}

interface Pair {
  readonly stap: string;
  readonly berichttype: string;
  readonly one: ReportStep | undefined;
  readonly other: ReportStep | undefined;
}

function newFaults({ one, other }: Pair): readonly ReportRule[] | undefined {
  const fresh = without(faultsOf(other), faultsOf(one));
  return fresh.length > 0 || (fails(other) && !fails(one)) ? fresh : undefined;
}

function mendedFaults({ one, other }: Pair): readonly ReportRule[] | undefined {
  const gone = without(faultsOf(one), faultsOf(other)).filter(({ id }) => other && holds(other, id));
  return gone.length > 0 || (fails(one) && other?.verdict === 'voldoet') ? gone : undefined;
}

/** What is told neither as new nor as mended. A check that was not made again is no fault that was mended. */
function otherwise(pair: Pair, same: (one: ReportRule, other: ReportRule) => boolean): readonly ReportRule[] | undefined {
  const { one, other } = pair;
  const unseen = fails(other) ? without(faultsOf(one), faultsOf(other)).filter(({ id }) => !holds(other, id)) : [];
  if (unseen.length > 0) return unseen;
  const open = (other?.regels ?? []).filter((rule) => isNotable(rule) && rule.verdict === 'niet_beslist');
  if (one?.verdict !== other?.verdict) return newFaults(pair) || mendedFaults(pair) ? undefined : open;
  const old = (one?.regels ?? []).filter((rule) => isNotable(rule) && rule.verdict === 'niet_beslist');
  const isSame = open.length === old.length && open.every((rule, at) => old[at]?.id === rule.id && same(old[at], rule));
  return isSame && one?.gevolgVan === other?.gevolgVan ? undefined : open;
}

function changeOf({ stap, berichttype, one, other }: Pair, regels: readonly ReportRule[]): StepChange {
  const { gevolgVan } = other ?? {};
  return {
    ...{ stap, berichttype, ...(one && { was: one.verdict }), ...(other && { is: other.verdict }) },
    ...(gevolgVan !== undefined && { gevolgVan }),
    regels,
  };
}

interface Fault {
  /** The check and its place; the next one there has a number. */
  readonly key: string;
  readonly rule: ReportRule;
}

function faultsOf(step: ReportStep | undefined): readonly Fault[] {
  const seen = new Map<string, number>();
  return (step?.regels ?? [])
    .filter(({ verdict, ernst }) => verdict === 'voldoet_niet' && ernst === 'fout')
    .map((rule) => {
      const place = `${rule.id} ${rule.pad ?? ''}`;
      seen.set(place, (seen.get(place) ?? 0) + 1);
      return { key: `${place} ${seen.get(place)}`, rule };
    });
}

function without(faults: readonly Fault[], others: readonly Fault[]): readonly ReportRule[] {
  return faults.filter(({ key }) => !others.some((each) => each.key === key)).map(({ rule }) => rule);
}

function fails(step: ReportStep | undefined): step is ReportStep {
  return step?.verdict === 'voldoet_niet';
}

/** Whether a check was made at a step and held every time. */
function holds({ verdict, regels }: ReportStep, id: string): boolean {
  const own = regels.filter((rule) => rule.id === id || rule.gehouden?.includes(id));
  return verdict === 'voldoet' || (own.length > 0 && own.every((rule) => rule.verdict === 'voldoet'));
}

/** Compares expected and seen, leaving out the token by which a run knows its own messages. */
function sameValues(was: Report, is: Report): (one: ReportRule, other: ReportRule) => boolean {
  const plain = (value: string | undefined, { uitvoering }: Report) =>
    uitvoering.kenmerk === '' ? value : value?.replaceAll(uitvoering.kenmerk, '…');
  return (one, other) =>
    plain(one.verwacht, was) === plain(other.verwacht, is) && plain(one.gevonden, was) === plain(other.gevonden, is);
}

function stepsOf({ scenarios }: Report): ReadonlyMap<string, ReportStep> {
  return new Map(scenarios.flatMap(({ id, stappen }) => stappen.map((step) => [`${id}/${step.nr}`, step] as const)));
}
