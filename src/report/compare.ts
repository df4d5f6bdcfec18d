/**
 * Two reports beside each other: what fails now and did not, what was mended, what else changed, and in what the runs
 * themselves differ. Verdicts decide; values of what holds are not compared, since every run has its own.
 */
import type { Verdict } from '../model/finding.js';
import type { Report, ReportRule, ReportStep } from '../model/report.js';

export interface StepChange {
  /** `<scenario>/<nr>` */
  readonly stap: string;
  readonly was?: Verdict;
  readonly is?: Verdict;
  /** Rules that do not hold, before and after, with where and what was seen. */
  readonly regelsWas: readonly string[];
  readonly regelsIs: readonly string[];
}

export interface Comparison {
  /** Fails now, and did not. */
  readonly nieuwFout: readonly StepChange[];
  /** Failed, and holds now. */
  readonly hersteld: readonly StepChange[];
  /** Another verdict of any other kind, or a step that only one of them has. */
  readonly veranderd: readonly StepChange[];
  /** The same verdict for another reason. */
  readonly andereReden: readonly StepChange[];
  /** In what the runs differ: name of a field, and its values. */
  readonly omstandigheden: readonly { readonly veld: string; readonly was: string; readonly is: string }[];
}

export function compareReports(was: Report, is: Report): Comparison {
  const [before, after] = [stepsOf(was), stepsOf(is)];
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((stap): readonly StepChange[] => {
    const [one, other] = [before.get(stap), after.get(stap)];
    const [regelsWas, regelsIs] = [brokenIn(one), brokenIn(other)];
    if (one?.verdict === other?.verdict && regelsWas.join('\n') === regelsIs.join('\n')) return [];
    return [{ stap, ...(one && { was: one.verdict }), ...(other && { is: other.verdict }), regelsWas, regelsIs }];
  });
  const isNew = (each: StepChange) => each.is === 'voldoet_niet' && each.was !== 'voldoet_niet';
  const isMended = (each: StepChange) => each.was === 'voldoet_niet' && each.is === 'voldoet';
  const isSame = (each: StepChange) => each.was === each.is;
  return {
    nieuwFout: changes.filter(isNew),
    hersteld: changes.filter(isMended),
    veranderd: changes.filter((each) => !isNew(each) && !isMended(each) && !isSame(each)),
    andereReden: changes.filter(isSame),
    omstandigheden: FIELDS.flatMap(([veld, read]) => {
      const [one, other] = [read(was), read(is)];
      return one === other ? [] : [{ veld, was: one, is: other }];
    }),
  };
}

/** What makes two runs comparable, or not. */
const FIELDS: readonly (readonly [veld: string, read: (of: Report) => string])[] = [
  ['product', ({ product }) => `${product.pakketnaam} ${product.versie}`],
  ['standaard', ({ standaard }) => `${standaard.naam} ${standaard.versie}, ${standaard.rol}`],
  ['testset', ({ testset }) => `${testset.id} ${testset.versie} ${testset.digest}`],
  ['omvang', ({ testset }) => testset.omvang],
  ['schemabasis', ({ schemabasis }) => `${schemabasis.soort} ${schemabasis.digest}`],
  ['harnas', ({ harnas }) => `${harnas.naam} ${harnas.versie}`],
  ['profiel', ({ uitvoering }) => uitvoering.profiel],
  ['totaal', ({ resultaat }) => resultaat.totaal],
];

function stepsOf({ scenarios }: Report): ReadonlyMap<string, ReportStep> {
  return new Map(scenarios.flatMap(({ id, stappen }) => stappen.map((step) => [`${id}/${step.nr}`, step] as const)));
}

function brokenIn(step: ReportStep | undefined): readonly string[] {
  const follows = step?.gevolgVan === undefined ? [] : [`→ ${step.gevolgVan}`];
  const broken = (step?.regels ?? []).filter(({ verdict, gehouden }) => !gehouden && BAD.has(verdict));
  return [...follows, ...broken.map(asLine)];
}

const BAD: ReadonlySet<Verdict> = new Set(['voldoet_niet', 'niet_beslist']);

function asLine({ id, verdict, pad, verwacht, gevonden }: ReportRule): string {
  const seen = gevonden === undefined ? '' : `: ${verwacht === undefined ? '' : `${verwacht} ≠ `}${gevonden}`;
  return [id, verdict, pad].filter((part) => part !== undefined).join(' ') + seen;
}
