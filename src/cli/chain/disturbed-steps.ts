/** What a plan of a chain has us do wrong on purpose, step by step. */
import type { Disturb } from '../../model/disturbance.js';
import { type Plan, stepPath } from '../../model/plan.js';

/** Steps whose message may come once more only when it was looked up what the first left behind. */
export function heldIn({ scenarios }: Plan): readonly string[] {
  return scenarios.flatMap(({ scenario, skipped }) =>
    scenario.steps.flatMap((step) => {
      const first = scenario.steps.find(({ nr }) => nr === step.again);
      return first?.readBack && !skipped ? [stepPath(scenario, step)] : [];
    }),
  );
}

/** Step → what is done wrong on purpose with its message. */
export function disturbedIn({ scenarios }: Plan): ReadonlyMap<string, Disturb> {
  return new Map(
    scenarios.flatMap(({ scenario, skipped }) =>
      scenario.steps.flatMap((step) => (step.disturb && !skipped ? [[stepPath(scenario, step), step.disturb] as const] : [])),
    ),
  );
}
