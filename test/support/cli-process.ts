/** Calls of the compiled command line as real processes, with nothing of this machine's settings. */
import { type ChildProcess, spawn } from 'node:child_process';
import { executable } from '../package-root.js';

export interface CliEnd {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<CliEnd>;
}

/** @param folder - where it runs; its home too */
export function startCli(folder: string, ...words: readonly string[]): CliProcess {
  const env = {
    PATH: process.env.PATH ?? '',
    SystemRoot: process.env.SystemRoot ?? '',
    HOME: folder,
    USERPROFILE: folder,
    LANG: 'en',
    NO_COLOR: '1',
  };
  const child = spawn(process.execPath, [executable, ...words], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  }
  const ended = new Promise<CliEnd>((resolve) => {
    child.once('close', (status, signal) => resolve({ status, signal, ...said }));
  });
  return { child, ended };
}

export function callCli(folder: string, ...words: readonly string[]): Promise<CliEnd> {
  return startCli(folder, ...words).ended;
}
