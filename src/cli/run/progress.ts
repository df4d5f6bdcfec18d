/** Tells how a run goes: one line that is rewritten at a terminal, otherwise one line a scenario. */
import type { Exchange } from '../../model/exchange.js';
import type { Tekst, Verdict } from '../../model/finding.js';
import { worst } from '../../model/outcome.js';
import type { Plan } from '../../model/plan.js';
import type { Asked, RunEvent } from '../../model/run-event.js';
import type { Scenario } from '../../model/scenario.js';
import type { Stray } from '../../model/stray.js';
import { asToldInReport, whyUnexpected } from '../../report/fold/unexpected.js';
import { VERDICT_SIGNS } from '../../report/words.js';
import { type Language, say } from '../settings/language.js';
import type { Shell } from '../shell.js';
import { arrivalText } from '../simulate/simulate-refused.js';

export interface ProgressTeller {
  tell(event: RunEvent): void;
}

type Talker = Pick<Shell, 'talk' | 'isInteractive' | 'columns'>;

export function progressTeller(shell: Talker, plan: Plan, language: Language): ProgressTeller {
  const scenarios = new Map(plan.scenarios.map(({ scenario }) => [scenario.id, scenario]));
  let verdicts: Verdict[] = [];
  let came: Exchange | undefined;
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
          if (event.instruction) return line(yourTurn(event.instruction, event.until, event.for, language));
          return live(`  ${event.scenario}  ${say(TEXTS.waiting, language)} ${event.for}`);
        case 'asked':
          return line(question(event, language));
        case 'answered':
          return line(`  → ${event.answer} (${event.by})`);
        case 'exchanged':
          came = event.exchange;
          return;
        case 'unmatched':
          return line(strayLine(event, came, language));
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

/** What somebody has to do now, and until when it is waited for. */
function yourTurn(instruction: Tekst, until: string, service: string, language: Language): string {
  const before = `${say(TEXTS.before, language)} ${until.slice(11, 19)} UTC`;
  return `▶ ${say(TEXTS.turn, language)} ${say(instruction, language)}\n  ${say(TEXTS.waiting, language)} ${service}, ${before}`;
}

/** What somebody has to look at, and until when the answer is waited for. */
function question({ scenario, step, question, lookAt, until }: Asked, language: Language): string {
  const before = `${say(TEXTS.before, language)} ${until.slice(11, 19)} UTC`;
  return `▶ ${scenario}/${step}: ${say(question, language)} (${before})\n  ${say(lookAt, language)}`;
}

/** Something that nobody waits for: what came, where, and what it is nearest to. */
function strayLine(stray: Stray & { readonly exchange: string }, came: Exchange | undefined, language: Language): string {
  const what = came?.id === stray.exchange ? ` ${arrivalText(came)}` : '';
  return `? ${say(TEXTS.stray, language)} (${stray.exchange})${what}: ${say(whyUnexpected(asToldInReport(stray)), language)}`;
}

const TEXTS = {
  turn: { nl: 'Uw beurt:', en: 'Your turn:' },
  before: { nl: 'tot', en: 'until' },
  stray: { nl: 'Bericht waarop niemand wacht', en: 'Message that nobody waits for' },
  waiting: { nl: 'wacht op', en: 'waits for' },
  cancelled: { nl: 'Afgebroken; het rapport gaat over wat er gedaan is.', en: 'Cut off; the report covers what was done.' },
} as const satisfies Record<string, Tekst>;
