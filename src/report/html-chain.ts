/**
 * A chain on the page: who took part and who of them was real, where it went wrong first, and what became of each koppeling
 * in each scenario.
 */
import type { Tekst, Verdict } from '../model/finding.js';
import { worst } from '../model/outcome.js';
import type { Report, ReportScenario } from '../model/report.js';
import type { Keten, Partij } from '../model/report-chain.js';
import { chainArrowsOf } from './chain-arrows.js';
import { drawChain } from './chain-diagram.js';
import type { Evidence } from './evidence.js';
import { anchorOf } from './step-names.js';
import { CAUSE_WORDS } from './words.js';

export interface ChainView {
  readonly first?: { readonly anchor: string; readonly text: Tekst; readonly melding: Tekst };
  readonly partijen: readonly { readonly naam: Tekst; readonly component: string; readonly rol: string; readonly stand: Tekst }[];
  /** One row for each koppeling in each scenario that uses it. */
  readonly rows: readonly ChainRow[];
}

interface ChainRow {
  readonly koppeling: string;
  readonly weg: string;
  readonly scenario: string;
  readonly anchor: string;
  readonly berichten: string;
  readonly verdict: Verdict;
}

/** @returns undefined when it was no chain */
export function chainView(report: Report): ChainView | undefined {
  const { keten } = report;
  if (!keten) return undefined;
  const first = firstOf(report, keten);
  return {
    ...(first && { first }),
    partijen: keten.partijen.map(({ naam, component, rol, echt }) => ({ naam, component, rol, stand: echt ? REAL : PLAYED })),
    rows: report.scenarios.flatMap((scenario) => rowsOf(keten, scenario)),
  };
}

/** What passed on each hop in a scenario. */
export function chainDiagram({ keten }: Report, evidence: Evidence, scenario: ReportScenario, id: string, title: Tekst): string {
  const partijen = keten?.partijen ?? [];
  const arrows = keten ? chainArrowsOf(keten, scenario, evidence.exchanges) : [];
  return drawChain({ actors: inOrder(partijen).map((each) => ({ id: each.id, name: each.id })), arrows, id, title });
}

/** Who asks stands left, who answers right. */
function inOrder(partijen: readonly Partij[]): readonly Partij[] {
  const rank = { vrager: 0, tussenstation: 1, aanbieder: 2 };
  return partijen.toSorted((one, other) => rank[one.rol] - rank[other.rol]);
}

function firstOf(report: Report, { eersteAfwijking: first, partijen }: Keten): ChainView['first'] {
  if (!first) return undefined;
  const [scenario, nr] = [first.stap.slice(0, first.stap.lastIndexOf('/')), first.stap.slice(first.stap.lastIndexOf('/') + 1)];
  const step = report.scenarios.find(({ id }) => id === scenario)?.stappen.find((each) => String(each.nr) === nr);
  const rule = step?.regels.find(({ id, hop }) => id === first.regel && hop === first.hop);
  const who = partijen.find(({ id }) => id === first.partij)?.naam;
  const cause = first.oorzaak && CAUSE_WORDS[first.oorzaak];
  const hop = first.hop?.replace('-', ' → ') ?? '';
  return {
    anchor: anchorOf(first.stap),
    melding: rule?.melding ?? { nl: first.regel, en: first.regel },
    text: {
      nl: [`stap ${first.stap}`, hop && `hop ${hop}`, who?.nl, cause && `oorzaak ${cause.nl}`].filter(Boolean).join(', '),
      en: [`step ${first.stap}`, hop && `hop ${hop}`, who?.en, cause && `cause ${cause.en}`].filter(Boolean).join(', '),
    },
  };
}

function rowsOf({ koppelingen }: Keten, scenario: ReportScenario): readonly ChainRow[] {
  return koppelingen.flatMap(({ id, van, naar, via }) => {
    const steps = scenario.stappen.filter(({ koppeling }) => koppeling === id);
    if (steps.length === 0) return [];
    return [
      {
        ...{ koppeling: id, weg: [van, ...via, naar].join(' → '), scenario: scenario.titel, anchor: anchorOf(scenario.id) },
        berichten: [...new Set(steps.map(({ berichttype }) => berichttype))].join(', '),
        verdict: worst(steps.map(({ verdict }) => verdict)),
      },
    ];
  });
}

const REAL: Tekst = { nl: 'echt systeem', en: 'real system' };
const PLAYED: Tekst = { nl: 'gesimuleerd', en: 'simulated' };
