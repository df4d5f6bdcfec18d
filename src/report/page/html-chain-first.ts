/**
 * Where a chain went wrong first, for the first screen: on which hop, whose doing it is, by which clause, what follows from it
 * and is not counted again, and which causes are out of the question.
 */
import type { Tekst, Verdict } from '../../model/finding.js';
import type { Report, ReportRule } from '../../model/report.js';
import type { EersteAfwijking, Keten } from '../../model/report-chain.js';
import { hopsIn } from '../chain/chain-hops.js';
import type { Evidence } from '../evidence.js';
import { excludedCauses } from '../fold/excluded-causes.js';
import { anchorOf, isNotable, nextStep, placedSteps, sentence, shownValue, sourceOf } from '../step-names.js';
import { CAUSE_WORDS } from '../words.js';

export interface ChainFirst {
  readonly anchor: string;
  /** Who said it, who passed it on: in the order in which this message went. */
  readonly way: readonly WayPart[];
  readonly who: Tekst;
  readonly hop: string;
  readonly step: string;
  readonly berichttype: string;
  readonly melding: Tekst;
  readonly id: string;
  readonly pad: string | undefined;
  readonly verwacht: Tekst | undefined;
  readonly gevonden: Tekst | undefined;
  readonly bron: string | undefined;
  readonly next: Tekst;
  readonly cause: Tekst | undefined;
  readonly isProduct: boolean;
  /** Somebody named it as a known deviation. */
  readonly isKnown: boolean;
  readonly excluded: readonly Tekst[];
  /** Steps that were not judged because of it, and findings further on that are the same; empty when nothing follows. */
  readonly cascade: readonly Tekst[];
  /** Steps with a fault of their own. */
  readonly others: number;
}

interface WayPart {
  readonly naam: Tekst;
  readonly isReal: boolean;
  readonly isBlamed: boolean;
  /** Of the hop to the next one; absent at the end. */
  readonly hop?: { readonly sign: string; readonly verdict: Verdict; readonly tekst: Tekst };
}

/** @returns undefined when nothing deviated, or when it was no chain */
export function chainFirst(report: Report, evidence: Evidence): ChainFirst | undefined {
  const { keten } = report;
  const first = keten?.eersteAfwijking;
  if (!keten || !first) return undefined;
  const placed = placedSteps(report).find(({ scenario, step }) => `${scenario.id}/${step.nr}` === first.stap);
  const rule = placed?.step.regels.find((each) => each.id === first.regel && each.hop === first.hop && isNotable(each));
  if (!placed || !rule) return undefined;
  const naam = keten.partijen.find(({ id }) => id === first.partij)?.naam ?? { nl: 'Het testharnas', en: 'The test harness' };
  const link = keten.koppelingen.find(({ id }) => id === placed.step.koppeling);
  const path = first.stap;
  const all = placedSteps(report);
  const consequences = first.gevolgen?.length ?? 0;
  const repeated = all.flatMap(({ step }) => step.regels).filter(({ gevolg }) => gevolg).length;
  return {
    anchor: `f${anchorOf(path).slice(1)}`,
    way: wayOf(keten, first, placed.step.koppeling, placed.step.richting === 'van_product'),
    who: naam,
    hop: first.hop?.replace('-', ' → ') ?? '',
    step: path,
    berichttype: placed.step.berichttype,
    melding: { nl: sentence(rule, 'nl'), en: sentence(rule, 'en') },
    id: rule.id,
    pad: rule.pad,
    ...valuesOf(rule),
    // What says how a koppeling goes says what passing on is, too.
    bron: sourceOf(rule, report.bronnen) ?? (link && sourceOf(link, report.bronnen)),
    next: { nl: nextStep(rule, 'nl'), en: nextStep(rule, 'en') },
    cause: first.oorzaak && CAUSE_WORDS[first.oorzaak],
    isProduct: first.oorzaak === 'product',
    isKnown: rule.afwijking !== undefined,
    excluded: excludedCauses(keten, first, naam, evidence.exchanges),
    cascade: [...steps(consequences), ...findings(repeated)],
    others: all.filter(({ scenario, step }) => step.verdict === 'voldoet_niet' && `${scenario.id}/${step.nr}` !== path).length,
  };
}

function steps(count: number): readonly Tekst[] {
  if (count === 0) return [];
  const [nl, en] =
    count === 1
      ? ['1 latere stap is hierdoor niet beoordeeld en telt', '1 later step was not judged because of it, and is']
      : [
          `${count} latere stappen zijn hierdoor niet beoordeeld en tellen`,
          `${count} later steps were not judged because of it, and are`,
        ];
  return [{ nl: `${nl} niet nog eens.`, en: `${en} not counted again.` }];
}

function findings(count: number): readonly Tekst[] {
  if (count === 0) return [];
  const [nl, en] =
    count === 1
      ? ['1 bevinding verderop in de keten zegt hetzelfde, en telt', '1 finding further on in the chain says the same, and does']
      : [
          `${count} bevindingen verderop in de keten zeggen hetzelfde, en tellen`,
          `${count} findings further on in the chain say the same, and do`,
        ];
  return [{ nl: `${nl} niet mee.`, en: `${en} not count.` }];
}

function wayOf(
  { koppelingen, partijen }: Keten,
  first: EersteAfwijking,
  link: string | undefined,
  isAnswer: boolean,
): readonly WayPart[] {
  const koppeling = koppelingen.find(({ id }) => id === link);
  if (!koppeling) return [];
  const goesBack = isAnswer || first.bericht?.endsWith('/antwoord') === true;
  const hops = goesBack ? hopsIn(koppeling).toReversed() : hopsIn(koppeling);
  const here = hops.findIndex(({ id }) => id === first.hop);
  const names = goesBack ? [...hops.map(({ to }) => to), koppeling.van] : [koppeling.van, ...hops.map(({ to }) => to)];
  return names.map((id, at) => ({
    naam: partijen.find((each) => each.id === id)?.naam ?? { nl: id, en: id },
    isReal: partijen.some((each) => each.id === id && each.echt),
    isBlamed: id === first.partij,
    ...(at < hops.length && { hop: at < here ? WELL : at === here ? HERE : AFTER }),
  }));
}

function valuesOf({ verwacht, gevonden }: ReportRule): Pick<ChainFirst, 'verwacht' | 'gevonden'> {
  const shown = (value: string | undefined) => {
    if (value === undefined) return undefined;
    const cut = value.length > 160 ? `${value.slice(0, 160)}…` : value;
    return { nl: shownValue(cut, 'nl') ?? '', en: shownValue(cut, 'en') ?? '' };
  };
  return { verwacht: shown(verwacht), gevonden: shown(gevonden) };
}

const WELL = { sign: '✓', verdict: 'voldoet', tekst: { nl: 'goed', en: 'well' } } as const;
const HERE = { sign: '✕', verdict: 'voldoet_niet', tekst: { nl: 'hier ging het mis', en: 'here it went wrong' } } as const;
const AFTER = { sign: '–', verdict: 'niet_uitgevoerd', tekst: { nl: 'daarna', en: 'after that' } } as const;
