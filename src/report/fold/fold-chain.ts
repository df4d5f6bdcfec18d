/**
 * Who took part in a chain, what became of each koppeling and of the whole, and which message was the first that was not as
 * it should be. Findings stand in the order in which the messages went, so the first bad one is where to look.
 */
import type { Chain } from '../../model/chain.js';
import { chainVerdict, outcomeOfRows } from '../../model/chain-outcome.js';
import type { ReportRule, ReportScenario } from '../../model/report.js';
import type { EersteAfwijking, Keten, PartijFeiten } from '../../model/report-chain.js';
import { chainMatrix, type SeenOnHops } from '../chain/chain-matrix.js';

export interface ChainFacts {
  readonly titel: string;
  /** Ids of the actors that are real systems. */
  readonly real: readonly string[];
  /** Actor → what somebody told of it. */
  readonly told?: Readonly<Record<string, PartijFeiten>>;
  readonly seen: SeenOnHops;
}

export function foldChain(
  chain: Chain,
  scenarios: readonly ReportScenario[],
  { titel, real, told = {}, seen }: ChainFacts,
): Required<Omit<Keten, 'eersteAfwijking'>> & Keten {
  const first = firstDeviation(scenarios);
  const matrix = chainMatrix(chain, scenarios, seen);
  const koppelingen = chain.links.map(({ id, from, to, via, verplicht, bron }) => ({
    ...{ id, van: from, naar: to, via, verplicht, ...(bron && { bron }) },
    ...outcomeOfRows(matrix.filter(({ koppeling }) => koppeling === id)),
  }));
  return {
    titel,
    partijen: chain.actors.map(({ id, naam, component, plays }) => ({
      ...{ id, naam, component, rol: plays, echt: real.includes(id) },
      ...told[id],
    })),
    koppelingen,
    verdict: chainVerdict(koppelingen),
    matrix,
    ...(first && { eersteAfwijking: { ...first, ...consequencesOf(first, scenarios) } }),
  };
}

/** Steps that were not judged because of it. */
function consequencesOf({ stap }: EersteAfwijking, scenarios: readonly ReportScenario[]): Pick<EersteAfwijking, 'gevolgen'> {
  const gevolgen = scenarios.flatMap(({ id, stappen }) =>
    stappen.flatMap(({ nr, gevolgVan }) => (gevolgVan === stap ? [`${id}/${nr}`] : [])),
  );
  return gevolgen.length > 0 ? { gevolgen } : {};
}

/** What follows from an earlier step is no deviation of its own. */
function firstDeviation(scenarios: readonly ReportScenario[]): EersteAfwijking | undefined {
  for (const { id, stappen } of scenarios) {
    for (const { nr, regels, gevolgVan } of stappen) {
      const rule = gevolgVan === undefined ? regels.find(isBad) : undefined;
      if (!rule) continue;
      const { oorzaak, hop, partij, bericht } = rule;
      return {
        ...{ stap: `${id}/${nr}`, regel: rule.id },
        ...(oorzaak && { oorzaak }),
        ...(hop !== undefined && { hop }),
        ...(partij !== undefined && { partij }),
        ...(bericht !== undefined && { bericht }),
      };
    }
  }
  return undefined;
}

function isBad({ verdict, ernst, verplicht }: ReportRule): boolean {
  return (verdict === 'voldoet_niet' && ernst === 'fout') || (verdict === 'niet_beslist' && verplicht);
}
