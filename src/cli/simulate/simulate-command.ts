/** `ketentest simulate`: a counterpart that stays up until it is stopped; its address is the first line it prints. */
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createFaulter } from '../../actor/faulter.js';
import { startSimulator } from '../../actor/simulator.js';
import { HarnessError } from '../../model/harness-error.js';
import { familyOf } from '../../standard/index.js';
import { namesActor, simulateActor } from '../chain/simulate-actor.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { openJudging } from '../judging/open-judging.js';
import { packageFacts } from '../package-root.js';
import { say } from '../settings/language.js';
import { address, choice, type Given, one } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { openSchemaBases } from '../standards/schema-bases.js';
import { openState } from '../state/open-state.js';
import { SYSTEM_DISK } from '../state/system-disk.js';
import { stopped } from '../stopped.js';
import { openStandard, splitOperand } from '../suite-loading.js';
import { failureText } from '../tell-error.js';
import { unique } from '../unique.js';
import { openCourier, reactingWhen } from './simulate-courier.js';
import { openDeliveryLog } from './simulate-delivery-log.js';
import { descriptionOf } from './simulate-description.js';
import { askedFaults } from './simulate-faults.js';
import { openLog, soapActionOf } from './simulate-log.js';
import { sow } from './simulate-seed.js';
import { sendOnRequest, sendPaths } from './simulate-send.js';
import { simulatedTls } from './simulate-tls.js';
import { withValues } from './simulate-values.js';

export async function simulateCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  if (namesActor(operands[0] ?? '')) return simulateActor({ shell, operands, options });
  const option = <T>(name: string, read: (of: Given) => T): T | undefined =>
    options[name] === undefined ? undefined : read({ name, texts: [String(options[name])] });
  const listen = option('listen', address) ?? { host: '127.0.0.1', port: 0 };
  const form = option('log', (of) => choice(of, ['text', 'json'] as const));
  const profile = option('profile', (of) => choice(of, ['strict', 'praktijk'] as const)) ?? 'strict';
  const file = option('state', (of) => resolve(shell.cwd, one(of)));
  const isChecked = options.check !== false;
  if (options.fsync === true && file === undefined) throw fsyncOfNothing();
  const disk = options.fsync === true ? SYSTEM_DISK : undefined;

  const { lang, tlsCert, tlsKey, clientCa, ca, cert, certKey, timeout, set } = options;
  const settings = settingsOnLine(shell, { lang, tlsCert, tlsKey, clientCa, ca, cert, certKey, timeout, set });
  const { language } = settings;
  const { standard: declared } = await openStandard(splitOperand(operands[0] ?? '').suite);
  const standard = withValues(declared, settings.set);
  const spoolFolder = join(tmpdir(), `ketentest-${unique()}`);
  const failed = (error: unknown) => shell.talk(`${failureText(error, language)}\n`);
  const family = familyOf(standard.family);
  const faults = option('fault', (of) => askedFaults(one(of), standard, family));
  const tls = simulatedTls(shell, settings, faults?.isExpired === true);
  const registry = family.registry(reactingWhen(standard, options));
  using state = openState({ ...(file !== undefined && { file }), standard: standard.id, registry, failed, disk });
  const { store } = state;
  if (state.note) shell.talk(`${say(state.note, language)}\n`);
  if (options.seedData === true && state.isFresh) sow(packageFacts().suites, standard, registry, store, shell.clock.now());
  const schemas = options.schemas === undefined ? undefined : String(options.schemas);
  await using bases = await openSchemaBases(shell, schemas, standard);
  const { cwd, env } = shell;
  const task = { cwd, env: { ...env }, standard: standard.id, profile, ...(schemas !== undefined && { schemas }) };
  await using judging = form && isChecked ? await openJudging(task) : undefined;
  const log = form && openLog(shell, { form, profile, standard, language, judging });
  using deliveries = openDeliveryLog(shell, { form, profile, standard, language }, bases.all);
  await using courier = openCourier({ shell, options, settings, log: deliveries, spoolFolder: `${spoolFolder}-out` });
  await using simulator = await startSimulator({
    ...listen,
    standard,
    registry,
    store,
    version: packageFacts().version,
    clock: shell.clock,
    ...tls,
    description: await descriptionOf(shell, schemas, standard),
    spoolFolder,
    ...(isChecked && {
      validate: async (bytes, headers) =>
        judging
          ? (await judging.judge({ bytes, ...soapActionOf(headers ?? []) })).outcome
          : (bases.all[0]?.validateBytes(bytes) ?? NO_SCHEMA),
    }),
    profile,
    mtom: options.mtom === true,
    ...(courier && { courier }),
    commands: sendOnRequest({ standard, family, registry, store, courier, now: () => shell.clock.now() }),
    commandPaths: sendPaths({ standard, courier }),
    ...(faults && { faulter: createFaulter(faults.replies, standard) }),
    answered: async (summary, status, heard) => {
      await log?.tell(summary, status, heard);
      state.tidy();
    },
    turnedAway: (exchange) => log?.turnedAway(exchange),
    failed,
  });
  if (isChecked && !judging) bases.all[0]?.makeReady();
  shell.out(JSON.stringify({ listening: simulator.url }));
  await stopped(shell);
  await simulator.finish();
  await courier?.finish();
  return EXIT.ok;
}

const NO_SCHEMA = { decided: false, reason: 'no-schema', detail: 'there is no schema' } as const;

function fsyncOfNothing(): HarnessError {
  return new HarnessError(
    'USAGE',
    { nl: '--fsync is opgegeven zonder --state', en: '--fsync was given without --state' },
    { hint: { nl: 'Noem met --state FILE waarin bewaard wordt.', en: 'Name with --state FILE where things are kept.' } },
  );
}
