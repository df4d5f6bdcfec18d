/** What a command is: a line of help, its options, and a function that is loaded when it is called. */
import type { Tekst } from '../model/finding.js';
import type { ExitCode } from './exit-code.js';
import type { OptionEntry } from './option-table.js';
import type { ParsedOptions } from './settings/settings.js';
import type { Shell } from './shell.js';

export interface Call {
  readonly shell: Shell;
  /** Operands in order; those of a variadic one are in a list of their own. */
  readonly operands: readonly string[];
  readonly options: ParsedOptions;
}

export type CommandAction = (call: Call) => Promise<ExitCode>;

export interface CommandEntry {
  /** Words on the command line, e.g. `standards add`. */
  readonly name: string;
  /** Operands as commander writes them: `<suite>`, `[suite...]`. */
  readonly operands: string;
  readonly text: Tekst;
  readonly options: readonly OptionEntry[];
  /** True for a command that help does not list. */
  readonly isHidden?: boolean;
  /** Loads the code, so that `--help` loads none of it. */
  load(): Promise<CommandAction>;
}
