/** What a simulated counterpart holds to begin with, when it is asked for: messages of our own, taken in as if they were sent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXml } from '../../message/xml-reader.js';
import { HarnessError } from '../../model/harness-error.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { Registry, RegistryStore } from '../../standard/family.js';

/**
 * Takes in every message of `suites/<standard>/seed/`, called `NN-<service>.xml`, in order.
 * @throws {HarnessError} `SUITE_INVALID` for a message that is refused: then the data are wrong, or the registry
 */
export function sow(folder: string, standard: StandardDefinition, registry: Registry, store: RegistryStore, now: number): void {
  const seed = join(folder, standard.id, 'seed');
  const files = existsSync(seed) ? readdirSync(seed).filter((name) => /^\d+-.+\.xml$/.test(name)) : [];
  for (const name of files.sort()) {
    const service = standard.services.find(({ id }) => id === name.replace(/^\d+-(.+)\.xml$/, '$1'));
    const { root } = readXml(readFileSync(join(seed, name)));
    const { summary } = registry.handle(store, {
      soapAction: service?.soapAction,
      contentType: 'text/xml',
      receivedAt: now,
      ...(root && { root }),
    });
    if (summary.fault !== undefined)
      throw new HarnessError('SUITE_INVALID', `the seed message is refused: ${summary.fault}`, {
        place: { file: join(seed, name) },
      });
  }
}
