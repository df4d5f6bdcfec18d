/**
 * The world as a command sees it: arguments, environment, terminal, clock. Everything a command reads or says goes
 * through here, so that no other room needs `process`.
 */
import type { Clock } from '../model/clock.js';
import { EXIT } from './exit-code.js';

export interface Shell {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True when talk goes to a person's terminal, where a line may be rewritten. */
  readonly isInteractive: boolean;
  /** True when results go to a terminal that may be coloured. */
  readonly hasColour: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
  readonly clock: Clock;
  /** Results: standard output. */
  out(text: string): void;
  /** Talk: standard error. */
  talk(text: string): void;
  /** True when a person sits there to answer. */
  readonly canAsk: boolean;
  /** Everything on standard input. */
  readInput(): Promise<Uint8Array>;
  /** A line from the person at the terminal; undefined at the end of input, or when the signal aborts. */
  ask(question: string, signal?: AbortSignal): Promise<string | undefined>;
  /** Aborts when the person or the system wants us to stop. */
  readonly stop: AbortSignal;
}

/** The shell of this process. */
export function processShell(): Shell {
  let stop: AbortSignal | undefined;
  if (!areHeeded) heedReaders();
  areHeeded = true;
  return {
    cwd: process.cwd(),
    env: process.env,
    isInteractive: process.stderr.isTTY === true && process.env.CI === undefined,
    hasColour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    columns: process.stderr.columns || 100,
    clock: systemClock,
    out: (text) => void process.stdout.write(`${text}\n`),
    talk: (text) => void process.stderr.write(text),
    canAsk: process.stdin.isTTY === true,
    readInput,
    ask: askOnTerminal,
    // Only a command that asks for it takes ^C out of the system's hands.
    get stop() {
      stop ??= stopOnSignals();
      return stop;
    },
  };
}

let areHeeded = false;

/** Whoever reads may stop reading, as `head` does: the work goes on, and its exit code stays true. */
function heedReaders(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exit(EXIT.ours);
  });
  process.stderr.on('error', () => undefined);
}

/** The first signal asks to stop in order; a second one ends the process as usual. */
function stopOnSignals(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  process.once('SIGTERM', () => controller.abort());
  return controller.signal;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (millis, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, millis);
      signal?.addEventListener('abort', done);
    }),
};

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function askOnTerminal(question: string, signal?: AbortSignal): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises');
  if (signal?.aborted) return undefined;
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const close = () => reader.close();
  const closed = new Promise<undefined>((resolve) => reader.once('close', () => resolve(undefined)));
  signal?.addEventListener('abort', close, { once: true });
  // While somebody types, the terminal hands us ^C as a key.
  reader.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const answer = await Promise.race([reader.question(question), closed]);
  signal?.removeEventListener('abort', close);
  reader.close();
  return answer;
}
