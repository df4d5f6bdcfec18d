/**
 * The other side of a suite in which the product sends: what we would send if we were the product. With it our own driver
 * plays the product, so that such a suite can be seen to work.
 */
import type { Scenario, Step } from '../model/scenario.js';
import type { LoadedSuite } from './load-suite.js';

/** The same scenarios, in which we send the examples and judge the answers that the suite itself gives. */
export function mirrored(loaded: LoadedSuite): LoadedSuite {
  const { suite } = loaded;
  return { ...loaded, suite: { ...suite, scenarios: suite.scenarios.map(otherSide) } };
}

function otherSide(scenario: Scenario): Scenario {
  return { ...scenario, steps: scenario.steps.map(turned) };
}

/** Nobody is asked what our own driver shows. */
function turned({ receive, confirm: _, ...step }: Step): Step {
  const swapped = { ...step, from: step.to, to: step.from, expect: [] };
  return receive ? { ...swapped, send: receive.example } : swapped;
}
