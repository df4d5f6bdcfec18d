/** `ketentest simulate`: a counterpart that stays up until it is stopped; its address is the first line it prints. */
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createFaulter } from '../actor/faulter.js';
import { startSimulator } from '../actor/simulator.js';
import { HarnessError } from '../model/harness-error.js';
import type { Registry, RegistryStore } from '../standard/family.js';
import { familyOf } from '../standard/index.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { oneAtATime } from './one-at-a-time.js';
import { address, choice, type Given, one } from './option-values.js';
import { packageFacts } from './package-root.js';
import { listeningTls } from './probe-options.js';
import { openSchemaBases, unique } from './schema-bases.js';
import { settingsOnLine } from './settings.js';
import type { Shell } from './shell.js';
import { openCourier, reactingWhen } from './simulate-courier.js';
import { openDeliveryLog } from './simulate-delivery-log.js';
import { descriptionOf } from './simulate-description.js';
import { plannedFaults } from './simulate-faults.js';
import { openLog } from './simulate-log.js';
import { sow } from './simulate-seed.js';
import { sendOnRequest } from './simulate-send.js';
import { withValues } from './simulate-values.js';
import { openStandard, splitOperand } from './suite-loading.js';

export async function simulateCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const option = <T>(name: string, read: (of: Given) => T): T | undefined =>
    options[name] === undefined ? undefined : read({ name, texts: [String(options[name])] });
  const listen = option('listen', address) ?? { host: '127.0.0.1', port: 0 };
  const form = option('log', (of) => choice(of, ['text', 'json'] as const));
  const profile = option('profile', (of) => choice(of, ['strict', 'praktijk'] as const)) ?? 'strict';
  const state = option('state', (of) => resolve(shell.cwd, one(of)));

  const { lang, tlsCert, tlsKey, clientCa, ca, cert, certKey, timeout, set } = options;
  const settings = settingsOnLine(shell, { lang, tlsCert, tlsKey, clientCa, ca, cert, certKey, timeout, set });
  const { language } = settings;
  const { standard: declared } = await openStandard(splitOperand(operands[0] ?? '').suite);
  const standard = withValues(declared, settings.set);
  const spoolFolder = join(tmpdir(), `ketentest-${unique()}`);
  const family = familyOf(standard.family);
  const faults = option('fault', (of) => plannedFaults(one(of), standard, family));
  const registry = family.registry(reactingWhen(standard, options));
  const isFresh = state === undefined || !existsSync(state);
  const store = state === undefined ? registry.createStore() : restored(registry, state);
  if (options.seedData === true && isFresh) sow(packageFacts().suites, standard, registry, store, shell.clock.now());
  const save = oneAtATime(async () => (state === undefined ? undefined : saveState(state, store)));
  await save();
  const schemas = options.schemas === undefined ? undefined : String(options.schemas);
  await using bases = await openSchemaBases(shell, schemas, standard);
  await using log =
    form && (await openLog(shell, { form, profile, standard, ...(schemas !== undefined && { schemas }), language }));
  using deliveries = openDeliveryLog(shell, { form, profile, standard, language }, bases.all);
  await using courier = openCourier({ shell, options, settings, log: deliveries, spoolFolder: `${spoolFolder}-out` });
  await using simulator = await startSimulator({
    ...listen,
    standard,
    registry,
    store,
    version: packageFacts().version,
    clock: shell.clock,
    ...listeningTls(shell, settings),
    description: await descriptionOf(shell, schemas, standard),
    spoolFolder,
    validate: (bytes) => bases.all[0]?.validateBytes(bytes) ?? NO_SCHEMA,
    profile,
    ...(courier && { courier }),
    commands: sendOnRequest({ standard, family, registry, store, courier, now: () => shell.clock.now(), save }),
    ...(faults && { faulter: createFaulter(faults, standard) }),
    answered: async (summary, status, heard) => {
      await log?.tell(summary, status, heard);
      await save();
    },
    failed: (error) => shell.talk(`${error instanceof Error ? error.message : String(error)}\n`),
  });
  bases.all[0]?.makeReady();
  shell.out(JSON.stringify({ listening: simulator.url }));
  await stopped(shell);
  await simulator.finish();
  await courier?.finish();
  await save();
  return EXIT.ok;
}

const NO_SCHEMA = { decided: false, reason: 'no-schema', detail: 'there is no schema' } as const;

function restored(registry: Registry, file: string): RegistryStore {
  if (!existsSync(file)) return registry.createStore();
  try {
    return registry.createStore(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `--state: ${file} bevat geen bewaarde toestand`, en: `--state: ${file} holds no saved state` },
      {
        cause,
        place: { file },
        hint: { nl: 'Noem een ander bestand, of verwijder dit.', en: 'Name another file, or remove this one.' },
      },
    );
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
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `--state: ${file} is niet te schrijven: ${reason}`, en: `--state: cannot write ${file}: ${reason}` },
      {
        cause,
        place: { file },
        hint: {
          nl: 'Noem een bestand in een bestaande map waarin u mag schrijven.',
          en: 'Name a file in a folder that is there and can be written.',
        },
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
