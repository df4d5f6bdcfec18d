/**
 * A chain on the page: what came out, who took part on which version and who of them was real, what became of each koppeling
 * in each scenario, and where the time went.
 */
import type { Tekst, Verdict } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import type { Keten, Koppeling } from '../../model/report-chain.js';
import { hopsIn } from '../chain/chain-hops.js';
import { type Participant, participantsOf, versionText } from '../chain/chain-participants.js';
import { type ChainResult, chainResult } from '../chain/chain-result.js';
import { type HopSummary, hopSummaries } from '../chain/hop-summaries.js';
import { type MatrixLine, matrixLines } from '../chain/matrix-rows.js';
import type { Evidence } from '../evidence.js';
import { anchorOf, sourceOf } from '../step-names.js';
import { CAUSE_WORDS } from '../words.js';

export interface ChainView {
  readonly titel: string | undefined;
  readonly result: ChainResult | undefined;
  readonly session: Tekst;
  readonly partijen: readonly (Omit<Participant, 'versie'> & {
    readonly versie: Tekst;
    readonly stand: Tekst;
    readonly plays: Tekst;
  })[];
  readonly links: readonly LinkView[];
  readonly matrix: readonly (MatrixLine & { readonly anchor: string; readonly root: string | undefined })[];
  readonly times: readonly HopSummary[];
}

interface LinkView {
  readonly id: string;
  readonly isMandatory: boolean;
  readonly bron: string | undefined;
  /** Hop by hop, with who was real at its ends. */
  readonly hops: readonly { readonly weg: string; readonly stand: Tekst }[];
  readonly verdict: Verdict;
  readonly oorzaak: Tekst | undefined;
}

/** @returns undefined when it was no chain */
export function chainView(report: Report, evidence: Evidence): ChainView | undefined {
  const { keten, rapport, uitvoering } = report;
  if (!keten) return undefined;
  const { nummer } = rapport;
  return {
    titel: keten.titel,
    result: chainResult(report),
    session: {
      nl: `Sessie ${nummer}, ${uitvoering.gestartOp} – ${uitvoering.beeindigdOp}, op de versies hierboven. A is wie het woord neemt, B wie antwoordt.`,
      en: `Session ${nummer}, ${uitvoering.gestartOp} – ${uitvoering.beeindigdOp}, on the versions above. A is who speaks first, B who answers.`,
    },
    partijen: participantsOf(report).map((each) => ({
      ...each,
      versie: versionText(each),
      stand: each.isReal ? REAL : PLAYED,
      plays: PLAYS[each.rol],
    })),
    links: keten.koppelingen.map((link) => linkView(report, keten, link)),
    matrix: matrixLines(report).map((line) => ({
      ...line,
      anchor: anchorOf(line.scenario),
      root: line.gevolgVan && anchorOf(line.gevolgVan),
    })),
    times: hopSummaries(report, keten, evidence),
  };
}

function linkView({ bronnen }: Report, { partijen }: Keten, link: Koppeling): LinkView {
  const isReal = (id: string) => partijen.some((each) => each.id === id && each.echt);
  return {
    ...{ id: link.id, isMandatory: link.verplicht, verdict: link.verdict },
    bron: sourceOf(link, bronnen),
    oorzaak: link.oorzaak && CAUSE_WORDS[link.oorzaak],
    hops: hopsIn(link).map(({ from, to }) => ({
      weg: `${from} → ${to}`,
      stand: ENDS[`${isReal(from)} ${isReal(to)}`],
    })),
  };
}

const PLAYS: Readonly<Record<Participant['rol'], Tekst>> = {
  vrager: { nl: 'vraagt', en: 'asks' },
  tussenstation: { nl: 'geeft door', en: 'passes on' },
  aanbieder: { nl: 'antwoordt', en: 'answers' },
};
const REAL: Tekst = { nl: 'echt systeem', en: 'real system' };
const PLAYED: Tekst = { nl: 'gesimuleerd', en: 'simulated' };
const ENDS: Readonly<Record<`${boolean} ${boolean}`, Tekst>> = {
  'true true': { nl: 'beide kanten echt', en: 'both ends real' },
  'true false': { nl: 'alleen de zendende kant echt', en: 'only the sending end real' },
  'false true': { nl: 'alleen de ontvangende kant echt', en: 'only the receiving end real' },
  'false false': { nl: 'beide kanten gesimuleerd', en: 'both ends simulated' },
};
