/**
 * Who took part in a chain, what became of each koppeling, and which message was the first that was not as it should be.
 * Findings stand in the order in which the messages went, so the first bad one is where to look.
 */
import type { Chain } from '../model/chain.js';
import { worst } from '../model/outcome.js';
import type { ReportRule, ReportScenario } from '../model/report.js';
import type { EersteAfwijking, Keten, PartijFeiten } from '../model/report-chain.js';

/**
 * @param real - ids of the actors that are real systems
 * @param told - actor → what somebody told of it
 */
export function foldChain(
  { actors, links }: Chain,
  scenarios: readonly ReportScenario[],
  real: readonly string[],
  told: Readonly<Record<string, PartijFeiten>> = {},
): Keten {
  const steps = scenarios.flatMap(({ stappen }) => stappen);
  const first = firstDeviation(scenarios);
  return {
    partijen: actors.map(({ id, naam, component, plays }) => ({
      ...{ id, naam, component, rol: plays, echt: real.includes(id) },
      ...told[id],
    })),
    koppelingen: links.map(({ id, from, to, via, verplicht }) => ({
      ...{ id, van: from, naar: to, via, verplicht },
      verdict: worst(steps.filter(({ koppeling }) => koppeling === id).map(({ verdict }) => verdict)),
    })),
    ...(first && { eersteAfwijking: first }),
  };
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
