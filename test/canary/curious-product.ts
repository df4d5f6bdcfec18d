/** A product behind TLS, a password and a key that passes messages on to an honest one, and keeps how it was asked. */
import { request as requestPlain } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { localServer } from '../support/local-server.js';

export interface CuriousProduct extends AsyncDisposable {
  readonly url: string;
  /** Head of each message: its address and its headers. */
  readonly asked: readonly string[];
}

/**
 * @param isEcho - which messages, counted from 1, are answered with everything that they were asked with
 * @param took - told of each message when it came
 */
export async function startCurious(
  tls: ServerOptions,
  good: string,
  isEcho: (nth: number) => boolean,
  took: (nth: number) => void = () => undefined,
): Promise<CuriousProduct> {
  const asked: string[] = [];
  const server = createServer(tls, (incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      if (incoming.method === 'GET') return void response.writeHead(405).end();
      const head = `${incoming.url} ${incoming.rawHeaders.join(' ')}`;
      asked.push(head);
      took(asked.length);
      if (isEcho(asked.length)) {
        const { authorization = '' } = incoming.headers;
        const back = `/elders?terug=${encodeURIComponent(incoming.url ?? '')}`;
        response.writeHead(500, { 'X-Gezien': authorization, Location: back, 'Content-Type': 'text/plain' });
        return void response.end(`Not for you: ${head} ${Buffer.from(authorization.slice(6), 'base64')}`);
      }
      const { host: _host, authorization: _auth, ...headers } = incoming.headers;
      const onward = requestPlain(good, { method: 'POST', headers }, (reply) => {
        response.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(response);
      });
      onward.end(Buffer.concat(chunks));
    });
  });
  const local = await localServer(server);
  return { url: `127.0.0.1:${local.port}`, asked, [Symbol.asyncDispose]: local[Symbol.asyncDispose] };
}
