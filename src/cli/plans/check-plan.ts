/** `ketentest chain check <plan>`: refuses what a run would refuse, and else tells who confirmed what. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readYaml } from '../../suite/yaml-reader.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { openOwnFile } from '../own-suite.js';
import { settingsOnLine } from '../settings/settings.js';

/** @throws {HarnessError} `PLAN_UNCONFIRMED` with everything that is still to do, `SUITE_INVALID` with file:line:column */
export async function checkPlan({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, { lang: options.lang });
  const file = operands[1] ?? '';
  const path = resolve(shell.cwd, file);
  const { suite } = await openOwnFile(path, file);
  const { value } = await readYaml(await readFile(path, 'utf8'), file, 'plan');
  const assumed = Object.entries(value.aannamen).map(([name, { zegt, door }]) => `  ${name}: ${zegt} (${door})`);
  const blocks = suite.scenarios.map(({ id, title }) => `  ${id}: ${title}`);
  const steps = suite.scenarios.reduce((sum, scenario) => sum + scenario.steps.length, 0);
  const told = {
    nl: [
      `${assumed.length} aannamen bevestigd:`,
      `${blocks.length} bouwstenen, ${steps} berichten:`,
      `Klaar: ketentest run ${file}`,
    ],
    en: [
      `${assumed.length} assumptions confirmed:`,
      `${blocks.length} building blocks, ${steps} messages:`,
      `Ready: ketentest run ${file}`,
    ],
  }[language];
  shell.out([told[0], ...assumed, told[1], ...blocks, told[2]].join('\n'));
  return EXIT.ok;
}
