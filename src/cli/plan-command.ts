/** `ketentest plan`: what would be sent and awaited, in order, and where every variable comes from. Sends nothing. */
import type { Plan } from '../model/plan.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { planText } from './plan-text.js';
import { readSettings } from './settings.js';
import { openSuite, splitOperand } from './suite-loading.js';

export async function planCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const settings = await readSettings(shell, options);
  const { suite, only } = splitOperand(operands[0] ?? '');
  const { planSuite } = await import('../suite/plan.js');
  const plan = planSuite(await openSuite(suite), {
    only: [...settings.only, ...only],
    without: settings.without,
    set: settings.set,
  });
  shell.out(options.json ? JSON.stringify(planJson(plan), undefined, 2) : planText(plan, settings.language));
  return EXIT.ok;
}

/** The plan as data: steps in order, and the map of variables. */
function planJson(plan: Plan): unknown {
  return {
    suite: plan.suite.id,
    testset: plan.suite.testset,
    omvang: plan.omvang,
    scenarios: plan.scenarios.map(({ scenario, skipped }) => ({
      id: scenario.id,
      titel: scenario.title,
      verplicht: scenario.verplicht,
      ...(skipped && { overgeslagen: skipped }),
      stappen: scenario.steps.map((step) => ({
        nr: step.nr,
        richting: step.from === 'STP' ? 'naar_product' : 'van_product',
        berichttype: step.message,
        dienst: step.service,
        ...(step.variant !== undefined && { variant: step.variant }),
        ...(step.requires.length > 0 && { vereist: step.requires }),
        ...(step.readBack && { teruglezen: step.readBack.service }),
      })),
    })),
    constanten: plan.constants,
    overschrijvingen: plan.overrides,
    variabelen: plan.variables,
  };
}
