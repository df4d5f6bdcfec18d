/** `ketentest simulate`: a counterpart that stays up until it is stopped; its address is the first line it prints. */
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSimulator } from '../actor/simulator.js';
import { HarnessError } from '../model/harness-error.js';
import type { Registry, RegistryStore, Reply } from '../standard/family.js';
import { familyOf } from '../standard/index.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { address, choice, type Given, one } from './option-values.js';
import { packageFacts } from './package-root.js';
import { openSchemaBases, unique } from './schema-bases.js';
import type { Shell } from './shell.js';
import { descriptionOf } from './simulate-description.js';
import { openStandard, splitOperand } from './suite-loading.js';

export async function simulateCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const option = <T>(name: string, read: (of: Given) => T): T | undefined =>
    options[name] === undefined ? undefined : read({ name, texts: [String(options[name])] });
  const listen = option('listen', address) ?? { host: '127.0.0.1', port: 0 };
  const log = option('log', (of) => choice(of, ['text', 'json'] as const));
  const state = option('state', (of) => resolve(shell.cwd, one(of)));

  const { standard } = await openStandard(splitOperand(operands[0] ?? '').suite);
  const registry = familyOf(standard.family).registry(standard);
  const store = state === undefined ? registry.createStore() : restored(registry, state);
  if (state !== undefined) await saveState(state, store);
  const schemas = options.schemas === undefined ? undefined : String(options.schemas);
  await using bases = await openSchemaBases(shell, schemas, standard);
  await using simulator = await startSimulator({
    ...listen,
    standard,
    registry,
    store,
    version: packageFacts().version,
    clock: shell.clock,
    description: await descriptionOf(shell, schemas, standard),
    spoolFolder: join(tmpdir(), `ketentest-${unique()}`),
    validate: (bytes) => bases.all[0]?.validateBytes(bytes) ?? NO_SCHEMA,
    answered: async (summary, status) => {
      if (log !== undefined) shell.talk(logLine(log, summary, status, shell.clock.now()));
      if (state !== undefined) await saveState(state, store);
    },
    failed: (error) => shell.talk(`${error instanceof Error ? error.message : String(error)}\n`),
  });
  bases.all[0]?.makeReady();
  shell.out(JSON.stringify({ listening: simulator.url }));
  await stopped(shell);
  return EXIT.ok;
}

const NO_SCHEMA = { decided: false, reason: 'no-schema', detail: 'there is no schema' } as const;

function logLine(form: 'text' | 'json', summary: Reply['summary'], status: number, now: number): string {
  const at = new Date(now).toISOString();
  if (form === 'json') return `${JSON.stringify({ at, status, ...summary })}\n`;
  return `${at}  ${summary.request} → ${summary.reply}${summary.fault ? ` ${summary.fault}` : ''}  HTTP ${status}\n`;
}

function restored(registry: Registry, file: string): RegistryStore {
  if (!existsSync(file)) return registry.createStore();
  try {
    return registry.createStore(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new HarnessError('CONFIG_INVALID', `--state: ${file} holds no saved state`, {
      cause,
      place: { file },
      hint: 'Name another file, or remove this one.',
    });
  }
}

/**
 * Whole or not at all: a state that was half written would be lost.
 * @throws {HarnessError} `OUTPUT_FAILED`
 */
async function saveState(file: string, store: RegistryStore): Promise<void> {
  const fresh = `${file}.${unique()}`;
  try {
    await writeFile(fresh, JSON.stringify(store.toJSON()));
    await rename(fresh, file);
  } catch (cause) {
    throw new HarnessError(
      'OUTPUT_FAILED',
      `--state: cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
        place: { file },
        hint: 'Name a file in a folder that is there and can be written.',
      },
    );
  }
}

function stopped({ stop }: Shell): Promise<void> {
  return new Promise((done) => {
    if (stop.aborted) return done();
    stop.addEventListener('abort', () => done(), { once: true });
  });
}
