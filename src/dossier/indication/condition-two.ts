/**
 * The second condition: on the official instrument, as the owner of the standard names it. A run of ours satisfies it only when the
 * instrument's owner recognises runs of this test set, and then only one that somebody independent made on a ticket.
 */
import { LEVELS } from '../../report/seal/assurance.js';
import { TOTAL_WORDS } from '../../report/words.js';
import type { Tupel, Voorwaarde } from './indication.js';
import { standardStatus } from './lapses.js';
import { reden } from './reasons.js';
import type { Statements } from './said.js';
import { isSameStandard, keyOfTuple, plain } from './same-tuple.js';
import type { Standing } from './standing.js';

type Found = Pick<Voorwaarde, 'voldaan' | 'waarom'>;

const NUMBER = { voorwaarde: 2 } as const;

export function conditionTwo(standing: Standing | undefined, tupel: Tupel, said: Statements, at: number): Found {
  const status = standardStatus(tupel, said, at);
  const instrument = status?.verklaring.instrument;
  if (status && instrument === undefined) {
    return { voldaan: 'N', waarom: [reden('GEEN_INSTRUMENT', [], { ...NUMBER, verklaring: status.digest })] };
  }
  const found = [seenOnPlatform(tupel, said, instrument), ...(standing ? [recognised(standing, tupel, said, instrument)] : [])];
  return (
    found.find((each) => each?.voldaan === 'J') ??
    found.find((each) => each !== undefined) ?? { voldaan: 'N', waarom: [reden('GEEN_PLATFORMRAPPORT', [], NUMBER)] }
  );
}

/** The last that was stated of this very version and role counts: a later one with faults takes away what an earlier one gave. */
function seenOnPlatform(tupel: Tupel, said: Statements, instrument: string | undefined): Found | undefined {
  const seen = said.of('platformrapport').find(({ verklaring }) => keyOfTuple(verklaring.over) === keyOfTuple(tupel));
  if (!seen) return undefined;
  const { uitkomst, omvang, instrument: of, bestand } = seen.verklaring;
  const more = { ...NUMBER, verklaring: seen.digest };
  if (instrument === undefined) return { voldaan: 'onbekend', waarom: [reden('INSTRUMENT_ONBEKEND', [], more)] };
  if (plain(of) !== plain(instrument)) return { voldaan: 'N', waarom: [reden('ANDER_INSTRUMENT', [of, instrument], more)] };
  if (uitkomst !== 'foutloos' || omvang !== 'volledig') {
    return { voldaan: 'N', waarom: [reden('PLATFORM_NIET_FOUTLOOS', [of, TOTAL_WORDS[uitkomst], omvang], more)] };
  }
  const file = `${bestand.naam}, sha256 ${bestand.sha256.slice(0, 12)}…`;
  return { voldaan: 'J', waarom: [reden('PLATFORMRAPPORT', [seen.partij ?? '', of, file], more)] };
}

function recognised({ feiten }: Standing, tupel: Tupel, said: Statements, instrument: string | undefined): Found | undefined {
  const seen = said
    .of('erkenning')
    .find(
      ({ verklaring }) =>
        isSameStandard(verklaring.standaard, tupel.standaard) && verklaring.testset.digest === feiten.testset.digest,
    );
  if (!seen) return undefined;
  const { niveau } = feiten.zekerheid;
  const more = { ...NUMBER, verklaring: seen.digest, rapport: feiten.digest };
  if (instrument === undefined) return { voldaan: 'onbekend', waarom: [reden('INSTRUMENT_ONBEKEND', [], more)] };
  if (plain(seen.verklaring.instrument) !== plain(instrument)) {
    return { voldaan: 'N', waarom: [reden('ANDER_INSTRUMENT', [seen.verklaring.instrument, instrument], more)] };
  }
  if (LEVELS.indexOf(niveau) < LEVELS.indexOf('A2')) {
    return { voldaan: 'N', waarom: [reden('ERKENNING_NIET_EIGEN', [niveau], more)] };
  }
  return { voldaan: 'J', waarom: [reden('ERKEND', [seen.partij ?? '', instrument], more)] };
}
