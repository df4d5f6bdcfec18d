/**
 * The command line itself: turns the table of commands into help, checks, and one call.
 */
import { Command, CommanderError, Option } from 'commander';
import { HarnessError } from '../model/harness-error.js';
import type { CommandEntry } from './command.js';
import { COMMAND_GROUPS, COMMANDS } from './command-table.js';
import { EXIT, type ExitCode, exitCodeOfError } from './exit-code.js';
import { flagsOf, type OptionEntry } from './option-table.js';
import { packageFacts } from './package-root.js';
import { type Language, languageOf, say } from './settings/language.js';
import type { Shell } from './shell.js';
import { errorText } from './tell-error.js';

/**
 * Runs one command line.
 * @param args - without node and the script
 * @returns the exit code; never throws
 */
export async function main(args: readonly string[], shell: Shell): Promise<ExitCode> {
  const debug = args.includes('--debug');
  const result: { code: ExitCode } = { code: EXIT.ok };
  try {
    const program = buildProgram(shell, languageOf(args, shell.env), (code) => {
      result.code = code;
    });
    if (args.length === 0) program.help();
    const words = args.filter((each) => each !== '--debug');
    await program.parseAsync(isGroupAlone(words) ? [...words.slice(0, 1), '--help'] : words, { from: 'user' });
    return result.code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    const told = error instanceof CommanderError ? usageError(error) : error;
    shell.talk(`${errorText(told, debug, languageOf(args, shell.env))}\n`);
    return told instanceof HarnessError ? exitCodeOfError(told.code) : EXIT.ours;
  }
}

/** The name of a group alone asks what is in it. */
function isGroupAlone([first = '', ...rest]: readonly string[]): boolean {
  const isLanguage =
    rest.length === 0 || (rest.length === 2 && rest[0] === '--lang') || (rest.length === 1 && /^--lang=/.test(rest[0] ?? ''));
  return Object.hasOwn(COMMAND_GROUPS, first) && isLanguage;
}

function buildProgram(shell: Shell, language: Language, finish: (code: ExitCode) => void): Command {
  const program = new Command('ketentest');
  const facts = packageFacts();
  program
    .description(say(PURPOSE, language))
    .version(facts.version, '-V, --version', say(TEXTS.version, language))
    .helpOption('-h, --help', say(TEXTS.help, language))
    .option('--debug', say(TEXTS.debug, language))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => shell.out(text.trimEnd()), writeErr: () => undefined, outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => (language === 'nl' ? (DUTCH_TITLES[title] ?? title) : title) })
    .addHelpText('after', `\n${say(TEXTS.more, language)}`);
  for (const entry of COMMANDS) addCommand(program, entry, shell, language, finish);
  return program;
}

function addCommand(
  program: Command,
  entry: CommandEntry,
  shell: Shell,
  language: Language,
  finish: (code: ExitCode) => void,
): void {
  const [first = '', second] = entry.name.split(' ');
  const parent = second === undefined ? program : groupCalled(program, first, language);
  const command = parent.command(`${second ?? first} ${entry.operands}`.trim(), { hidden: entry.isHidden === true });
  command
    .description(say(entry.text, language))
    .helpOption('-h, --help', say(TEXTS.help, language))
    .copyInheritedSettings(program);
  for (const each of entry.options) command.addOption(optionOf(each, language));
  command.action(async () => {
    const action = await entry.load();
    const operands = command.processedArgs.flat().filter((each): each is string => typeof each === 'string');
    finish(await action({ shell, operands, options: command.opts() }));
  });
}

/** Commands of two words stand together under the first. */
function groupCalled(program: Command, name: string, language: Language): Command {
  const known = program.commands.find((each) => each.name() === name);
  if (known) return known;
  const group = program.command(name).copyInheritedSettings(program).helpCommand(false);
  const text = COMMAND_GROUPS[name];
  if (text) group.description(say(text, language));
  return group.helpOption('-h, --help', say(TEXTS.help, language));
}

function optionOf(entry: OptionEntry, language: Language): Option {
  const option = new Option(flagsOf(entry), say(entry.text, language));
  if (entry.many === undefined) return option;
  return option.argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
}

/** Commander's own sentence, with its suggestion, as an error of ours. */
function usageError(error: CommanderError): HarnessError {
  const [what = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const hint = suggestion?.replace(/^\((.*)\)$/, '$1');
  return new HarnessError(
    'USAGE',
    { nl: inDutch(what), en: what },
    { hint: hint === undefined ? TEXTS.seeHelp : { nl: inDutch(hint), en: hint } },
  );
}

/** Commander speaks English only; a sentence that is not in the list stays as it is. */
function inDutch(sentence: string): string {
  return DUTCH_SENTENCES.reduce((told, [english, dutch]) => told.replace(english, dutch), sentence);
}

const DUTCH_SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.*)'$/, "onbekende optie '$1'"],
  [/^unknown command '(.*)'$/, "onbekende opdracht '$1'"],
  [/^missing required argument '(.*)'$/, "verplicht argument '$1' ontbreekt"],
  [/^option '(.*)' argument missing$/, "bij optie '$1' ontbreekt een waarde"],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)(.*)\.$/,
    "te veel argumenten voor '$1': verwacht $2, gekregen $3$4.",
  ],
  [/^too many arguments\. Expected (\d+) arguments? but got (\d+)(.*)\.$/, 'te veel argumenten: verwacht $1, gekregen $2$3.'],
  [/^Did you mean one of (.*)\?$/, 'Bedoelt u een van $1?'],
  [/^Did you mean (.*)\?$/, 'Bedoelt u $1?'],
];

const PURPOSE = {
  nl: 'Test of software zich houdt aan de standaarden waarmee gemeentelijke systemen met elkaar praten.',
  en: 'Tests whether software keeps to the standards by which municipal systems talk.',
};

const TEXTS = {
  version: { nl: 'toon de versie', en: 'show the version' },
  help: { nl: 'toon deze hulp', en: 'show this help' },
  debug: { nl: 'toon bij een fout waar die ontstond', en: 'show where an error arose' },
  seeHelp: { nl: 'Zie "ketentest --help".', en: 'See "ketentest --help".' },
  more: {
    nl: 'Begin met "ketentest init". Codes: 0 foutloos, 1 fouten van het product, 2 gebruik of instellingen, 3 niet vastgesteld.',
    en: 'Begin with "ketentest init". Exit codes: 0 no faults, 1 faults of the product, 2 usage or settings, 3 not established.',
  },
} as const;

const DUTCH_TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Arguments:': 'Argumenten:',
};
