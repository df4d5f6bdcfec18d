/**
 * The settings of a run: what ketentest.yaml and the command line amount to, with every default filled in.
 */

import { optionEntry, RUN_OPTIONS } from '../option-table.js';
import type { Shell } from '../shell.js';
import type { ActorFacts } from './actor-text.js';
import { type GivenOptions, readConfigFile } from './config-file.js';
import type { Language } from './language.js';
import { type Address, type Given, one } from './option-values.js';
import { asGiven, type References } from './references.js';
import { settingsOf } from './settings-values.js';

export interface Settings {
  readonly suites: readonly string[];
  /** portType → address; `*` for all others. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** In a chain: actor → the address of a real system, or `real` for one that speaks by itself. */
  readonly actors: Readonly<Record<string, string>>;
  /** In a chain: what was told of a real system, by actor. */
  readonly actorFacts: Readonly<Record<string, ActorFacts>>;
  readonly product?: string;
  readonly productVersion?: string;
  readonly vendor?: string;
  readonly organisation?: string;
  readonly environment: 'ontwikkel' | 'test' | 'acceptatie';
  readonly set: Readonly<Record<string, string>>;
  readonly acceptDefaults: boolean;
  readonly only: readonly string[];
  readonly without: readonly string[];
  readonly mode: 'voorwaardelijk' | 'onvoorwaardelijk';
  readonly profile: 'strict' | 'praktijk';
  readonly seed?: number;
  /** Milliseconds since 1970. */
  readonly clock?: number;
  readonly timeoutMillis: number;
  readonly pollMillis: number;
  /** Where the messages come in that the product sends by itself. */
  readonly listen: Address;
  /** How long each of them is waited for. */
  readonly waitMillis: number;
  /** Step, scenario, service or `*` → an address, or `exec` and a command, that makes the product send. */
  readonly trigger: Readonly<Record<string, string>>;
  readonly maxBodyBytes: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly basic?: { readonly user: string; readonly password: string };
  readonly proxy?: string;
  readonly ca?: string;
  readonly cert?: string;
  readonly certKey?: string;
  /** Where we listen: our certificate, its key, and whose client certificates we take. */
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly clientCa?: string;
  /** File with answers of persons. */
  readonly answers?: string;
  /** File with faults that are known already. */
  readonly knownDeviations?: string;
  readonly schemas?: string;
  readonly out?: string;
  /** File of the ticket on which it is run. */
  readonly ticket?: string;
  /** File of the key that seals the report, and where its passphrase is. */
  readonly key?: string;
  readonly keyPassphrase?: string;
  readonly format: 'text' | 'json' | 'github';
  readonly language: Language;
  readonly fsync: boolean;
  readonly dryRun: boolean;
  /** What of this opens doors and was given by reference, as it was given. */
  readonly references: References;
}

/** Values as commander hands them over: by camelCase name. */
export type ParsedOptions = Readonly<Record<string, unknown>>;

/**
 * Merges ketentest.yaml with the command line, which wins; of options that hold names, the command line wins by name.
 * @param kept - of a run that goes on: what was given by reference then
 * @throws {HarnessError} `CONFIG_INVALID` or `USAGE`, naming the place and what was expected
 */
export async function readSettings(shell: Shell, parsed: ParsedOptions, kept: References = {}): Promise<Settings> {
  const fromLine = givenOnLine(parsed);
  const config = fromLine.get('config');
  const { given } = await readConfigFile(shell.cwd, config && one(config));
  return settingsOf(merge(asGiven(kept), merge(given, fromLine)), shell);
}

/**
 * The settings of a file that says more than settings.
 * @param beside - names in it that somebody else reads
 * @param defaults - of what neither the file nor the command line tells
 * @throws {HarnessError} `CONFIG_INVALID` or `USAGE`, naming the place and what was expected
 */
export async function readSettingsBeside(
  shell: Shell,
  parsed: ParsedOptions,
  beside: readonly string[],
  defaults: ParsedOptions,
): Promise<Settings> {
  const fromLine = givenOnLine(parsed);
  const config = fromLine.get('config');
  const { given } = await readConfigFile(shell.cwd, config && one(config), beside);
  return settingsOf(merge(givenOnLine(defaults), merge(given, fromLine)), shell);
}

/** A run, and its name when a settings file holds several that are made together. */
export interface NamedRun {
  readonly name?: string;
  readonly settings: Settings;
}

/**
 * Like {@link readSettings}, for each of the runs that ketentest.yaml holds. What is its own wins over what the file says
 * of all, and the command line wins over both.
 */
export async function readRuns(shell: Shell, parsed: ParsedOptions): Promise<readonly NamedRun[]> {
  const fromLine = givenOnLine(parsed);
  const config = fromLine.get('config');
  const { given, runs } = await readConfigFile(shell.cwd, config && one(config));
  const of = (own: GivenOptions) => settingsOf(merge(merge(given, own), fromLine), shell);
  if (runs.size === 0) return [{ settings: of(new Map()) }];
  return [...runs].map(([name, own]) => ({ name, settings: of(own) }));
}

/** The settings of the command line alone, for a command that takes no file. */
export function settingsOnLine(shell: Shell, parsed: ParsedOptions): Settings {
  return settingsOf(givenOnLine(parsed), shell);
}

/** What was given on the command line, as texts. */
export function givenOnLine(parsed: ParsedOptions): GivenOptions {
  const given = RUN_OPTIONS.flatMap(({ name }) => {
    const value = parsed[camelCase(name)];
    if (value === undefined) return [];
    const texts = Array.isArray(value) ? value.map(String) : [String(value)];
    return [[name, { name, texts }] as const];
  });
  return new Map<string, Given>(given);
}

function merge(file: GivenOptions, line: GivenOptions): GivenOptions {
  const merged = new Map(file);
  for (const [name, given] of line) {
    const below = optionEntry(name)?.many === 'map' ? (file.get(name)?.texts ?? []) : [];
    merged.set(name, { ...given, texts: [...below, ...given.texts] });
  }
  return merged;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
