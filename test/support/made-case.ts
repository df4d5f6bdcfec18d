/** A case for a judge: an invented service, a family, one exchange. */
import type { Case } from '../../src/judge/judge.js';
import type { ServiceDefinition, StandardDefinition } from '../../src/model/standard-definition.js';
import type { Family } from '../../src/standard/family.js';
import { askedFor } from '../../src/standard/stuf/asked-for.js';
import { readFacts } from '../../src/standard/stuf/facts.js';
import { confirms } from '../../src/standard/stuf/judge-kind.js';
import { judgeReply } from '../../src/standard/stuf/judge-reply.js';
import { type MadeOf, madeExchange, madeReader } from './made-exchange.js';

export const VTG = 'http://example.org/vaartuigen';
export const STUF = 'http://www.egem.nl/StUF/StUF0301';

export const service = {
  id: 'geefVaartuig',
  naam: 'Geef vaartuig',
  operation: 'geefVaartuig_Lv01',
  portType: 'BeantwoordVraag',
  soapAction: `${VTG}/geefVaartuig_Lv01`,
  asynchronous: false,
  request: { element: 'VTG:vtgLv01', code: 'Lv01', entiteittype: 'VTG' },
  replies: [{ element: 'VTG:vtgLa01', code: 'La01', entiteittype: 'VTG' }],
  fault: { element: 'StUF:Fo02Bericht', code: 'Fo02' },
  elements: { request: [], reply: [] },
  effects: [],
  bron: { document: 'VTG', plaats: '§1' },
} satisfies ServiceDefinition;

export const standard = {
  id: 'vaartuigen-1.0',
  family: 'stuf',
  namespaces: { StUF: STUF, VTG },
  services: [service],
} as unknown as StandardDefinition;

const registry = () => ({ remains: () => [] });
const family = {
  read: readFacts,
  judgeReply,
  askedFor,
  confirms,
  registry,
  tolerates: () => undefined,
  faultMeaning: () => 'own',
} as unknown as Family;

/** Wraps message content in an envelope with every prefix declared. */
export function envelope(content: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:StUF="${STUF}" xmlns:VTG="${VTG}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><s:Body>${content}</s:Body></s:Envelope>`;
}

export function madeCase(of: MadeOf, more: Partial<Case> = {}): Case {
  const exchange = madeExchange(of);
  return {
    record: { exchanges: [exchange], established: new Set(), disproved: new Set() },
    exchange,
    service,
    values: {},
    tools: { standard, family, reader: madeReader(), bases: [], profile: 'strict' },
    ...more,
  };
}
