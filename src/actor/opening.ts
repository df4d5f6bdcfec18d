/**
 * Awaits that a socket opens, or tells why it does not.
 */
import type { Socket } from 'node:net';
import { brokenBy, transportFailed } from './transport-failure.js';

/**
 * Resolves when a socket is connected, or when its TLS session stands.
 * An error before the handshake is done is one of TLS, whatever code the socket gives it.
 *
 * @param signal - stops waiting, and destroys the socket
 * @throws {HarnessError} `TRANSPORT_FAILED`
 */
export function opened<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal?: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      socket.destroy();
      reject(transportFailed({ failure: { kind: 'cancelled', detail: 'CANCELLED: while connecting' } }));
    };
    const fail = (error: Error): void => {
      signal?.removeEventListener('abort', abort);
      const { failure } = brokenBy(error);
      reject(transportFailed({ failure: event === 'connect' ? failure : { ...failure, kind: 'tls' } }));
    };
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    // It stays: an error that comes before anybody else listens would end the process.
    socket.on('error', fail);
    socket.once(event, () => {
      signal?.removeEventListener('abort', abort);
      resolve(socket);
    });
  });
}
