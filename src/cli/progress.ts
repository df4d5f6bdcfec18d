/** Tells how a run goes: one line that is rewritten at a terminal, otherwise one line a scenario. */
import type { Tekst, Verdict } from '../model/finding.js';
import { worst } from '../model/outcome.js';
import type { Plan } from '../model/plan.js';
import type { RunEvent } from '../model/run-event.js';
import type { Scenario } from '../model/scenario.js';
import { VERDICT_SIGNS } from '../report/words.js';
import { type Language, say } from './language.js';
import type { Shell } from './shell.js';

export interface ProgressTeller {
  tell(event: RunEvent): void;
}

type Talker = Pick<Shell, 'talk' | 'isInteractive' | 'columns'>;

export function progressTeller(shell: Talker, plan: Plan, language: Language): ProgressTeller {
  const scenarios = new Map(plan.scenarios.map(({ scenario }) => [scenario.id, scenario]));
  let verdicts: Verdict[] = [];
  const live = (text: string) => {
    if (shell.isInteractive) shell.talk(`\r\x1b[K${text.slice(0, shell.columns - 1)}`);
  };
  const line = (text: string) => shell.talk(`${shell.isInteractive ? '\r\x1b[K' : ''}${text}\n`);
  return {
    tell(event) {
      switch (event.type) {
        case 'scenario-started':
          verdicts = [];
          return live(`  ${event.scenario}`);
        case 'step-started':
          return live(`  ${event.scenario}  ${event.step}/${scenarios.get(event.scenario)?.steps.length ?? '?'}`);
        case 'waiting':
          return live(`  ${event.scenario}  ${say(TEXTS.waiting, language)} ${event.for}`);
        case 'step-judged':
          verdicts.push(event.verdict);
          return;
        case 'scenario-finished':
          return line(scenarioLine(event.scenario, verdicts, scenarios.get(event.scenario)));
        case 'run-finished':
          return event.reason === 'cancelled' ? line(say(TEXTS.cancelled, language)) : undefined;
      }
    },
  };
}

/** Steps of a scenario that was cut off count too: it is not good because its first step was. */
function scenarioLine(id: string, judged: readonly Verdict[], scenario: Scenario | undefined): string {
  const missing = Math.max(0, (scenario?.steps.length ?? 0) - judged.length);
  const verdicts = [...judged, ...Array<Verdict>(missing).fill('niet_uitgevoerd')];
  const good = verdicts.filter((verdict) => verdict === 'voldoet').length;
  return `${VERDICT_SIGNS[worst(verdicts)]} ${id}  ${scenario?.title ?? ''}  ${good}/${verdicts.length}`;
}

const TEXTS = {
  waiting: { nl: 'wacht op', en: 'waits for' },
  cancelled: { nl: 'Afgebroken; het rapport gaat over wat er gedaan is.', en: 'Cut off; the report covers what was done.' },
} as const satisfies Record<string, Tekst>;
