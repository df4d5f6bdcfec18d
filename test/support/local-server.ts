/** A server of a test: on loopback, at a free port, gone with all its connections when it is disposed of. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalServer extends AsyncDisposable {
  readonly port: number;
  /** Without a path. */
  readonly url: string;
}

export async function localServer(server: Server, protocol: 'http' | 'https' = 'http'): Promise<LocalServer> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${protocol}://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
