/** How a simulated counterpart delivers what it says later: `--reply-to`, `--reply-delay`, `--reply-when`. */
import { createBodyStore } from '../../actor/body-store.js';
import { type Courier, createCourier } from '../../actor/courier.js';
import { createDriver } from '../../actor/driver.js';
import { createExchangeIds } from '../../actor/exchange-ids.js';
import { HarnessError } from '../../model/harness-error.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { choice, duration, httpUrl, one } from '../settings/option-values.js';
import { connectionOptions } from '../settings/probe-options.js';
import type { ParsedOptions, Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { failureText } from '../tell-error.js';
import type { DeliveryLog } from './simulate-delivery-log.js';

export interface CourierRequest {
  readonly shell: Shell;
  readonly options: ParsedOptions;
  readonly settings: Settings;
  readonly log: DeliveryLog;
  /** For replies that are too large for memory. */
  readonly spoolFolder: string;
}

export interface OpenCourier extends Courier, AsyncDisposable {}

/**
 * Undefined when nobody said where to deliver.
 * @throws {HarnessError} `USAGE` for a value that cannot be, and for a delay without an address
 */
export function openCourier({ shell, options, settings, log, spoolFolder }: CourierRequest): OpenCourier | undefined {
  const given = (name: string) => ({ name, texts: [String(options[name])] });
  if (options.replyTo === undefined) {
    const lonely = (['replyDelay', 'replyWhen'] as const).find((name) => options[name] !== undefined);
    if (lonely) throw withoutAddress(lonely === 'replyDelay' ? 'reply-delay' : 'reply-when');
    return undefined;
  }
  const to = httpUrl({ name: 'reply-to', texts: [String(options.replyTo)] }, one(given('replyTo')));
  const bodyStore = createBodyStore({ spoolFolder });
  const driver = createDriver({
    ...connectionOptions(shell, settings),
    endpointOf: () => to,
    ...{ bodyStore, recorder: UNRECORDED, clock: shell.clock, exchangeIds: createExchangeIds() },
    timeoutMillis: settings.timeoutMillis,
  });
  const courier = createCourier({
    ...{ sender: driver, clock: shell.clock },
    delayMillis: options.replyDelay === undefined ? 0 : duration({ ...given('replyDelay'), name: 'reply-delay' }),
    delivered: log.told,
    failed: (error) => shell.talk(`${failureText(error, settings.language)}\n`),
  });
  return {
    ...courier,
    async [Symbol.asyncDispose]() {
      driver.close();
      await bodyStore.dispose();
    },
  };
}

/** The standard with no other reactions than those that were asked for. */
export function reactingWhen(standard: StandardDefinition, options: ParsedOptions): StandardDefinition {
  if (options.replyWhen === undefined) return standard;
  const when = choice({ name: 'reply-when', texts: [String(options.replyWhen)] }, ['always', 'fault'] as const);
  if (when === 'always') return standard;
  const { later = [] } = standard.simulator as { readonly later?: readonly string[] };
  return { ...standard, simulator: { ...standard.simulator, later: later.filter((code) => code.startsWith('Fo')) } };
}

const UNRECORDED = { record: async () => undefined };

function withoutAddress(option: string): HarnessError {
  return new HarnessError(
    'USAGE',
    { nl: `--${option} is opgegeven zonder --reply-to`, en: `--${option} was given without --reply-to` },
    { hint: { nl: 'Geef met --reply-to URL op waarheen.', en: 'Say where to with --reply-to URL.' } },
  );
}
