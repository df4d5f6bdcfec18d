/** A small invented suite and its services, for tests of commands. */
import type { Suite, VariableDefinition } from '../../src/model/scenario.js';
import type { ServiceDefinition } from '../../src/model/standard-definition.js';

export function suiteOf(variables: readonly VariableDefinition[] = []): Suite {
  return {
    id: 'lampen-1.0/lampbeheer',
    standard: 'lampen-1.0',
    role: 'lampbeheer',
    title: 'Lampen 1.0 - Lampbeheer',
    testset: { id: 'Lampen', versie: '1', bron: 'eigen', berichten: 'eigen', digest: '' },
    variables,
    scenarios: [{ id: 'lb.1.plaats', title: 'Plaats', verplicht: true, steps: [] }],
  };
}

export function serviceOf(id: string, portType: string): ServiceDefinition {
  return {
    id,
    naam: id,
    operation: `${id}_Di01`,
    portType,
    soapAction: `urn:lampen/${id}_Di01`,
    asynchronous: false,
    request: { element: 'L:lamp', code: 'Di01' },
    replies: [{ element: 'L:ok', code: 'Bv01' }],
    fault: { element: 'L:fout', code: 'Fo01' },
    elements: { request: [], reply: [] },
    effects: [],
    bron: { document: 'L' },
  };
}
