/** The record of a run as its events tell it: what was said, what came of it, and what a read-back proved or disproved. */
import { type Plan, stepPath } from '../../model/plan.js';
import type { RunRecord } from '../../model/record.js';
import type { RunEvent, StepJudged } from '../../model/run-event.js';
import type { Scenario, Step } from '../../model/scenario.js';

export function recordOfEvents(plan: Plan, events: readonly RunEvent[]): RunRecord {
  const exchanges = events.flatMap((event) => (event.type === 'exchanged' ? [event.exchange] : []));
  const judged = new Map<string, StepJudged>(
    events.flatMap((event) => (event.type === 'step-judged' ? [[`${event.scenario}/${event.step}`, event] as const] : [])),
  );
  const established = new Set<string>();
  const disproved = new Set<string>();
  for (const { scenario } of plan.scenarios) {
    for (const step of scenario.steps) {
      const path = stepPath(scenario, step);
      const outcome = judged.get(path);
      if (outcome?.verdict === 'voldoet') established.add(path);
      if (isToBeRefused(scenario, step) || (outcome && isDisproved(step, outcome))) disproved.add(path);
    }
  }
  return { exchanges: exchanges.toSorted((one, other) => one.id.localeCompare(other.id)), established, disproved };
}

/** What is to be refused leaves nothing behind, however it is answered. */
function isToBeRefused({ steps }: Scenario, { nr }: Step): boolean {
  return steps.some(({ answers, fault }) => answers === nr && fault !== undefined);
}

/** The answer to a read-back did not hold what was sent. */
function isDisproved({ readBack }: Step, { findings }: StepJudged): boolean {
  const shown = new Set(readBack?.expect.map(({ kind, options }) => String(options.id ?? kind.toUpperCase())));
  return findings.some(({ id, verdict, ernst }) => shown.has(id) && verdict === 'voldoet_niet' && ernst === 'fout');
}
