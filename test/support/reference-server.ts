/** The reference counterpart of a standard on loopback, in this process. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../src/actor/simulator.js';
import { decoded } from '../../src/message/content-coding.js';
import { createSchemaBasis, createWrittenBasis, type OpenSchemaBasis } from '../../src/message/schema-basis.js';
import { writeSchema } from '../../src/message/shape-schema.js';
import type { Clock } from '../../src/model/clock.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { familyOf } from '../../src/standard/index.js';
import { officialSet } from '../suite/official-set.js';
import { machineClock } from './reference-run.js';

export interface ReferenceServer extends AsyncDisposable {
  readonly url: string;
}

/** @param basis - refuses what its schema does not allow; without it nothing is refused for its form */
export async function startReference(
  standard: StandardDefinition,
  clock: Clock = machineClock,
  basis?: OpenSchemaBasis,
  begun?: ReadonlySet<string>,
): Promise<ReferenceServer> {
  const registry = familyOf(standard.family).registry(standard);
  return startSimulator({
    standard,
    registry,
    store: registry.createStore(),
    version: 'proef',
    clock,
    begun,
    ...(basis && { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) }),
    host: '127.0.0.1',
    port: 0,
    spoolFolder: join(tmpdir(), `ketentest-referentie-${process.pid}`),
  });
}

/** Our own compact schema as a basis. */
export async function compactBasis(standard: StandardDefinition): Promise<OpenSchemaBasis> {
  const { shapes } = standard;
  if (!shapes) throw new Error(`${standard.id} has no compact schema`);
  return createWrittenBasis({
    ...{ soort: 'ingebouwd', naam: standard.id, digest: shapes.digest ?? '', prefixes: standard.namespaces, shapes },
    write: () => writeSchema(shapes),
  });
}

/** The official set as a basis; undefined when it is not on this machine. */
export async function officialBasis(standard: StandardDefinition): Promise<OpenSchemaBasis | undefined> {
  const [wanted] = standard.schemas;
  const files = wanted && officialSet(wanted.set);
  if (!wanted || !files) return undefined;
  return createSchemaBasis(
    { soort: 'officieel', naam: wanted.set, files, entries: wanted.entries, prefixes: standard.namespaces },
    { bytesOf: (message) => decoded(message.body, message.headers) },
  );
}
