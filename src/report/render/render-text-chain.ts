/** A chain in the summary for a terminal: what came out, where it went wrong first, each koppeling, and on which versions. */
import type { Report } from '../../model/report.js';
import { participantsOf, versionText } from '../chain/chain-participants.js';
import { chainResult } from '../chain/chain-result.js';
import { matrixLines } from '../chain/matrix-rows.js';
import type { Paint } from '../paint.js';
import { CAUSE_WORDS, type Taal, VERDICT_SIGNS, VERDICT_WORDS } from '../words.js';

/** Rows of the matrix that are not well, written out; the others are only counted. */
const MOST = 5;

/** @returns nothing for a report that is of no chain */
export function chainLines(report: Report, taal: Taal, paint: Paint): readonly string[] {
  const { keten } = report;
  if (!keten) return [];
  const result = chainResult(report);
  const colour = ({ voldoet: 'green', voldoet_niet: 'red' } as const)[String(result?.verdict)] ?? 'yellow';
  return [
    '',
    paint('bold', taal === 'nl' ? 'De keten' : 'The chain'),
    ...(result ? [paint(colour, result.tekst[taal])] : []),
    ...firstLines(report, taal),
    ...keten.koppelingen.map(({ id, verplicht, verdict }) => {
      const counts = taal === 'nl' ? (verplicht ? 'verplicht' : 'optioneel') : verplicht ? 'mandatory' : 'optional';
      return `  ${VERDICT_SIGNS[verdict]} ${id} (${counts}): ${VERDICT_WORDS[verdict][taal]}`;
    }),
    ...rowLines(report, taal),
    ...participantsOf(report).map(
      (each) => `  ${each.naam[taal]}: ${versionText(each)[taal]} (${PLAYED[`${each.isReal}`][taal]})`,
    ),
  ];
}

function firstLines({ keten }: Report, taal: Taal): readonly string[] {
  const first = keten?.eersteAfwijking;
  if (!first) return [];
  const naam = keten.partijen.find(({ id }) => id === first.partij)?.naam[taal];
  const follows = first.gevolgen?.length ?? 0;
  const words = taal === 'nl' ? ['eerst mis', 'stap', 'oorzaak'] : ['first wrong', 'step', 'cause'];
  const counted =
    taal === 'nl' ? 'stappen volgen hieruit en tellen niet nog eens' : 'steps follow from it and are not counted again';
  return [
    `  ${words[0]}: ${[first.hop && `hop ${first.hop.replace('-', ' → ')}`, naam, `${words[1]} ${first.stap}`, first.regel, first.oorzaak && `${words[2]} ${CAUSE_WORDS[first.oorzaak][taal]}`].filter(Boolean).join(', ')}`,
    ...(follows > 0 ? [`    ${follows} ${counted}`] : []),
  ];
}

function rowLines(report: Report, taal: Taal): readonly string[] {
  const lines = matrixLines(report);
  const bad = lines.filter(({ verdict, gevolgVan }) => verdict !== 'voldoet' && gevolgVan === undefined);
  const rest = bad.length - MOST;
  const seen = taal === 'nl' ? ['verwacht', 'bij A', 'bij B'] : ['expected', 'at A', 'at B'];
  return [
    ...bad
      .slice(0, MOST)
      .map(
        ({ koppeling, scenario, expected, atA, atB, overkomst, verdict }) =>
          `    ${VERDICT_SIGNS[verdict]} ${koppeling}, ${scenario}: ${expected} ${seen[0]}, ${atA} ${seen[1]}, ${atB} ${seen[2]}: ${overkomst[taal]}`,
      ),
    ...(rest > 0 ? [taal === 'nl' ? `    … en nog ${rest}; zie rapport.html` : `    … and ${rest} more; see rapport.html`] : []),
  ];
}

const PLAYED = {
  true: { nl: 'echt systeem', en: 'real system' },
  false: { nl: 'gesimuleerd', en: 'simulated' },
} as const;
