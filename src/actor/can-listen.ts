/** Tries an address where we are to listen, and leaves it at once. */
import { type AddressInfo, createServer } from 'node:net';

/** @returns why it cannot be listened on, as the system says it; undefined when it can */
export function whyNotListening({ host, port }: { readonly host: string; readonly port: number }): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ message }) => resolve(message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** A port of this machine that nobody uses at this moment. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}
