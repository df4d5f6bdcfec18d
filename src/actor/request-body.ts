/** The body of a request that came in. */
import type { IncomingMessage } from 'node:http';
import type { BodyStore, Stored } from './body-store.js';

/** What had arrived whole by the time that the request got its turn is taken at once; anything else as it streams by. */
export async function storedBody(incoming: IncomingMessage, store: BodyStore, capBytes: number): Promise<Stored> {
  const bytes = arrived(incoming, capBytes);
  if (bytes) return { body: await store.fromOwn(bytes), end: { how: 'complete' } };
  // Reading may stop at the cap, but the connection must stay: the reply goes over it.
  return store.fromStream(incoming.iterator({ destroyOnReturn: false }), capBytes);
}

/** A copy: what the socket gives is part of something larger. */
function arrived(incoming: IncomingMessage, capBytes: number): Uint8Array | undefined {
  if (!incoming.complete || incoming.destroyed || incoming.readableLength > capBytes) return undefined;
  const read = incoming.read() as Uint8Array | null;
  return read ? new Uint8Array(read) : new Uint8Array(0);
}
