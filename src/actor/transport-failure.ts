/**
 * Names what went wrong on the wire: errors of the network become one of a few kinds, with the system's own code.
 */
import type { FailureKind, TlsFacts, TransportFailure } from '../model/exchange.js';
import { HarnessError } from '../model/harness-error.js';

/** What is known of a conversation that broke. */
export interface Broken {
  readonly failure: TransportFailure;
  /** The session that was refused, when a certificate was seen. */
  readonly tls?: TlsFacts;
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  EHOSTDOWN: 'refused',
  ENETUNREACH: 'refused',
  ENETDOWN: 'refused',
  EADDRNOTAVAIL: 'refused',
  EACCES: 'refused',
  EPERM: 'refused',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  EPROTO: 'tls',
};

/** The kind and detail of any error that a socket, a parser or a connection gave. */
export function brokenBy(error: unknown): Broken {
  if (error instanceof HarnessError && error.code === 'TRANSPORT_FAILED') return error.options.cause as Broken;
  const code = codeOf(error);
  return { failure: { kind: kindOf(code), detail: detailOf(code, error) } };
}

/** Wraps what is known in our own error, so that it can travel where only errors can. */
export function transportFailed(broken: Broken): HarnessError {
  return new HarnessError('TRANSPORT_FAILED', broken.failure.detail, { cause: broken });
}

/** The system's own code of an error; several addresses that failed share the code of the first. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? codeOf(error.errors[0]) : error.name;
}

/** Codes of OpenSSL and of certificate checks are many; those of the HTTP parser start with HPE. */
function kindOf(code: string): FailureKind {
  if (/^ERR_(SSL|TLS)_|CERT|^UNABLE_TO_/.test(code)) return 'tls';
  return KINDS[code] ?? 'protocol';
}

function detailOf(code: string, error: unknown): string {
  const said = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : messageOf(error);
  return said === '' || said === code ? code : `${code}: ${said}`;
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message.split('\n')[0]?.trim() || '' : String(error);
  // OpenSSL writes a thread, a number, and places in its own source around its words.
  return /^[0-9A-F]+:error:[0-9A-F]+:[^:]*:[^:]*:([^:]+):/.exec(text)?.[1] ?? text;
}
