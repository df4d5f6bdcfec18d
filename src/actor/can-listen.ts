/** Tries an address where we are to listen, and leaves it at once. */
import { createServer } from 'node:net';

/** @returns why it cannot be listened on, as the system says it; undefined when it can */
export function whyNotListening({ host, port }: { readonly host: string; readonly port: number }): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ message }) => resolve(message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
