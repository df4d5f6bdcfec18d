/**
 * A proxy in front of a product that changes one chosen reply and lets everything else pass as it is.
 */
import * as http from 'node:http';
import { localServer } from './local-server.js';

/** A reply on its way back. */
export interface PassingReply {
  readonly status: number;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: string;
}

/** A request on its way to the product. */
export interface PassingRequest {
  /** Without quotes. */
  readonly soapAction: string;
  readonly path: string;
  readonly body: string;
}

export interface Change {
  /** The SOAPAction of the request, or the end of it; every request when absent. */
  readonly soapAction?: string;
  /** Which of the matching requests, counted from 1; all of them when absent. */
  readonly nth?: number;
  /** Narrows the choice. */
  readonly when?: (request: PassingRequest, reply: PassingReply) => boolean;
  /** Answers in the product's place: the request is not passed on. `nth` counts requests then. */
  readonly instead?: (request: PassingRequest) => PassingReply | undefined;
  /** Changes what it returns. A string replaces the body only. */
  readonly apply: (reply: PassingReply, request: PassingRequest) => string | Partial<PassingReply>;
}

export interface MutatingProxy extends AsyncDisposable {
  /** Base URL, without a slash at its end; paths are those of the product. */
  readonly url: string;
  /** Chooses what is changed from now on, and starts counting again; undefined lets everything pass. */
  change(change: Change | undefined): void;
  /** How many replies were changed by the present change. */
  readonly changed: number;
  close(): Promise<void>;
}

/** Starts a proxy in front of a base URL. */
export async function startMutatingProxy(productUrl: string, first?: Change): Promise<MutatingProxy> {
  const agent = new http.Agent({ keepAlive: true });
  let chosen = first;
  let matched = 0;
  let changed = 0;

  const mutate = (request: PassingRequest, reply: PassingReply): PassingReply => {
    if (chosen === undefined || !isMeant(chosen, request, reply)) return reply;
    matched += 1;
    if (chosen.nth !== undefined && chosen.nth !== matched) return reply;
    const given = chosen.apply(reply, request);
    const mutant = { ...reply, ...(typeof given === 'string' ? { body: given } : given) };
    if (JSON.stringify(mutant) !== JSON.stringify(reply)) changed += 1;
    return mutant;
  };
  /** What the proxy says itself, without asking the product. */
  const speak = (request: PassingRequest): PassingReply | undefined => {
    if (chosen?.instead === undefined || !request.soapAction.endsWith(chosen.soapAction ?? '')) return undefined;
    matched += 1;
    if (chosen.nth !== undefined && chosen.nth !== matched) return undefined;
    changed += 1;
    return chosen.instead(request);
  };
  const handle = async (incoming: http.IncomingMessage): Promise<PassingReply> => {
    const request = await read(incoming);
    const spoken = speak(request);
    if (spoken) return spoken;
    const reply = await pass(productUrl, agent, incoming, request);
    return chosen?.instead === undefined ? mutate(request, reply) : reply;
  };
  const server = http.createServer((incoming, response) => {
    handle(incoming).then(
      (reply) => answer(response, reply),
      () => response.destroy(),
    );
  });
  const local = await localServer(server);
  const close = async (): Promise<void> => {
    agent.destroy();
    await local[Symbol.asyncDispose]();
  };
  return {
    url: local.url,
    change(change) {
      chosen = change;
      matched = 0;
      changed = 0;
    },
    get changed() {
      return changed;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function isMeant({ soapAction, when }: Change, request: PassingRequest, reply: PassingReply): boolean {
  return (soapAction === undefined || request.soapAction.endsWith(soapAction)) && (when === undefined || when(request, reply));
}

async function read(incoming: http.IncomingMessage): Promise<PassingRequest> {
  const soapAction = String(incoming.headers.soapaction ?? '').replaceAll('"', '');
  return { soapAction, path: incoming.url ?? '/', body: await textOf(incoming) };
}

async function pass(
  productUrl: string,
  agent: http.Agent,
  incoming: http.IncomingMessage,
  { path, body }: PassingRequest,
): Promise<PassingReply> {
  const headers = { ...incoming.headers, host: new URL(productUrl).host, 'content-length': Buffer.byteLength(body) };
  const { 'transfer-encoding': _, ...plain } = headers;
  const onward = http.request(new URL(path, productUrl), { method: incoming.method ?? 'POST', headers: plain, agent });
  const reply = await new Promise<http.IncomingMessage>((resolve, reject) => {
    onward.once('response', resolve).once('error', reject).end(body);
  });
  return { status: reply.statusCode ?? 0, headers: reply.headers, body: await textOf(reply) };
}

function answer(response: http.ServerResponse, { status, headers, body }: PassingReply): void {
  const { 'content-length': _, 'transfer-encoding': __, connection: ___, 'keep-alive': ____, ...kept } = headers;
  response.writeHead(status, { ...kept, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

async function textOf(message: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
