/** Packages in memory, to seal, forge and verify: honest ones, and the tools of a forger who has some of the keys. */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { digestWith } from '../../../src/cli/privacy/privacy-key.js';
import { canonicalJson } from '../../../src/report/canonical-json.js';
import type { Manifest, Mask } from '../../../src/report/manifest.js';
import { packageFiles } from '../../../src/report/package.js';
import type { ListedFile, PackageSource } from '../../../src/report/package-source.js';
import { disclosedFiles } from '../../../src/report/seal/disclose.js';
import { PAYLOAD_TYPE, signedBytes } from '../../../src/report/seal/dsse.js';
import { sealPackage } from '../../../src/report/seal/seal.js';
import { keyIdOf, publicPemOf, type SealingKey, sealingKey, signWith } from '../../../src/report/seal/seal-key.js';
import { isSealName, SEAL } from '../../../src/report/seal/seal-names.js';
import { readTrustPem, type TrustedKey } from '../../../src/report/seal/trust-root.js';
import type { Sample } from '../samples.js';
import { bodyOf, WITH_FAULTS } from '../samples.js';

export type HeldPackage = Map<string, Buffer>;

/** Names that are no plain file; what stands in the map is not looked at. */
export type Kinds = ReadonlyMap<string, ListedFile['kind']>;

export const VERSION = '0.1.0';
export const AT = '2026-03-14T10:00:00.000Z';

const p256 = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
/** Of who ran the test, of who signs along, and of a stranger. */
export const KEYS = { runner: p256(), along: generateKeyPairSync('ed25519').privateKey, stranger: p256() } as const;

export const FACTS = { schemaDigest: 'a'.repeat(64), harness: { version: VERSION, digest: 'b'.repeat(64) } } as const;

export function trusting(...keys: readonly KeyObject[]): readonly TrustedKey[] {
  return keys.flatMap((key, index) => readTrustPem(publicPemOf(key), `key ${index + 1}`));
}

export function sourceOf(held: HeldPackage, kinds: Kinds = new Map()): PackageSource {
  return {
    list: async () => [...held].map(([name, bytes]) => ({ name, kind: kinds.get(name) ?? 'file', size: bytes.length })),
    async *open(name) {
      const bytes = held.get(name);
      if (bytes === undefined || kinds.has(name)) throw new Error(`${name} was opened`);
      yield bytes;
    },
  };
}

/** A package as a run leaves it. */
export async function unsealed(sample: Sample = WITH_FAULTS()): Promise<HeldPackage> {
  const plan = { suite: { id: 'bieb-1.0/catalogus', standard: 'bieb-1.0' } };
  const testset = [{ name: 'plan.json', bytes: Buffer.from(JSON.stringify(plan)) }];
  const held: HeldPackage = new Map();
  for (const file of await packageFiles({ ...sample, testset, mask: salting })) held.set(file.name, await contentOf(file.open()));
  return held;
}

/** Publishes every message as it is, with salts: of the leaf, and of the message as it went. */
const salting: Mask = async (body, { exchange, side }) => {
  const message = `${exchange.id}/${side}`;
  const saltedDigest = await digestWith(originalSalt(message), body);
  return { body, masked: [], saltedDigest, leafSalt: leafSalt(message) };
};

export const leafSalt = (message: string) => sha256(Buffer.from(`blad ${message}`)).slice(0, 32);
export const originalSalt = (message: string) => sha256(Buffer.from(`zout ${message}`)).slice(0, 32);

/** Shows some messages of a sealed package, of which one also as it went. */
export async function disclosed(held: HeldPackage, names: readonly string[] = SHOWN, original = SHOWN[0]): Promise<HeldPackage> {
  const manifest = JSON.parse(String(held.get('bewijs/manifest.json'))) as Manifest;
  const files = await disclosedFiles({
    ...{ source: sourceOf(held), manifest, chosen: new Set(names), leafSalt },
    original: (message) =>
      message === original
        ? { body: bodyOf(held.get(`bewijs/${message.replace('/', '-')}.xml`) ?? Buffer.of()), salt: originalSalt(message) }
        : undefined,
  });
  const shown: HeldPackage = new Map();
  for (const file of files) shown.set(file.name, await contentOf(file.open()));
  return shown;
}

export const SHOWN = ['0001/antwoord', '0003/vraag'] as const;

/** Adds the next seal. */
export async function seal(held: HeldPackage, key: KeyObject | SealingKey, at = AT): Promise<HeldPackage> {
  const file = await sealPackage({ source: sourceOf(held), key: 'sign' in key ? key : sealingKey(key), facts: FACTS, at });
  return new Map([...held, [file.name, await contentOf(file.open())]]);
}

export async function sealed(sample?: Sample): Promise<HeldPackage> {
  return seal(await unsealed(sample), KEYS.runner);
}

export async function sealedByTwo(): Promise<HeldPackage> {
  return seal(await sealed(), KEYS.along);
}

/** What was signed, as a value that can be changed. */
// biome-ignore lint/suspicious/noExplicitAny: a forger changes whatever there is
export type Loose = any;

export function bundleIn(held: HeldPackage, name: string = SEAL): Loose {
  return JSON.parse(String(held.get(name)));
}

export function statementIn(held: HeldPackage, name: string = SEAL): Loose {
  return JSON.parse(Buffer.from(bundleIn(held, name).dsseEnvelope.payload, 'base64').toString());
}

/** Signs anything at all as the seal, with a key that the forger has. */
export function put(held: HeldPackage, statement: unknown, key: KeyObject = KEYS.runner, name: string = SEAL): HeldPackage {
  return held.set(name, Buffer.from(canonicalJson(bundleOf(statement, key))));
}

/** The form of a seal. @param material - who is said to have signed; the id of the key by default */
export function bundleOf(statement: unknown, key: KeyObject, material: unknown = { publicKey: { hint: keyIdOf(key) } }): unknown {
  const payload = Buffer.from(canonicalJson(statement));
  const sig = signWith(key, signedBytes(PAYLOAD_TYPE, payload)).toString('base64');
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: material,
    dsseEnvelope: { payload: payload.toString('base64'), payloadType: PAYLOAD_TYPE, signatures: [{ sig }] },
  };
}

/** The digests of what is in the package now, signed again: a forger who has the key, and passes by our own checks. */
export function resealed(held: HeldPackage, key: KeyObject = KEYS.runner, change: (statement: Loose) => void = () => {}) {
  const statement = statementIn(held);
  statement.subject = [...held.keys()]
    .filter((name) => !isSealName(name))
    .sort()
    .map((name) => ({ name, digest: { sha256: sha256(held.get(name) ?? Buffer.of()) } }));
  change(statement);
  return put(held, statement, key);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function contentOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
