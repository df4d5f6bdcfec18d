/** A small invented suite for tests of commands. */
import type { Suite, VariableDefinition } from '../../src/model/scenario.js';

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
