/**
 * What a choice of scenarios needs beside it: scenarios that were not chosen and that bring about what the chosen ones use.
 */

import { namesIn } from '../model/names-in.js';
import type { Plan } from '../model/plan.js';
import type { Scenario } from '../model/scenario.js';

/** @returns their ids, in the order of the suite; empty when the chosen scenarios can do without */
export function neededBeside(plan: Pick<Plan, 'scenarios'>): readonly string[] {
  const scenarios = new Map(plan.scenarios.map(({ scenario }) => [scenario.id, scenario]));
  const givers = new Map(
    plan.scenarios.flatMap(({ scenario }) =>
      scenario.steps.flatMap((step) => step.capture.map(({ variable }) => [variable, scenario.id] as const)),
    ),
  );
  const chosen = plan.scenarios.filter(({ skipped }) => !skipped).map(({ scenario }) => scenario.id);
  const reached = new Set<string>();
  const visit = (id: string): void => {
    const scenario = scenarios.get(id);
    if (!scenario || reached.has(id)) return;
    reached.add(id);
    for (const needed of needsOf(scenario, givers)) visit(needed);
  };
  for (const id of chosen) visit(id);
  return plan.scenarios.filter(({ scenario, skipped }) => skipped && reached.has(scenario.id)).map(({ scenario }) => scenario.id);
}

function needsOf({ steps }: Scenario, givers: ReadonlyMap<string, string>): readonly string[] {
  // What a scenario captures itself it needs from nobody, also when others capture under the same name.
  const own = new Set(steps.flatMap(({ capture }) => capture.map(({ variable }) => variable)));
  return steps.flatMap(({ requires, send, readBack }) => [
    ...requires.map((path) => path.slice(0, path.lastIndexOf('/'))),
    ...[send, readBack]
      .flatMap((source) => Object.values(source?.with ?? {}))
      .flatMap(namesIn)
      .flatMap((name) => (own.has(name) ? [] : (givers.get(name) ?? []))),
  ]);
}
