/** `ketentest init`: writes a commented ketentest.yaml, asking a person what it must and nobody else anything. */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HarnessError } from '../model/harness-error.js';
import type { Suite } from '../model/scenario.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { isOwnFile } from './own-suite.js';
import { packageFacts } from './package-root.js';
import { CONFIG_NAME } from './settings/config-file.js';
import { configText, type InitAnswers } from './settings/config-text.js';
import { type Language, say } from './settings/language.js';
import { settingsOnLine } from './settings/settings.js';
import type { Shell } from './shell.js';
import { openSuite } from './suite-loading.js';

export async function initCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const path = resolve(shell.cwd, CONFIG_NAME);
  if (existsSync(path) && options.force !== true) {
    throw new HarnessError(
      'USAGE',
      { nl: `${CONFIG_NAME} is er al`, en: `${CONFIG_NAME} exists already` },
      {
        place: { file: CONFIG_NAME },
        hint: { nl: 'Met --force wordt het overschreven.', en: 'Use --force to overwrite it.' },
      },
    );
  }
  const given = settingsOnLine(shell, options);
  const language = given.language;
  const isAsking = shell.canAsk;
  const operand = operands[0] ?? packageFacts().demo;
  const opened = (await openSuite(operand)).suite;
  // A plan of the user's own is found by its file.
  const suite = isOwnFile(operand) ? { ...opened, id: operand } : opened;
  const ask = (question: string, known: string | undefined) =>
    known === undefined && isAsking ? answer(shell, question) : known;
  const answers: InitAnswers = {
    // In a chain each actor has an address of its own.
    endpoint: suite.chain
      ? undefined
      : await ask(say(TEXTS.endpoint, language), given.references.endpoint?.[0] ?? given.endpoints['*']),
    product: await ask(say(TEXTS.product, language), given.product),
    productVersion: await ask(say(TEXTS.productVersion, language), given.productVersion),
    vendor: await ask(say(TEXTS.vendor, language), given.vendor),
    acceptDefaults: given.acceptDefaults,
    set: isAsking && !given.acceptDefaults ? await askConstants(shell, suite, given.set, language) : given.set,
  };
  writeFileSync(path, configText(suite, answers, language), { flag: options.force === true ? 'w' : 'wx' });
  shell.out(say(TEXTS.written, language).replaceAll('{suite}', suite.id));
  return EXIT.ok;
}

async function askConstants(
  shell: Shell,
  suite: Suite,
  set: Readonly<Record<string, string>>,
  language: Language,
): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = { ...set };
  shell.talk(`${say(TEXTS.constants, language)}\n`);
  for (const { name, value, description, moetBestaan } of suite.variables) {
    if (!moetBestaan || answers[name] !== undefined) continue;
    answers[name] = (await answer(shell, `  ${description ?? name} [${value ?? ''}]: `)) ?? value ?? '';
  }
  return answers;
}

async function answer(shell: Shell, question: string): Promise<string | undefined> {
  return (await shell.ask(question))?.trim() || undefined;
}

const TEXTS = {
  endpoint: { nl: 'Adres van het product (http://…): ', en: 'Address of the product (http://…): ' },
  product: { nl: 'Naam van het pakket: ', en: 'Name of the product: ' },
  productVersion: { nl: 'Versie: ', en: 'Version: ' },
  vendor: { nl: 'Leverancier: ', en: 'Vendor: ' },
  constants: {
    nl: 'Wat het product vooraf moet kennen (Enter neemt wat tussen haken staat):',
    en: 'What the product must hold beforehand (Enter takes what stands in brackets):',
  },
  written: {
    nl: `${CONFIG_NAME} geschreven. Verder: "ketentest preflight {suite}", dan "ketentest run {suite}".`,
    en: `${CONFIG_NAME} written. Next: "ketentest preflight {suite}", then "ketentest run {suite}".`,
  },
} as const;
