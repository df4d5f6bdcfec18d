/**
 * Makes the product send without hands: for each step that waits for it, a request to a hook or a command that the
 * settings declare. A command is started as it stands, without a shell.
 */
import { spawn } from 'node:child_process';
import { promptOverHttp } from '../actor/http-prompt.js';
import type { Asked } from '../run-listening.js';
import type { Settings } from './settings/settings.js';
import type { Shell } from './shell.js';

export type Prompt = (asked: Asked) => Promise<string | undefined>;

/** @param address - where we listen; undefined when nothing is declared */
export function promptOf(shell: Shell, { trigger }: Pick<Settings, 'trigger'>, address: string): Prompt | undefined {
  if (Object.keys(trigger).length === 0) return undefined;
  return async (asked) => {
    const declared = triggerFor(trigger, asked);
    const told = { ...asked, address };
    if (declared === undefined) return undefined;
    return declared.startsWith('exec ') ? execute(declared.slice(5), told, shell) : promptOverHttp(declared, told, shell.stop);
  };
}

/** The one for the step, else for its scenario, its service, or all. */
export function triggerFor(trigger: Settings['trigger'], { scenario, step, service }: Asked): string | undefined {
  return [`${scenario}/${step}`, scenario, service, '*'].map((name) => trigger[name]).find((each) => each !== undefined);
}

/** Starts a command, with what is asked in its environment and as JSON on its standard input. */
function execute(
  line: string,
  asked: Asked & { readonly address: string },
  { cwd, env, stop }: Shell,
): Promise<string | undefined> {
  const [command = '', ...args] = line.trim().split(/\s+/);
  const asks = {
    KETENTEST_ADDRESS: asked.address,
    KETENTEST_SCENARIO: asked.scenario,
    KETENTEST_STEP: String(asked.step),
    KETENTEST_SERVICE: asked.service,
  };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...env, ...asks }, stdio: ['pipe', 'ignore', 'inherit'], signal: stop });
    child.once('error', (error) => resolve(`${command}: ${error.message}`));
    child.once('close', (code) => resolve(code === 0 ? undefined : `${command}: exit code ${code ?? '–'}`));
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify(asked));
  });
}
