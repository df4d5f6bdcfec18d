/**
 * Which scenarios can notice a misbehaviour of some services: those that use one or build on one that does, with what
 * they need beside them. The others send no such request, so leaving them out changes neither what is seen nor which
 * request comes how many-th.
 */
import type { Scenario, Suite } from '../../model/scenario.js';
import { neededBeside } from '../../suite/needed-beside.js';

/** @returns ids, in the order of the suite */
export function scenariosThatUse(suite: Suite, services: readonly string[]): readonly string[] {
  const users = new Set(suite.scenarios.filter((scenario) => uses(scenario, services)).map(({ id }) => id));
  const chosen = new Set<string>();
  for (const { id } of suite.scenarios) {
    const all = [id, ...neededFor(suite, id)];
    if (all.some((each) => users.has(each))) for (const each of all) chosen.add(each);
  }
  return suite.scenarios.map(({ id }) => id).filter((id) => chosen.has(id));
}

/** One scenario with what it needs beside it; nothing when there is none of that name. */
export function scenarioAlone(suite: Suite, id: string): readonly string[] {
  const needed = new Set([id, ...neededFor(suite, id)]);
  return suite.scenarios.map((scenario) => scenario.id).filter((each) => needed.has(each));
}

function neededFor({ scenarios }: Suite, id: string): readonly string[] {
  return neededBeside({
    scenarios: scenarios.map((scenario) => (scenario.id === id ? { scenario } : { scenario, skipped: 'only' as const })),
  });
}

function uses({ steps }: Scenario, services: readonly string[]): boolean {
  return steps.some(({ service, readBack }) => services.includes(service) || (readBack && services.includes(readBack.service)));
}
