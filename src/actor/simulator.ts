/**
 * Plays a counterpart over HTTP: what arrives is read, handed to a registry that remembers, and answered. One address
 * serves every port type, and so does any path below it. Knows HTTP and nothing of what is said.
 */
import { isMultipart } from '../message/multipart.js';
import type { ServiceDescription } from '../message/service-description.js';
import { actionOf, asSoap11, asSoap12, SOAP_12_TYPE } from '../message/soap-versions.js';
import { readXml } from '../message/xml-reader.js';
import { type HeaderList, headerOf } from '../model/body.js';
import type { Clock } from '../model/clock.js';
import type { Exchange, Purpose, SentRequest } from '../model/exchange.js';
import type { SchemaOutcome } from '../model/record.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { XmlElement } from '../model/xml-element.js';
import type { Incoming, Registry, RegistryStore, Reply } from '../standard/family.js';
import { type BodyStore, createBodyStore } from './body-store.js';
import type { Courier } from './courier.js';
import { createExchangeIds, type ExchangeIds } from './exchange-ids.js';
import type { Faulter } from './faulter.js';
import { createListener, type Listener, type ListenerOptions, type OutgoingReply } from './listener.js';
import type { Recorder } from './recorder.js';
import { apart, readable, refusalOf } from './simulator-http.js';
import { isLook, pageReply } from './simulator-pages.js';

/** Every reply of a simulator carries it, so that nobody takes our own reference for a product. */
export const REFERENCE_HEADER = 'X-Ketentest-Reference';

export interface SimulatorOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly standard: StandardDefinition;
  readonly registry: Pick<Registry, 'handle'>;
  readonly store: RegistryStore;
  /** Our own version, as announced. */
  readonly version: string;
  readonly clock: Clock;
  /** For bodies that are too large for memory; made when first needed. */
  readonly spoolFolder: string;
  readonly maxBodyBytes?: number;
  readonly tls?: NonNullable<ListenerOptions['tls']>;
  /** An address that we share with others, instead of one of our own. */
  readonly shared?: NonNullable<ListenerOptions['shared']>;
  /** What `?wsdl` shows. */
  readonly description?: ServiceDescription;
  /** What a schema says of a request; nothing is refused for its form without it. */
  readonly validate?: (bytes: Uint8Array, headers?: HeaderList) => SchemaOutcome | Promise<SchemaOutcome>;
  /** Awaited before a reply goes out. Nothing is kept without it. */
  readonly recorder?: Recorder;
  /** Told, and awaited, when the store has changed and before the reply goes out: the moment to save it. */
  readonly answered?: (summary: Reply['summary'], status: number, heard: Heard) => void | Promise<void>;
  /** Told of what came and was not heard as a message: too large, cut off, no POST, no XML, a coding that cannot be taken off. */
  readonly turnedAway?: (exchange: Exchange) => void;
  /** Content goes out in parts (MTOM), also when it was not asked for in parts. */
  readonly mtom?: boolean;
  /** Makes replies wrong on purpose. */
  readonly faulter?: Faulter;
  /** With `praktijk` a message in SOAP 1.2 is answered in SOAP 1.2; otherwise it is refused. */
  readonly profile?: 'strict' | 'praktijk';
  /** Takes on what follows on a message, once its confirmation went out; nothing follows without it. */
  readonly courier?: Pick<Courier, 'take'>;
  /** Does what a request asks that is no message; undefined for what it does not know. */
  readonly commands?: (request: SentRequest) => Promise<OutgoingReply | undefined>;
  /** Their paths, for the page that tells what there is. */
  readonly commandPaths?: readonly string[];
  /** What a message that arrives is for; without it nobody planned it. */
  readonly purposeOf?: ListenerOptions['purposeOf'];
  /** Number of the first exchange; higher than 1 when a run goes on. */
  readonly firstExchange?: number | undefined;
  /** Where a run that speaks too gives its exchanges and bodies their names; each simulator has its own without it. */
  readonly names?: { readonly exchangeIds: ExchangeIds; readonly bodyStore: BodyStore } | undefined;
  /** Numbers of messages that somebody else sends in our name: what comes may react to them. */
  readonly begun?: ReadonlySet<string> | undefined;
  /** Gets every exchange when it is over. */
  readonly deliver?: (exchange: Exchange) => void;
  /** Gets what went wrong on our side. */
  readonly failed?: (error: unknown) => void;
}

