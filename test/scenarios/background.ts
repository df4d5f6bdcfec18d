/** What runs beside a scenario: our own reference, servers with one answer, and an address where nothing listens. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { executable } from '../package-root.js';

export interface Background {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts our own reference in a process of its own. */
export async function startReference(suite: string, env: Readonly<Record<string, string>>): Promise<Background> {
  const child = spawn(process.execPath, [executable, 'simulate', suite, '--listen', '127.0.0.1:0'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => told.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const line = await Promise.race([firstLine(child), ended.then(() => undefined)]);
  if (line === undefined) throw new Error(`the reference did not start: ${told.join('')}`);
  const { listening } = JSON.parse(line) as { listening: string };
  return {
    url: listening,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve);
  });
}

/** A server that sends these bytes to whoever sends it something, and closes. */
export async function startAnswering(answer: string): Promise<Background> {
  const bytes = answer.replace(/\r?\n/g, '\r\n');
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(bytes));
  });
  return { url: await listening(server), stop: () => closed(server) };
}

/** An address on which nothing listens any more. */
export async function refusedAddress(): Promise<string> {
  const server = createServer();
  const url = await listening(server);
  await closed(server);
  return url;
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
