/** `ketentest plan`: what would be sent and awaited, in order, and where every variable comes from. Sends nothing. */
import type { Plan } from '../../model/plan.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { readSettings } from '../settings/settings.js';
import { openSuite, splitOperand } from '../suite-loading.js';
import { awaitedText, listeningAddress } from './awaited-text.js';
import { planText } from './plan-text.js';

export async function planCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const settings = await readSettings(shell, options);
  const { suite, only } = splitOperand(operands[0] ?? '');
  const { planSuite } = await import('../../suite/plan.js');
  const loaded = await openSuite(suite);
  const plan = planSuite(loaded, {
    only: [...settings.only, ...only],
    without: settings.without,
    set: settings.set,
  });
  if (options.json) {
    shell.out(JSON.stringify(planJson(plan, listeningAddress(settings, plan.suite.id, settings.language)), undefined, 2));
    return EXIT.ok;
  }
  const awaited = awaitedText(plan, loaded.standard, settings);
  shell.out([planText(plan, settings.language), awaited].filter((part) => part !== undefined).join('\n\n'));
  return EXIT.ok;
}

/** The plan as data: steps in order, and the map of variables. */
function planJson(plan: Plan, address: string): unknown {
  const waits = plan.suite.scenarios.some(({ steps }) => steps.some(({ receive }) => receive));
  return {
    suite: plan.suite.id,
    testset: plan.suite.testset,
    omvang: plan.omvang,
    ...(waits && { adres: address }),
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
        ...(step.receive && { instructie: step.receive.instruction }),
        ...(step.confirm && { vraag: step.confirm.question, kijkNaar: step.confirm.lookAt }),
      })),
    })),
    constanten: plan.constants,
    overschrijvingen: plan.overrides,
    variabelen: plan.variables,
  };
}
