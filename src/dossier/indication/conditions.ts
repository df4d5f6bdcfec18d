/** The five conditions for one report, or for none, with what each rests on. */
import { conditionFive, type Tick } from './condition-five.js';
import { conditionFour, type Publication } from './condition-four.js';
import { conditionOne } from './condition-one.js';
import { conditionTwo } from './condition-two.js';
import { type Outcome, outcomeOf } from './five-conditions.js';
import type { Tupel, Voorwaarde, VoorwaardeNummer } from './indication.js';
import { hasFaults } from './mending.js';
import { reden } from './reasons.js';
import type { Statements } from './said.js';
import type { Standing } from './standing.js';

export interface Conditions {
  readonly voorwaarden: readonly Voorwaarde[];
  readonly outcome: Outcome;
  readonly tick: Tick['tick'];
  readonly publication: Publication | undefined;
}

/** @param standing - on which it rests; undefined when there is none */
export function conditionsOf(standing: Standing | undefined, tupel: Tupel, said: Statements, at: number): Conditions {
  const none = { voldaan: 'onbekend', waarom: [reden('GEEN_RAPPORT')] } as const;
  const publication = standing && conditionFour(standing, said, at);
  const tick = conditionFive(standing, tupel, said);
  const found = [
    standing ? conditionOne(standing) : none,
    conditionTwo(standing, tupel, said, at),
    standing ? flawless(standing) : none,
    publication ?? none,
    tick,
  ];
  const voorwaarden = found.map(({ voldaan, waarom }, index) => ({
    ...{ nummer: (index + 1) as VoorwaardeNummer, wat: WHAT[index] ?? WHAT[0], voldaan },
    waarom: waarom.map((each) => ({ ...each, voorwaarde: (index + 1) as VoorwaardeNummer })),
  }));
  const [isTestedInFull = false, isOnInstrument = false, isFlawless = false, isPublic = false, isInCatalogue = false] =
    voorwaarden.map(({ voldaan }) => voldaan === 'J');
  const conditions = { isTestedInFull, isOnInstrument, isFlawless, isPublic, isInCatalogue };
  const outcome = outcomeOf({ ...conditions, hasReport: standing !== undefined, isTicked: tick.tick !== undefined });
  return { voorwaarden, outcome, tick: tick.tick, publication };
}

function flawless(standing: Standing): Pick<Voorwaarde, 'voldaan' | 'waarom'> {
  const has = hasFaults(standing);
  return {
    voldaan: has ? 'N' : 'J',
    waarom: [reden(has ? 'MET_FOUTEN' : 'ZONDER_FOUTEN', [], { rapport: standing.feiten.digest })],
  };
}

/** In the words of the owner of the standard, made short. */
const WHAT = [
  { nl: 'getest zoals de testset voorschrijft, in volle omvang', en: 'tested as the test set prescribes, in full' },
  { nl: 'uitgevoerd op het officiële testinstrument', en: 'run on the official test instrument' },
  { nl: 'zonder fouten', en: 'without faults' },
  { nl: 'het authentieke rapport is openbaar', en: 'the authentic report is public' },
  { nl: 'rapport bij het product in de catalogus, en aangevinkt', en: 'report at the product in the catalogue, and ticked' },
] as const;
