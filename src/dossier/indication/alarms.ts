/** What somebody has to look at, whatever the state is; and what is true beside. */
import type { Reden } from './indication.js';
import { standardStatus } from './lapses.js';
import { hasFaults } from './mending.js';
import { type RedenCode, reden } from './reasons.js';
import type { Context } from './state.js';

export function alarmsOf(context: Context): readonly Reden[] {
  const { indicatie, resting } = context;
  const { conditions, counting, faults, on } = resting;
  const { tick, publication } = conditions;
  const isTaken = indicatie === 'ingetrokken' || indicatie === 'betwist';
  const [newest] = faults;
  const before = newest && counting.find((each) => !hasFaults(each) && each.endedAt < newest.endedAt);
  return [
    ...(tick && indicatie !== 'compliant' ? [reden(tickAlarm(context), [], { verklaring: tick.digest, voorwaarde: 5 })] : []),
    ...(before
      ? [
          reden(
            'ALARM_NIEUWER_MET_FOUTEN',
            [before.feiten.rapport.nummer, before.feiten.uitvoering.beeindigdOp, numberOf(newest)],
            {
              rapport: newest.feiten.digest,
            },
          ),
        ]
      : []),
    ...(isTaken ? faults.map((each) => reden('ALARM_OOK_FOUTEN', [numberOf(each)], { rapport: each.feiten.digest })) : []),
    ...(on && publication?.gone !== undefined
      ? [reden('ALARM_LINK_DOOD', [publication.gone], { rapport: on.feiten.digest, voorwaarde: 4 })]
      : []),
  ];
}

/** The first of the conditions that is not satisfied says what is wrong with the tick. */
function tickAlarm({ indicatie, resting: { on, conditions } }: Context): RedenCode {
  if (indicatie === 'ingetrokken' || indicatie === 'betwist' || indicatie === 'verlopen') return 'ALARM_VINKJE_GELDT_NIET';
  if (!on) return 'ALARM_VINKJE_ZONDER_RAPPORT';
  const unmet = (nummer: number) => conditions.voorwaarden.some((each) => each.nummer === nummer && each.voldaan !== 'J');
  if (unmet(3)) return 'ALARM_VINKJE_ONJUIST';
  if (unmet(1)) return 'ALARM_VINKJE_DEEL';
  if (unmet(4)) return 'ALARM_VINKJE_NIET_PUBLIEK';
  return unmet(2) ? 'ALARM_VINKJE_NIET_OFFICIEEL' : 'ALARM_VINKJE_ANDER_BEWIJS';
}

export function remarksOf({ tupel, resting, standings, said, at }: Context): readonly Reden[] {
  const { on } = resting;
  const status = standardStatus(tupel, said, at);
  const undecided = standings
    .filter((each) => each.feiten.resultaat.totaal === 'niet_vastgesteld' && on !== undefined && each.endedAt > on.endedAt)
    .toSorted((one, other) => other.endedAt - one.endedAt);
  const isOwnMessages = on?.feiten.testset.bron === 'officieel' && on.feiten.testset.berichten === 'eigen';
  return [
    ...(status?.verklaring.status === 'Einde ondersteuning'
      ? [reden('EINDE_ONDERSTEUNING', [status.verklaring.sinds], { verklaring: status.digest })]
      : []),
    ...undecided.slice(0, 1).map((each) => reden('NIEUWER_ZONDER_UITKOMST', [numberOf(each)], { rapport: each.feiten.digest })),
    ...(on && isOwnMessages ? [reden('BERICHTEN_EIGEN', [], { rapport: on.feiten.digest })] : []),
  ];
}

function numberOf({ feiten }: Context['standings'][number]): string {
  return feiten.rapport.nummer;
}
