/**
 * The state of one version of a product in one role, from everything that is known of it at a date.
 *
 * @see docs/indication.md, "The states"
 */
import type { Assurance } from '../../report/seal/assurance.js';
import { alarmsOf, remarksOf } from './alarms.js';
import type { GezienRapport, Indicatie, Indication, Reden, Tupel } from './indication.js';
import { needsOf } from './needs.js';
import { reden } from './reasons.js';
import { type Resting, restingOf } from './resting.js';
import type { Statements } from './said.js';
import type { Standing } from './standing.js';

export interface At {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether somebody said whose seals count. */
  readonly isTrusting: boolean;
}

export function indicationOf(tupel: Tupel, standings: readonly Standing[], said: Statements, { at, isTrusting }: At): Indication {
  const resting = restingOf(tupel, standings, said, at);
  const indicatie = stateOf(resting, isTrusting);
  const { on, fallen, conditions } = resting;
  const isTaken = indicatie === 'ingetrokken' || indicatie === 'betwist';
  const rests = isTaken ? undefined : on;
  const shown = isTaken ? fallen[0] : on;
  const level: Assurance['niveau'] = rests?.feiten.zekerheid.niveau ?? 'A0';
  const isPart = conditions.voorwaarden[0]?.waarom.some(({ code }) => code === 'DEELSET') === true;
  const context = { tupel, indicatie, resting, standings, said, at, isTrusting };
  return {
    ...tupel,
    ...{ indicatie, zekerheid: level },
    ...(rests && { omvang: rests.feiten.testset.omvang }),
    ...(rests && isPart && { alleenVoor: rests.feiten.diensten }),
    ...(shown && { rapport: shown.feiten.digest, datum: shown.feiten.uitvoering.beeindigdOp }),
    waarom: reasonsOf(context),
    watNodig: needsOf(context),
    voorwaarden: conditions.voorwaarden,
    alarmen: alarmsOf(context),
    opmerkingen: remarksOf(context),
    rapporten: standings.toSorted((one, other) => other.endedAt - one.endedAt).map(asSeen),
    pogingen: {
      rapporten: standings.length,
      hoogste: Math.max(0, ...standings.map(({ feiten }) => feiten.uitvoering.poging)),
      metTicket: standings.filter(({ feiten }) => feiten.metTicket).length,
    },
    geldigVoor: validFor(tupel, rests),
  };
}

/** The states in the order in which one hides another: what was taken back or disputed, faults, what lapsed, and then how far it came. */
export function stateOf({ withdrawal, fallen, on, lapses, conditions, declared }: Resting, isTrusting: boolean): Indicatie {
  if (withdrawal || fallen.some(({ fell }) => fell === 'ingetrokken')) return 'ingetrokken';
  if (fallen.length > 0) return 'betwist';
  const { indicatie } = conditions.outcome;
  if (!on) return declared ? 'zelfverklaard' : indicatie;
  if (indicatie === 'getest_met_fouten') return indicatie;
  if (lapses.length > 0) return 'verlopen';
  return isTrusting ? indicatie : 'getest_foutloos';
}

/** What a state is worked out from, and told about. */
export interface Context extends At {
  readonly tupel: Tupel;
  readonly indicatie: Indicatie;
  readonly resting: Resting;
  readonly standings: readonly Standing[];
  readonly said: Statements;
}

function reasonsOf({ indicatie, resting, isTrusting }: Context): readonly Reden[] {
  const { withdrawal, fallen, on, lapses, conditions, declared } = resting;
  const taken = indicatie === 'ingetrokken' || indicatie === 'betwist';
  const { tick } = conditions;
  const reasons = [
    ...(withdrawal
      ? [
          reden('AANBOD_INGETROKKEN', [withdrawal.partij ?? '', withdrawal.opgesteldOp, withdrawal.verklaring.reden], {
            verklaring: withdrawal.digest,
          }),
        ]
      : []),
    ...(taken ? fallen.map(whyFallen) : []),
    ...(taken ? [] : lapses.map(({ waarom }) => waarom)),
    ...(on && !taken ? [whyResting(on)] : []),
    ...(on && !taken ? (conditions.voorwaarden.flatMap(({ voldaan, waarom }) => (voldaan === 'J' ? [] : waarom)) ?? []) : []),
    ...(declared && !on
      ? [reden('VERKLAARD', [declared.partij ?? '', declared.opgesteldOp], { verklaring: declared.digest })]
      : []),
    ...(tick && !on ? [reden('VINKJE', [tick.opgesteldOp], { verklaring: tick.digest })] : []),
    ...(on && !isTrusting ? [reden('NIEMAND_VERTROUWD')] : []),
  ];
  return reasons.length > 0 ? reasons : [reden('NIETS_BEKEND')];
}

function whyFallen({ feiten, countsNot }: Standing): Reden {
  const why = countsNot.at(-1);
  const more = { rapport: feiten.digest, ...(why?.verklaring !== undefined && { verklaring: why.verklaring }) };
  return reden('RAPPORT_VIEL', [feiten.rapport.nummer, why?.tekst ?? ''], more);
}

function whyResting({ feiten }: Standing): Reden {
  const code = feiten.resultaat.totaal === 'foutloos' ? 'FOUTLOOS' : 'FOUTEN';
  return reden(code, [feiten.rapport.nummer, feiten.uitvoering.beeindigdOp], { rapport: feiten.digest });
}

function asSeen({ naam, feiten, countsNot }: Standing): GezienRapport {
  const { digest, rapport, resultaat, uitvoering, zekerheid, testset } = feiten;
  return {
    ...{ digest, naam, nummer: rapport.nummer, resultaat: resultaat.totaal, datum: uitvoering.beeindigdOp },
    ...{ zekerheid: zekerheid.niveau, omvang: testset.omvang },
    testset: { id: testset.id, versie: testset.versie, digest: testset.digest },
    ...{ telt: countsNot.length === 0, waaromNiet: countsNot },
  };
}

function validFor({ product, standaard, rol }: Tupel, on: Standing | undefined) {
  const { id, versie } = on?.feiten.testset ?? {};
  const what = `${product.pakketnaam} ${product.versie}, ${standaard.naam} ${standaard.versie}, ${rol}`;
  const set = id === undefined ? { nl: '', en: '' } : { nl: `, testset ${id} ${versie}`, en: `, test set ${id} ${versie}` };
  return { nl: `alleen voor ${what}${set.nl}`, en: `only for ${what}${set.en}` };
}
