/** Seals a package: the first seal is over every public file, a later one over the seals that are there. */
import { createHash } from 'node:crypto';
import { HarnessError } from '../../model/harness-error.js';
import { readExactJson } from '../exact-json.js';
import { MANIFEST } from '../manifest.js';
import type { PackageFile } from '../package.js';
import { bytesOf, digestOf } from '../package-bytes.js';
import type { PackageSource } from '../package-source.js';
import { MAX_REPORT_BYTES, readReport } from '../rapport-json.js';
import { DISCLOSURE } from './disclosure.js';
import { type MessageRoot, rootIn } from './message-leaf.js';
import { MAX_SEAL_BYTES, signBundle } from './seal-bundle.js';
import { keyIdOf, publicPemOf, type SealingKey } from './seal-key.js';
import { isSealName, nextSealName, SEAL, sealsAmong } from './seal-names.js';
import { type SealFacts, sealPredicate } from './seal-predicate.js';
import { COUNTER_PREDICATE, type DoneAlong, SEAL_PREDICATE, writeStatement } from './seal-statement.js';
import { readTrustPem } from './trust-root.js';
import { type Verification, verifyPackage } from './verify.js';

export interface SealInput {
  readonly source: PackageSource;
  readonly key: SealingKey;
  readonly facts: SealFacts;
  /** When, as the signer says: ISO 8601 in UTC. */
  readonly at: string;
  /** What was done beside signing; of a first seal it means nothing. */
  readonly did?: DoneAlong;
}

/**
 * Makes the next seal of a package; putting it there is not done here. What `verify` would refuse is not sealed.
 * @throws {HarnessError} `REPORT_INVALID` when the package does not hold, or this key sealed it already
 */
export async function sealPackage(input: SealInput): Promise<PackageFile> {
  const names = (await input.source.list()).map(({ name }) => name);
  if (names.includes(DISCLOSURE)) throw new HarnessError('REPORT_INVALID', TEXTS.part, { hint: TEXTS.whole });
  const name = nextSealName(names);
  const bundle = name === SEAL ? await firstSeal(input, names) : await counterSeal(input, names);
  const file: PackageFile = {
    name,
    async *open() {
      yield Buffer.from(bundle);
    },
  };
  const trust = readTrustPem(publicPemOf(input.key.publicKey), 'eigen sleutel');
  // Of a later seal the first one is somebody else's; here it only matters whether it holds together.
  const seen = await verifyPackage(withFile(input.source, file, bundle.length), {
    ...(name === SEAL && { trust }),
    version: input.facts.harness.version,
  });
  if (seen.oordeel === 'houdt_niet') throw refused(seen);
  return file;
}

async function firstSeal({ source, key, facts, at }: SealInput, names: readonly string[]): Promise<string> {
  const digests = new Map<string, string>();
  for (const name of names.filter((each) => !isSealName(each))) digests.set(name, await digestOf(source, name));
  const bytes = digests.has('rapport.json') ? await bytesOf(source, 'rapport.json', MAX_REPORT_BYTES) : undefined;
  const report = readReport(String(bytes ?? ''));
  const predicate = { ...sealPredicate(report, facts, await rootOver(source, digests)), ...signedBy(key, at) };
  return signBundle(writeStatement(SEAL_PREDICATE, predicate, digests), key);
}

/** Over the messages; absent when they have no tree. Whether it is right is seen when the package is verified. */
async function rootOver(source: PackageSource, digests: ReadonlyMap<string, string>): Promise<MessageRoot | undefined> {
  const bytes = digests.has(MANIFEST) ? await bytesOf(source, MANIFEST, MAX_REPORT_BYTES) : undefined;
  const read = readExactJson(bytes ?? Buffer.of());
  return 'value' in read ? rootIn(read.value) : undefined;
}

async function counterSeal({ source, key, at, did }: SealInput, names: readonly string[]): Promise<string> {
  const digests = new Map<string, string>();
  for (const name of sealsAmong(names)) {
    const bytes = (await bytesOf(source, name, MAX_SEAL_BYTES)) ?? Buffer.of();
    digests.set(name, createHash('sha256').update(bytes).digest('hex'));
  }
  return signBundle(writeStatement(COUNTER_PREDICATE, { ...signedBy(key, at), ...did }, digests), key);
}

/** The key goes along, with its certificates, so that without a trust root one can see at least that nothing was changed since. */
export function signedBy({ publicKey, certificates }: SealingKey, at: string) {
  const certificaten = certificates.map(({ raw }) => raw.toString('base64'));
  const key = { sleutel: keyIdOf(publicKey), publicKey: publicPemOf(publicKey) };
  return { verzegeldOp: at, ondertekenaar: { ...key, ...(certificaten.length > 0 && { certificaten }) } };
}

function withFile(source: PackageSource, file: PackageFile, size: number): PackageSource {
  return {
    list: async () => [...(await source.list()), { name: file.name, kind: 'file', size }],
    open: (name) => (name === file.name ? file.open() : source.open(name)),
  };
}

function refused({ bevindingen }: Verification): HarnessError {
  const list = bevindingen.map(({ code, bestand }) => `  ${[code, bestand].filter(Boolean).join(' ')}`).join('\n');
  return new HarnessError(
    'REPORT_INVALID',
    { nl: `dit pakket wordt niet verzegeld:\n${list}`, en: `this package is not sealed:\n${list}` },
    { hint: { nl: 'Zie "ketentest explain <code>".', en: 'See "ketentest explain <code>".' } },
  );
}

const TEXTS = {
  part: {
    nl: 'dit pakket toont maar een deel van de berichten, en wordt niet verzegeld',
    en: 'this package shows some of its messages only, and is not sealed',
  },
  whole: { nl: 'Onderteken het hele rapport.', en: 'Sign the whole report.' },
} as const;
