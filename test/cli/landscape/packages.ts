/** Sealed packages on disk, about invented products. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publicPemOf } from '../../../src/report/seal/seal-key.js';
import { type ChainSampleOptions, chainSample } from '../../report/chain-samples.js';
import { type HeldPackage, KEYS, sealed } from '../../report/forged-packages/held-package.js';
import { FLAWLESS, RUN_FACTS } from '../../report/samples.js';

export type Versions = Readonly<Record<'a' | 'b1' | 'z', string>>;

/** A standard whose suites come along with us, so that it is known by its id. */
export const STANDAARD = { ...RUN_FACTS.standaard, naam: 'Zaak- en Documentservices', versie: '1.1' };

const NAMES = { a: 'Balie', b1: 'Doorgever', z: 'Magazijn' } as const;

/** A session of a chain in which all three were real. */
export function playedTogether(versions: Partial<Versions> = {}, options: ChainSampleOptions = {}): Promise<HeldPackage> {
  const told = (id: keyof Versions) => ({ product: { pakketnaam: NAMES[id], versie: versions[id] ?? '1.4' } });
  const partijen = { a: told('a'), b1: told('b1'), z: told('z') };
  const sample = chainSample({ ...options, run: { standaard: STANDAARD, echt: ['a', 'b1', 'z'], partijen, ...options.run } });
  return sealed({ ...FLAWLESS(), ...sample });
}

export function write(cwd: string, folder: string, held: HeldPackage): void {
  for (const [name, bytes] of held) {
    mkdirSync(dirname(join(cwd, folder, name)), { recursive: true });
    writeFileSync(join(cwd, folder, name), bytes);
  }
}

/** What somebody who trusts these packages has. */
export function trustIn(cwd: string): string {
  writeFileSync(join(cwd, 'trust.pem'), publicPemOf(KEYS.runner));
  return 'trust.pem';
}
