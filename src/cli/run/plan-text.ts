/** A plan for people: every step in order, and the map of variables. */
import type { Plan, PlannedScenario } from '../../model/plan.js';
import { columns } from '../columns.js';
import { type Language, say } from '../settings/language.js';

export function planText(plan: Plan, language: Language): string {
  const { suite } = plan;
  const run = plan.scenarios.filter(({ skipped }) => skipped === undefined);
  const steps = run.reduce((total, { scenario }) => total + scenario.steps.length, 0);
  const head = `${suite.title}\n${suite.id}: ${run.length} ${say(TEXTS.scenarios, language)}, ${steps} ${say(TEXTS.steps, language)}`;
  const map = plan.variables.map(({ name, type, setBy, usedBy, moetBestaan }) => [
    `  ${name}`,
    moetBestaan ? say(TEXTS.mustExist, language) : say(TEXTS[type], language),
    setBy ?? plan.constants[name] ?? '',
    usedBy.length > 3 ? `${usedBy.slice(0, 3).join(' ')} +${usedBy.length - 3}` : usedBy.join(' '),
  ]);
  return [
    head,
    ...plan.scenarios.map((each) => scenarioText(each, language)),
    `${say(TEXTS.variables, language)}\n${columns(map)}`,
  ].join('\n\n');
}

function scenarioText({ scenario, skipped }: PlannedScenario, language: Language): string {
  const notes = [...(scenario.verplicht ? [] : [say(TEXTS.optional, language)]), ...(skipped ? [`--${skipped}`] : [])];
  const head = `${scenario.id}  ${scenario.title}${notes.length > 0 ? `  [${notes.join(', ')}]` : ''}`;
  if (skipped) return head;
  const rows = scenario.steps.map((step) => [
    `  ${String(step.nr).padStart(2)}`,
    step.from === 'STP' ? '→' : '←',
    step.message,
    step.variant ?? '',
    step.readBack ? `${say(TEXTS.readBack, language)} ${step.readBack.service}` : '',
    step.requires.length > 0 ? `${say(TEXTS.after, language)} ${step.requires.join(', ')}` : '',
  ]);
  return `${head}\n${columns(rows)}`;
}

const TEXTS = {
  scenarios: { nl: 'scenario’s', en: 'scenarios' },
  steps: { nl: 'stappen', en: 'steps' },
  optional: { nl: 'optioneel', en: 'optional' },
  readBack: { nl: 'leest terug met', en: 'reads back with' },
  after: { nl: 'na', en: 'after' },
  variables: {
    nl: 'Variabelen: naam, soort, waarde of stap die haar zet, waar gebruikt',
    en: 'Variables: name, kind, value or step that sets it, where used',
  },
  mustExist: { nl: 'moet bestaan', en: 'must exist' },
  constant: { nl: 'constante', en: 'constant' },
  captured: { nl: 'uit antwoord', en: 'from a reply' },
  function: { nl: 'functie', en: 'function' },
} as const;
