/** Whole processes: how long they take by the clock, and how much memory at most. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The executable that was compiled together with this. */
export const executable = fileURLToPath(new URL('../src/cli/bin.js', import.meta.url));

export interface Ran {
  readonly millis: number;
  readonly status: number | null;
  /** At most, in MB; undefined where the system does not tell. */
  readonly peakMb?: number;
}

/** Runs a program and forgets what it says. */
export function ran(command: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.once('error', reject);
    child.once('close', (status) => resolve({ millis: performance.now() - start, status }));
  });
}

/** The same for our own executable, which is asked how much memory it took. */
export function ranOurs(args: readonly string[]): Promise<Ran> {
  return ranMeasured(executable, args);
}

/** A script that is asked how much memory it took. */
export function ranMeasured(script: string, args: readonly string[]): Promise<Ran> {
  const start = performance.now();
  const probe = new URL('./peak-memory.js', import.meta.url).href;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', probe, script, ...args], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let peakMb: number | undefined;
    child.on('message', (told) => {
      peakMb = Number(told);
    });
    child.once('error', reject);
    child.once('close', (status) =>
      resolve({ millis: performance.now() - start, status, ...(peakMb !== undefined && { peakMb }) }),
    );
  });
}

export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}
