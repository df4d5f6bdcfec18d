/** Exchanges made from text, for judges that have never met a socket. */
import { createHash } from 'node:crypto';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { Body } from '../../src/model/body.js';
import type { Exchange, Purpose } from '../../src/model/exchange.js';

let made = 0;

export function madeBody(text: string | Uint8Array): Body {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return {
    id: `made-${++made}`,
    size: bytes.length,
    digest: createHash('sha256').update(bytes).digest('hex'),
    async *open() {
      yield bytes;
    },
    bytes: async () => bytes,
  };
}

export interface MadeOf {
  readonly id?: string;
  readonly request?: string;
  readonly reply?: string;
  readonly status?: number;
  readonly contentType?: string;
  readonly purpose?: Partial<Purpose>;
  readonly failure?: Exchange['failure'];
}

export function madeExchange(of: MadeOf): Exchange {
  return {
    id: of.id ?? '0001',
    part: 'driver',
    request: { method: 'POST', url: 'http://127.0.0.1/', headers: [], body: madeBody(of.request ?? '<vraag/>') },
    ...(of.reply !== undefined && {
      reply: {
        status: of.status ?? 200,
        headers: [['Content-Type', of.contentType ?? 'text/xml; charset=utf-8']],
        body: madeBody(of.reply),
      },
    }),
    ...(of.failure && { failure: of.failure }),
    startedAt: '2026-01-01T00:00:00.000Z',
    endedAt: '2026-01-01T00:00:00.010Z',
    purpose: { scenario: 'vt.1', step: 1, kind: 'step', service: 'geefVaartuig', attempt: 1, ...of.purpose },
  };
}

export const madeReader = createMessageReader;
