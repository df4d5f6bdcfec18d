/** Hires the crew of a run: driver, recorder, messenger and the tools of the judges. */
import { createBodyStore } from '../actor/body-store.js';
import { createDriver } from '../actor/driver.js';
import { createExchangeIds } from '../actor/exchange-ids.js';
import { createMessenger } from '../actor/messenger.js';
import { createRecorder, type Recorder } from '../actor/recorder.js';
import { openRuleBook } from '../judge/rule-book.js';
import { createMessageReader } from '../message/message-reader.js';
import type { Clock } from '../model/clock.js';
import type { SchemaBasis } from '../model/record.js';
import type { Crew } from '../run.js';
import { familyOf } from '../standard/index.js';
import { evaluateFunctions, freshValues } from '../suite/functions.js';
import type { LoadedSuite } from '../suite/load-suite.js';
import { seededChance } from './chance.js';
import { endpointOf } from './endpoints.js';
import type { FileJournal } from './journal.js';
import { connectionOptions } from './probe-options.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

/** Two looks at something that a product stores later are this far apart, in milliseconds. */
const PAUSE_MILLIS = 250;

export interface HiredCrew extends AsyncDisposable {
  readonly crew: Crew;
  readonly recorder: Recorder;
}

export interface Hiring {
  readonly shell: Shell;
  readonly settings: Settings;
  readonly loaded: LoadedSuite;
  readonly clock: Clock;
  readonly seed: number;
  readonly journal: FileJournal;
  readonly bases: readonly SchemaBasis[];
  /** Folder for bodies that are too large to keep in memory. */
  readonly spoolFolder: string;
}

/** What sets a run apart from others in the same product; the same seed gives the same. */
export function tokenOf(seed: number): string {
  return seededChance(seed).hex(8);
}

export function hireCrew({ shell, settings, loaded, clock, seed, journal, bases, spoolFolder }: Hiring): HiredCrew {
  const { standard, suite, templates } = loaded;
  const family = familyOf(standard.family);
  const token = tokenOf(seed);
  const rules = openRuleBook(standard, family);
  const bodyStore = createBodyStore({ spoolFolder });
  const recorder = createRecorder(journal);
  const driver = createDriver({
    ...connectionOptions(shell, settings),
    endpointOf: (portType) => endpointOf(settings, portType),
    bodyStore,
    recorder,
    clock,
    exchangeIds: createExchangeIds(),
    timeoutMillis: settings.timeoutMillis,
    maxBodyBytes: settings.maxBodyBytes,
    headers: settings.headers,
    ...(settings.basic && { basic: settings.basic }),
  });
  return {
    crew: {
      messenger: createMessenger({
        standard,
        family,
        templates,
        sender: driver,
        clock,
        token,
        fresh: (now) => freshValues(suite.variables, { now, token }),
      }),
      tools: { standard, family, reader: createMessageReader(), bases, profile: settings.profile, rules },
      clock,
      mode: settings.mode,
      poll: { deadlineMillis: settings.pollMillis, pauseMillis: PAUSE_MILLIS },
      functions: evaluateFunctions(suite.variables, { now: clock.now(), token }),
      seed,
      token,
      signal: shell.stop,
    },
    recorder,
    async [Symbol.asyncDispose]() {
      driver.close();
      rules[Symbol.dispose]();
      await bodyStore.dispose();
    },
  };
}
