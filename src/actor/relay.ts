/**
 * Stands between two systems that talk: passes every byte on unchanged, in both directions, and writes down what passed.
 * I watch one hop; whoever speaks first is on my listening side, and whoever answers is the target.
 */
import type { HeaderList } from '../model/body.js';
import type { Clock } from '../model/clock.js';
import type { CertificateFault } from '../model/disturbance.js';
import type { Exchange, Purpose, SentRequest } from '../model/exchange.js';
import type { BodyStore } from './body-store.js';
import { CheckedAgent, type ConnectionOptions } from './connection.js';
import type { Disturber } from './disturber.js';
import type { ExchangeIds } from './exchange-ids.js';
import type { Recorder } from './recorder.js';
import { pass } from './relay-pass.js';
import { addressOf } from './request-head.js';
import type { Site } from './site.js';

export interface RelayOptions extends ConnectionOptions {
  /** Name of the hop that I watch. */
  readonly hop: string;
  /** Where I listen, and below which path; the empty text for every path. */
  readonly site: Site;
  readonly path: string;
  /** URL of the system that answers. */
  readonly target: string;
  readonly bodyStore: BodyStore;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly exchangeIds: ExchangeIds;
  /** For passing a message on and the whole reply together. */
  readonly timeoutMillis: number;
  readonly maxBodyBytes?: number;
  /** Bodies up to this size are written down before they go on. */
  readonly thresholdBytes?: number;
  /** What a message that passes is for. */
  readonly purposeOf: (request: SentRequest, hop: string) => Purpose | Promise<Purpose>;
  /** Headers that a user asked for: they go on as they came, and are written down without their values. */
  readonly headers?: HeaderList;
  /** What is done wrong on purpose; nothing when absent. */
  readonly disturber?: Disturber;
  /** Which wrong certificate was shown on purpose to who sends this message in spite of it. */
  readonly ignored?: (purpose: Purpose, socket: unknown) => CertificateFault | undefined;
  /** Gets every exchange when it is over, e.g. to put it in the mailbox. */
  readonly deliver: (exchange: Exchange) => void;
}

export interface Relay extends AsyncDisposable {
  /** Where messages for the target are sent to instead. */
  readonly url: string;
  /** Passes nothing on any more, and waits until what is under way is written down. */
  close(): Promise<void>;
}

/** A relay at work: where it goes on to, and when it has to stop. */
export interface RelayAtWork extends RelayOptions {
  readonly agent: CheckedAgent;
  readonly to: URL;
  readonly stop: AbortSignal;
}

/**
 * Starts to stand between.
 * @throws {HarnessError} `CONFIG_INVALID` when the target is no http or https URL
 */
export function createRelay(options: RelayOptions): Relay {
  const to = addressOf(options.target).url;
  const agent = new CheckedAgent(to, options);
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const atWork: RelayAtWork = { ...options, agent, to, stop: stopping.signal };
  const detach = options.site.attach(options.path, (incoming, response) => {
    const done = pass(atWork, incoming, response).finally(() => running.delete(done));
    running.add(done);
    return done;
  });
  const close = async (): Promise<void> => {
    detach();
    stopping.abort();
    options.disturber?.release();
    await Promise.allSettled(running);
    agent.destroy();
  };
  return { url: `${options.site.url}${options.path}`, close, [Symbol.asyncDispose]: close };
}