/** What came in, for whoever judges it or writes it down. */
export interface Heard {
  readonly request: SentRequest;
  /** With the content coding taken off. */
  readonly bytes: Uint8Array;
  /** The whole document; absent when it could not be read. */
  readonly root?: XmlElement;
  /** Names of the faults that the reply was given on purpose. */
  readonly faults: readonly string[];
}

/** What an exchange of a simulator is for: nobody planned it. */
const PURPOSE: Purpose = { scenario: '', step: 0, kind: 'step', service: '', attempt: 1 };

/** What follows on a request that was answered, and which service that was for. */
type Afterwards = WeakMap<SentRequest, { readonly later: NonNullable<Reply['later']>; readonly service: string }>;

const SILENT: Recorder = { record: async () => undefined };

/**
 * Starts a counterpart.
 * @returns its address, and how to stop it: at once, or when the replies that are under way went out
 * @throws {HarnessError} `LISTEN_FAILED` when the address is taken or not ours
 */
export async function startSimulator(options: SimulatorOptions): Promise<Listener> {
  const own = createBodyStore({ spoolFolder: options.spoolFolder });
  const bodyStore = options.names?.bodyStore ?? own;
  const afterwards: Afterwards = new WeakMap();
  const dealtWith = new WeakSet<SentRequest>();
  const listener = await createListener({
    ...options,
    bodyStore,
    recorder: options.recorder ?? SILENT,
    exchangeIds: options.names?.exchangeIds ?? createExchangeIds(options.firstExchange),
    purposeOf: options.purposeOf ?? (() => PURPOSE),
    answer: async (request, _, purpose) =>
      announced(await answer(options, request, purpose, { afterwards, dealtWith }), options.version),
    deliver: (exchange) => {
      options.deliver?.(exchange);
      if (!dealtWith.has(exchange.request)) options.turnedAway?.(exchange);
      const follows = afterwards.get(exchange.request);
      if (follows) options.courier?.take(follows.later, { ...exchange, purpose: { ...PURPOSE, service: follows.service } });
    },
    failed: options.failed ?? (() => undefined),
  });
  const close = async (): Promise<void> => {
    await listener.close();
    await own.dispose();
  };
  const finish = async (): Promise<void> => {
    await listener.finish();
    await own.dispose();
  };
  return { url: listener.url, close, finish, [Symbol.asyncDispose]: close };
}

function announced(reply: OutgoingReply, version: string): OutgoingReply {
  return { ...reply, headers: [...reply.headers, [REFERENCE_HEADER, version]] };
}

async function answer(
  options: SimulatorOptions,
  request: SentRequest,
  purpose: Purpose,
  { afterwards, dealtWith }: { readonly afterwards: Afterwards; readonly dealtWith: WeakSet<SentRequest> },
): Promise<OutgoingReply> {
  const shown = isLook(request) ? pageReply(options, request) : await options.commands?.(request);
  if (shown) {
    dealtWith.add(request);
    return shown;
  }
  const refusal = refusalOf(request);
  if (refusal) return refusal;
  const bytes = await readable(request);
  if (!(bytes instanceof Uint8Array)) return bytes;
  dealtWith.add(request);
  const { root, problem } = readXml(bytes);
  const outcome = root && (await options.validate?.(bytes, request.headers));
  const contentType = headerOf(request.headers, 'Content-Type');
  const translated = options.profile === 'praktijk' && root ? asSoap11(root) : undefined;
  const incoming: Incoming = {
    soapAction: (translated && actionOf(contentType)) ?? headerOf(request.headers, 'SOAPAction'),
    contentType,
    receivedAt: options.clock.now(),
    begun: options.begun,
    ...(root && { root: translated ?? root }),
    ...(problem && { problem: problem.detail }),
    ...(outcome?.decided && { violations: outcome.violations }),
  };
  const { summary, later, ...right } = options.registry.handle(options.store, incoming);
  const faulted = options.faulter?.apply(right, incoming, summary.service, purpose);
  const { reply, faults } = faulted ?? { reply: right, faults: [] };
  // Nothing follows on a message that we say, on purpose, we did not take.
  if (later && options.courier && reply.status === right.status)
    afterwards.set(request, { later, service: summary.service ?? '' });
  await options.answered?.(summary, reply.status, { request, bytes, faults, ...(root && { root }) });
  const spoken = translated
    ? { ...reply, headers: [['Content-Type', SOAP_12_TYPE]] as const, body: asSoap12(reply.body) }
    : reply;
  return options.mtom || isMultipart(contentType) ? apart(spoken, options.standard) : spoken;
}
