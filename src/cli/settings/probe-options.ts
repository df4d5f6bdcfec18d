/** How we reach a product: certificates read from their files, credentials, proxy. */
import type { ConnectionOptions, TlsOptions } from '../../actor/connection.js';
import type { ListenerOptions } from '../../actor/listener.js';
import type { ProbeOptions } from '../../actor/probe.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Shell } from '../shell.js';
import type { Settings } from './settings.js';
import { readAuthorities, readOwnCertificate } from './tls-files.js';

/** A knock that nobody answers is not worth a whole step's patience. In milliseconds. */
const KNOCK_MILLIS = 5_000;

/** @throws {HarnessError} `CONFIG_INVALID` for a certificate or key of no use */
export function connectionOptions(shell: Shell, settings: Settings): ConnectionOptions {
  const own = readOwnCertificate(shell.cwd, {
    certOption: 'cert',
    keyOption: 'cert-key',
    cert: settings.cert,
    key: settings.certKey,
  });
  const tls: TlsOptions = {
    ...(settings.ca !== undefined && { ca: [readAuthorities(shell.cwd, 'ca', settings.ca).pem] }),
    ...(own && { cert: own.cert, key: own.key }),
  };
  return { ...(Object.keys(tls).length > 0 && { tls }), ...(settings.proxy !== undefined && { proxy: settings.proxy }) };
}

/**
 * How actors of ours reach the hops where we stand ourselves: our own certificate needs no authority there.
 * @throws {HarnessError} `CONFIG_INVALID` for a certificate or key of no use
 */
export function ownConnectionOptions(shell: Shell, settings: Settings): ConnectionOptions {
  const [options, { tls }] = [connectionOptions(shell, settings), listeningTls(shell, settings)];
  return tls ? { ...options, tls: { ...options.tls, known: tls.cert } } : options;
}

export function probeOptions(shell: Shell, settings: Settings): ProbeOptions {
  return {
    ...connectionOptions(shell, settings),
    clock: shell.clock,
    timeoutMillis: Math.min(settings.timeoutMillis, KNOCK_MILLIS),
    headers: settings.headers,
    signal: shell.stop,
    ...(settings.basic && { basic: settings.basic }),
  };
}

/**
 * TLS where we listen; nothing in the clear.
 * @throws {HarnessError} `CONFIG_INVALID` for a certificate or key of no use, or a client CA without them
 */
export function listeningTls(
  { cwd }: Pick<Shell, 'cwd'>,
  { tlsCert, tlsKey, clientCa }: Pick<Settings, 'tlsCert' | 'tlsKey' | 'clientCa'>,
): Pick<ListenerOptions, 'tls'> {
  const own = readOwnCertificate(cwd, { certOption: 'tls-cert', keyOption: 'tls-key', cert: tlsCert, key: tlsKey });
  if (own !== undefined) {
    const { cert, key } = own;
    return { tls: { cert, key, ...(clientCa !== undefined && { clientCa: readAuthorities(cwd, 'client-ca', clientCa).pem }) } };
  }
  if (clientCa === undefined) return {};
  throw new HarnessError(
    'CONFIG_INVALID',
    {
      nl: '--client-ca is opgegeven zonder --tls-cert en --tls-key',
      en: '--client-ca was given without --tls-cert and --tls-key',
    },
    {
      hint: {
        nl: 'Een clientcertificaat kan alleen over TLS: geef ook ons eigen certificaat op.',
        en: 'A client certificate needs TLS: give our own certificate as well.',
      },
    },
  );
}
