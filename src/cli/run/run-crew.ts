/** Hires the crew of a run: driver, recorder, messenger and the tools of the judges. */
import { type BodyStore, createBodyStore } from '../../actor/body-store.js';
import { createDriver } from '../../actor/driver.js';
import { createExchangeIds, type ExchangeIds } from '../../actor/exchange-ids.js';
import { createMessenger, type Sender } from '../../actor/messenger.js';
import { createRecorder, type Recorder } from '../../actor/recorder.js';
import { openRuleBook } from '../../judge/rule-book.js';
import { createMessageReader } from '../../message/message-reader.js';
import type { Clock } from '../../model/clock.js';
import type { Purpose } from '../../model/exchange.js';
import type { SchemaBasis } from '../../model/record.js';
import type { Crew } from '../../run.js';
import { familyOf } from '../../standard/index.js';
import { evaluateFunctions, freshValues } from '../../suite/functions.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { seededChance } from '../chance.js';
import type { FileJournal } from '../journal/journal.js';
import type { Replay } from '../journal/replay.js';
import { endpointOf } from '../settings/endpoints.js';
import { connectionOptions, ownConnectionOptions } from '../settings/probe-options.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import type { CutOffRun } from './cut-off-run.js';

/** Two looks at something that a product stores later are this far apart, in milliseconds. */
const PAUSE_MILLIS = 250;

export interface HiredCrew extends AsyncDisposable {
  readonly crew: Crew;
  readonly recorder: Recorder;
  /** Gives every body of the run a name of its own. */
  readonly bodyStore: BodyStore;
  /** Counts every exchange of the run. */
  readonly exchangeIds: ExchangeIds;
  /** Numbers of the messages that we sent. */
  readonly begun: ReadonlySet<string>;
}

export interface Hiring {
  readonly shell: Shell;
  readonly settings: Settings;
  readonly loaded: LoadedSuite;
  readonly clock: Clock;
  readonly seed: number;
  readonly token: string;
  /** When the run began, on its own clock; now when absent. */
  readonly startMillis?: number;
  readonly journal: FileJournal;
  readonly bases: readonly SchemaBasis[];
  /** Folder for bodies that are too large to keep in memory. */
  readonly spoolFolder: string;
  /** In a chain: where each message of ours goes, and who else counts exchanges. */
  readonly chain?: {
    readonly route: (purpose: Purpose) => string;
    readonly patienceOf: (purpose: Purpose) => number | undefined;
    readonly exchangeIds: ExchangeIds;
  };
  /** What was said before the run was cut off. */
  readonly resumed?: { readonly run: CutOffRun; readonly replay: Replay };
}

/** What a run is: with the same seed, suite and clock it says the same, byte for byte. */
export interface RunIdentity {
  readonly seed: number;
  readonly suite: string;
  /** On the clock of the run, in milliseconds since 1970. */
  readonly startMillis: number;
}

/**
 * What sets a run apart from others in the same product. A product remembers references, so that the same seed an hour
 * later, or for another suite, must give others: a message that comes twice may rightly be refused.
 */
export function tokenOf({ seed, suite, startMillis }: RunIdentity): string {
  return seededChance(`${seed} ${suite} ${startMillis}`).hex(8);
}

export function hireCrew(hiring: Hiring): HiredCrew {
  const { shell, settings, loaded, clock, seed, token, journal, bases, spoolFolder, resumed, chain } = hiring;
  const { standard, suite, templates } = loaded;
  const family = familyOf(standard.family);
  const rules = openRuleBook(standard, family);
  const bodyStore = createBodyStore({ spoolFolder });
  const recorder = createRecorder(journal, resumed?.run.firstSequence);
  const exchangeIds = chain?.exchangeIds ?? createExchangeIds(resumed?.run.firstExchange);
  const driver = createDriver({
    ...(chain ? ownConnectionOptions(shell, settings) : connectionOptions(shell, settings)),
    endpointOf: (portType) => (chain ? portType : endpointOf(settings, portType)),
    bodyStore,
    recorder,
    clock,
    exchangeIds,
    timeoutMillis: settings.timeoutMillis,
    ...(chain && { patienceOf: chain.patienceOf }),
    maxBodyBytes: settings.maxBodyBytes,
    headers: settings.headers,
    ...(settings.basic && { basic: settings.basic }),
  });
  const begun = new Set<string>();
  // In a chain the koppeling decides where a message goes, and not its portType.
  const routed: Sender = {
    send: (outgoing, target, purpose, signal) =>
      driver.send(outgoing, chain ? { portType: chain.route(purpose) } : target, purpose, signal),
  };
  return {
    crew: {
      messenger: createMessenger({
        standard,
        family,
        templates,
        sender: noting(begun, resumed?.replay.senderBefore(routed) ?? routed),
        offersOnce: chain !== undefined,
        clock,
        token,
        fresh: (now) => freshValues(suite.variables, { now, token }),
        ...(resumed && { skipped: () => (resumed.replay.isLive() ? resumed.run.dropped : 0) }),
      }),
      tools: { standard, family, reader: createMessageReader(), bases, profile: settings.profile, rules },
      clock,
      mode: settings.mode,
      poll: { deadlineMillis: settings.pollMillis, pauseMillis: PAUSE_MILLIS },
      functions: evaluateFunctions(suite.variables, { now: hiring.startMillis ?? clock.now(), token }),
      seed,
      token,
      signal: shell.stop,
    },
    recorder,
    bodyStore,
    exchangeIds,
    begun,
    async [Symbol.asyncDispose]() {
      driver.close();
      rules[Symbol.dispose]();
      await bodyStore.dispose();
    },
  };
}

/** Whoever answers for us has to know what we said: somebody may react to it later. */
function noting(begun: Set<string>, sender: Sender): Sender {
  return {
    send(outgoing, ...rest) {
      begun.add(outgoing.referentienummer);
      return sender.send(outgoing, ...rest);
    },
  };
}
