/** How we reach a product: certificates read from their files, credentials, proxy. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConnectionOptions, TlsOptions } from '../actor/connection.js';
import type { ProbeOptions } from '../actor/probe.js';
import { HarnessError } from '../model/harness-error.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

/** A knock that nobody answers is not worth a whole step's patience. In milliseconds. */
const KNOCK_MILLIS = 5_000;

/** @throws {HarnessError} `CONFIG_INVALID` for a file that cannot be read or is no PEM */
export function connectionOptions(shell: Shell, settings: Settings): ConnectionOptions {
  const read = (name: string, file: string | undefined) => (file === undefined ? undefined : readPem(shell.cwd, name, file));
  const ca = read('ca', settings.ca);
  const cert = read('cert', settings.cert);
  const key = read('cert-key', settings.certKey);
  const tls: TlsOptions = {
    ...(ca !== undefined && { ca: [ca] }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  };
  return { ...(Object.keys(tls).length > 0 && { tls }), ...(settings.proxy !== undefined && { proxy: settings.proxy }) };
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

function readPem(cwd: string, name: string, file: string): string {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `--${name}: ${file} is niet te lezen`, en: `--${name}: ${file} cannot be read` },
      { cause, place: { file } },
    );
  }
  if (text.includes('-----BEGIN ')) return text;
  throw new HarnessError(
    'CONFIG_INVALID',
    { nl: `--${name}: ${file} bevat geen PEM-tekst`, en: `--${name}: ${file} holds no PEM text` },
    {
      place: { file },
      hint: {
        nl: 'Een PEM-bestand bevat regels als "-----BEGIN CERTIFICATE-----".',
        en: 'A PEM file holds lines such as "-----BEGIN CERTIFICATE-----".',
      },
    },
  );
}
