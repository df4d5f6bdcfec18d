/**
 * A product that behaves well at first and then no longer: it passes so many messages on to an honest one, and every
 * later message to something else. Without something else it is gone: it closes its port in the middle of a message.
 */
import * as http from 'node:http';
import { localServer } from './local-server.js';

export interface TurningServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * @param good - URL of the honest product
 * @param after - number of messages that it gets
 * @param bad - URL for all that come later
 */
export async function startTurningServer(good: string, after: number, bad: string | undefined): Promise<TurningServer> {
  let taken = 0;
  const server = http.createServer((request, response) => {
    taken += 1;
    if (taken <= after) return pass(good, request, response);
    if (bad !== undefined) return pass(bad, request, response);
    server.close();
    server.closeAllConnections();
  });
  return localServer(server);
}

function pass(to: string, request: http.IncomingMessage, response: http.ServerResponse): void {
  const { connection, ...headers } = request.headers;
  const onward = http.request(to, { method: 'POST', headers: { ...headers, host: new URL(to).host }, agent: false }, (reply) => {
    response.writeHead(reply.statusCode ?? 500, reply.rawHeaders);
    reply.pipe(response);
    reply.on('error', () => response.destroy());
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
