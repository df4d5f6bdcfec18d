/** Starts a counterpart of ours as a separate process, for the demonstrations. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { HarnessError } from '../model/harness-error.js';
import type { Shell } from './shell.js';

/** A counterpart of ours in a process of its own. */
export interface OwnProcess {
  readonly url: Promise<string>;
  stop(): Promise<void>;
}

/** @param words - the command and its operands; it listens on any free port of this machine */
export function startOwn(...words: readonly string[]): OwnProcess {
  const bin = fileURLToPath(new URL('./bin.js', import.meta.url));
  const child = spawn(process.execPath, [bin, ...words, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    url: addressOf(child),
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

/**
 * Runs a command of ours in a process of its own, whose words nobody reads; ^C at the terminal is not for it.
 * @returns its exit code
 */
export function runOwn({ cwd, env }: Pick<Shell, 'cwd' | 'env'>, ...words: readonly string[]): Promise<number> {
  const bin = fileURLToPath(new URL('./bin.js', import.meta.url));
  const child = spawn(process.execPath, [bin, ...words], { cwd, env: { ...env }, stdio: 'ignore', detached: true });
  return new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve(code ?? 2)));
}

/** The address that a counterpart tells on its first line; what it complains of when there is none. */
async function addressOf(child: ChildProcess): Promise<string> {
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  const line = await new Promise<string | undefined>((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('close', () => resolve(undefined));
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });
  if (line !== undefined) return (JSON.parse(line) as { readonly listening: string }).listening;
  throw new HarnessError('INTERNAL', `our own reference did not start: ${complaints.join('').trim()}`);
}
