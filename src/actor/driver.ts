/**
 * Sends messages to a system under test and brings back what was said. I speak with strangers: I write down
 * exactly what went over the wire, with the time, and have no opinion. Offering a message again is up to the run.
 */
import type { HeaderList } from '../model/body.js';
import type { Clock } from '../model/clock.js';
import type { Exchange, Purpose, SentRequest } from '../model/exchange.js';
import { HarnessError } from '../model/harness-error.js';
import type { OutgoingMessage } from '../model/plan.js';
import { type BodyStore, DEFAULT_CAP_BYTES } from './body-store.js';
import { withOwnCertificate } from './client-certificate.js';
import { CheckedAgent, type ConnectionOptions } from './connection.js';
import { converse } from './conversation.js';
import { secretsOf, withoutEchoes } from './echo.js';
import type { ExchangeIds } from './exchange-ids.js';
import type { Recorder } from './recorder.js';
import { addressOf, recordedHead, requestHeaders, requestTarget } from './request-head.js';
import { withinTime } from './within-time.js';

export interface DriverOptions extends ConnectionOptions {
  /** URL for a portType; undefined when none was given. */
  readonly endpointOf: (portType: string) => string | undefined;
  readonly bodyStore: BodyStore;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly exchangeIds: ExchangeIds;
  /** For connecting, sending and the whole reply together. */
  readonly timeoutMillis: number;
  /** How long this message may take, when that is less. */
  readonly patienceOf?: (purpose: Purpose) => number | undefined;
  readonly connectTimeoutMillis?: number;
  /** Reading stops beyond this. */
  readonly maxBodyBytes?: number;
  /** Added to every request; replaces a header of the same name. */
  readonly headers?: HeaderList;
  readonly basic?: { readonly user: string; readonly password: string };
}

export interface Driver extends Disposable {
  /**
   * Sends one message and awaits its reply. Never throws for what the other side does: that is in `failure`.
   * The request is recorded before the first byte goes out, the reply before this returns.
   *
   * @param signal - cancels
   * @throws {HarnessError} `CONFIG_INVALID` without a usable endpoint or header, `OUTPUT_FAILED` when our own
   *   disk cannot be written
   */
  send(
    outgoing: OutgoingMessage,
    target: { readonly portType: string },
    purpose: Purpose,
    signal?: AbortSignal,
  ): Promise<Exchange>;
  /** Closes kept-alive connections. */
  close(): void;
}

export function createDriver(options: DriverOptions): Driver {
  const { clock, recorder, bodyStore } = options;
  const agents = new Map<string, CheckedAgent>();
  /** Origins that let us in: what goes wrong there later is not for our certificate. */
  const answered = new Set<string>();

  const agentFor = (url: URL): CheckedAgent => {
    const known = agents.get(url.origin);
    if (known !== undefined) return known;
    const agent = new CheckedAgent(url, options);
    agents.set(url.origin, agent);
    return agent;
  };
  const moment = (): string => new Date(clock.now()).toISOString();
  const close = (): void => {
    for (const agent of agents.values()) agent.destroy();
    agents.clear();
  };

  const send: Driver['send'] = async (outgoing, { portType }, purpose, signal) => {
    const address = addressOf(endpoint(options, portType), options.basic);
    const headers = requestHeaders(address, outgoing, options);
    const id = options.exchangeIds.next();
    const startedAt = moment();
    const body = await bodyStore.fromBytes(outgoing.body);
    const request: SentRequest = { method: 'POST', ...recordedHead(address.url, headers, options.headers), body };
    await recorder.record({ type: 'request', exchange: id, part: 'driver', purpose, at: startedAt, request });

    const agent = agentFor(address.url);
    const target = requestTarget(address.url, options.proxy);
    const timeoutMillis = Math.min(options.patienceOf?.(purpose) ?? options.timeoutMillis, options.timeoutMillis);
    const heard = await withinTime({ ...options, timeoutMillis }, signal, (stop, connected) =>
      converse({
        agent,
        method: 'POST',
        target,
        headers,
        body,
        bodyStore,
        maxBodyBytes: options.maxBodyBytes ?? DEFAULT_CAP_BYTES,
        signal: stop,
        connected,
      }).then((each) => (answered.has(address.url.origin) ? each : withOwnCertificate(each, address.url, options, stop))),
    );
    if (heard.reply !== undefined) answered.add(address.url.origin);
    if (heard.failure !== undefined) agent.dropIdle();
    const said = await withoutEchoes(heard, secretsOf(address, options.headers, options.proxy), bodyStore);
    const endedAt = moment();
    await recorder.record({ type: 'reply', exchange: id, at: endedAt, ...said });
    return { id, part: 'driver', request, ...said, startedAt, endedAt, purpose };
  };
  return { send, close, [Symbol.dispose]: close };
}

function endpoint(options: DriverOptions, portType: string): string {
  const found = options.endpointOf(portType);
  if (found !== undefined) return found;
  throw new HarnessError('CONFIG_INVALID', `there is no endpoint for messages of ${portType}`, {
    hint: `Give one with --endpoint URL, or with --endpoint ${portType}=URL.`,
  });
}
