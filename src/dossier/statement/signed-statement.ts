/**
 * The file of a statement: a Sigstore bundle over an in-toto Statement, as seals and tickets are. What it is about is its subject, so
 * that nobody can move a signature to something else.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../report/canonical-json.js';
import { isRecord } from '../../report/exact-json.js';
import { PAYLOAD_TYPE, signedBytes } from '../../report/seal/dsse.js';
import { readBundle, signBundle } from '../../report/seal/seal-bundle.js';
import { isSignedBy, keyIdOf, publicPemOf, type SealingKey } from '../../report/seal/seal-key.js';
import { readStatement, type Statement, writeStatement } from '../../report/seal/seal-statement.js';
import type { TrustedKey } from '../../report/seal/trust-root.js';
import type { ReasonCode } from '../../report/seal/verify-reasons.js';
import { keyOf } from '../../report/seal/verify-seal.js';
import { establish, type Trust } from '../../report/seal/verify-signer.js';
import { hasShapeOf, isTime, SOORTEN } from './shapes.js';
import type { Opgesteld, Soort, Verklaring } from './verklaring.js';

/** How the name of its file ends. */
export const STATEMENT_FILE = '.verklaring.sigstore.json';

/** Larger is no statement. */
export const MAX_STATEMENT_BYTES = 64 * 1024;

/** A statement whose signature holds; whether it counts depends on who made it. */
export interface SignedStatement extends Opgesteld {
  /** Name of the file, as it was given. */
  readonly naam: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly verklaring: Verklaring;
  /** Id of the key, of which the signature was checked. */
  readonly sleutel: string;
  /** Whose key it is, and who that is, as the trust root says. */
  readonly partij?: string;
  readonly wie?: TrustedKey['wie'];
  /** Why nobody may rely on who made it; absent when the trust root lets this key speak. */
  readonly bezwaar?: ReasonCode;
}

/** A file that says nothing at all. */
export interface BrokenStatement {
  readonly naam: string;
  readonly bezwaar: ReasonCode;
}

export function writeSigned(verklaring: Verklaring, opgesteld: Opgesteld, key: SealingKey): Promise<string> {
  const { soort, ...said } = verklaring;
  const certificaten = key.certificates.map(({ raw }) => raw.toString('base64'));
  const ondertekenaar = {
    ...{ sleutel: keyIdOf(key.publicKey), publicKey: publicPemOf(key.publicKey) },
    ...(certificaten.length > 0 && { certificaten }),
  };
  const predicate = { ...said, ...opgesteld, ondertekenaar };
  return signBundle(writeStatement(predicateOf(soort), predicate, new Map([subjectOf(verklaring)])), key);
}

/** @param trust - whom somebody trusts; a signature that holds is told apart from one that counts */
export function openSigned(naam: string, bytes: Uint8Array, trust: Trust = {}): SignedStatement | BrokenStatement {
  const bundle = readBundle(bytes);
  if (typeof bundle === 'string') return { naam, bezwaar: bundle };
  const key = keyOf(bundle, trust);
  if (key === undefined || keyIdOf(key) !== bundle.keyId) return { naam, bezwaar: 'KEY_MISMATCH' };
  if (!isSignedBy(key, signedBytes(PAYLOAD_TYPE, bundle.payload), bundle.signature))
    return { naam, bezwaar: 'SIGNATURE_INVALID' };
  const soort = soortIn(bundle.payload);
  const statement = soort ? readStatement(bundle.payload, predicateOf(soort)) : 'PREDICATE_TYPE';
  if (soort === undefined || typeof statement === 'string') return { naam, bezwaar: statement as ReasonCode };
  const said = saidIn(soort, statement);
  if (said === undefined) return { naam, bezwaar: 'STATEMENT_FORM' };
  const who = establish({ bundle, statement, name: naam, at: Date.parse(said.opgesteldOp) }, trust);
  const bezwaar = who.complaint ?? (who.isKnown ? undefined : 'KEY_UNKNOWN');
  return {
    ...{ naam, digest: createHash('sha256').update(bytes).digest('hex'), sleutel: bundle.keyId, ...said },
    ...(who.isKnown && who.naam !== undefined && { partij: who.naam }),
    ...(who.isKnown && who.wie && { wie: who.wie }),
    ...(bezwaar && { bezwaar }),
  };
}

function saidIn(soort: Soort, { predicate, subject }: Statement): (Opgesteld & Pick<SignedStatement, 'verklaring'>) | undefined {
  const { opgesteldOp, geldigTot, ondertekenaar: _, ...said } = predicate;
  if (!isTime(opgesteldOp) || (geldigTot !== undefined && !isTime(geldigTot)) || !hasShapeOf(soort, said)) return undefined;
  const verklaring = { soort, ...said } as unknown as Verklaring;
  const [name, digest] = subjectOf(verklaring);
  const isAbout = subject.length === 1 && subject[0]?.name === name && subject[0].digest.sha256 === digest;
  return isAbout ? { verklaring, opgesteldOp, ...(geldigTot !== undefined && { geldigTot }) } : undefined;
}

/** The kind that the payload names; nothing of it is believed yet. */
function soortIn(payload: Buffer): Soort | undefined {
  const named = /"predicateType":"urn:ketentest:verklaring:([a-z_]+):1"/.exec(payload.toString('utf8'))?.[1];
  return SOORTEN.find((each) => each === named);
}

function predicateOf(soort: Soort): string {
  return `urn:ketentest:verklaring:${soort}:1`;
}

/** What it is about, with its digest: a file or a key when there is one, else what stands in it. */
function subjectOf({ soort, ...said }: Verklaring): readonly [name: string, sha256: string] {
  const { over, testset, bestand, sleutel } = said as Readonly<Record<string, unknown>>;
  if (isRecord(over) && typeof over.rapport === 'string') return ['rapport.json', over.rapport];
  if (isRecord(bestand)) return ['platformrapport', String(bestand.sha256)];
  if (isRecord(testset)) return ['testset', String(testset.digest)];
  if (typeof sleutel === 'string') return ['sleutel', sleutel];
  return [
    'onderwerp',
    createHash('sha256')
      .update(canonicalJson({ soort, ...said }))
      .digest('hex'),
  ];
}
