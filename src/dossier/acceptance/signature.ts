/**
 * Signatures in a dossier: under a testverslag, by each party a bundle of its own over the same bytes; and over the dossier as a
 * whole, up to the change that was the last one then. They are of the same form as the seal of a report.
 */
import { canonicalJson } from '../../report/canonical-json.js';
import { signedBy as signer } from '../../report/seal/seal.js';
import { signBundle } from '../../report/seal/seal-bundle.js';
import type { SealingKey } from '../../report/seal/seal-key.js';
import { writeStatement } from '../../report/seal/seal-statement.js';
import { openSealBytes, type Signer } from '../../report/seal/verify-seal.js';
import type { Trust } from '../../report/seal/verify-signer.js';
import type { Wijziging } from './change.js';
import { changeDigest, indexText, textDigest } from './history.js';
import type { Stand, TestverslagRef } from './state.js';
import { SIDES, type Zijde } from './words.js';

export const TESTVERSLAG_PREDICATE = 'urn:ketentest:testverslag:1';
export const DOSSIER_PREDICATE = 'urn:ketentest:dossier:1';

/** Who signs, for whom, and when. */
export interface Hand {
  readonly key: SealingKey;
  readonly partij: Zijde;
  /** Of the person. */
  readonly naam: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A signature that was looked at. */
export interface SeenSignature {
  readonly bestand: string;
  /** Over the testverslag of this round, and in this file; over the whole dossier when absent. */
  readonly ronde?: number;
  readonly over?: string;
  readonly partij?: Zijde;
  readonly naam?: string;
  readonly signer?: Signer;
  /** Of a signature over the dossier: the last change that it covers. */
  readonly totEnMet?: number;
  /** Codes of why it does not hold; empty when it does. */
  readonly bevindingen: readonly string[];
}

/** @param text - the testverslag as it is written @param name - of its file */
export async function signTestverslag(text: string, name: string, { key, partij, naam, at }: Hand): Promise<string> {
  const predicate = { partij, naam, ...signer(key, at) };
  return signBundle(writeStatement(TESTVERSLAG_PREDICATE, predicate, new Map([[name, textDigest(text)]])), key);
}

/** Covers the changes up to now; later ones do not break it. */
export async function signDossier(changes: readonly Wijziging[], { key, partij, naam, at }: Hand): Promise<string> {
  const last = changes.at(-1);
  const wijziging = { nr: changes.length, digest: last ? changeDigest(last) : '' };
  const predicate = { partij, naam, wijziging, ...signer(key, at) };
  return signBundle(
    writeStatement(DOSSIER_PREDICATE, predicate, new Map([['dossier.json', textDigest(indexText(changes))]])),
    key,
  );
}

/** A signature as it was read. @param file - its name in the folder of the dossier */
export interface FoundSignature {
  readonly bestand: string;
  readonly bytes: Uint8Array;
}

/** Looks at a signature under one of the testverslagen. @param texts - what stands in their files now, by name */
export function seenTestverslag(
  { bestand, bytes }: FoundSignature,
  stand: Stand,
  texts: ReadonlyMap<string, string>,
  trust: Trust,
): SeenSignature {
  const read = openSealBytes(bytes, bestand, TESTVERSLAG_PREDICATE, trust);
  const codes = read.findings.map(({ code }) => code);
  if (!read.opened) return { bestand, bevindingen: codes };
  const { statement, signer } = read.opened;
  const [subject] = statement.subject;
  const about = stand.testverslagen.find((each) => nameIn(each) === subject?.name);
  const text = about && texts.get(about.bestand);
  const isSame = text !== undefined && textDigest(text) === subject?.digest.sha256 && about?.digest === subject.digest.sha256;
  const other = isSame ? [] : [about === undefined ? 'SUBJECT_NAME' : 'FILE_DIFFERS'];
  return {
    ...{ bestand, signer, ...who(statement.predicate) },
    ...(about && { ronde: about.ronde, over: about.bestand }),
    bevindingen: [...codes, ...other, ...wrongSide(signer, who(statement.predicate).partij)],
  };
}

/** Looks at a signature over the dossier: the change that was the last one then has to be there still, and the same. */
export function seenDossier({ bestand, bytes }: FoundSignature, changes: readonly Wijziging[], trust: Trust): SeenSignature {
  const read = openSealBytes(bytes, bestand, DOSSIER_PREDICATE, trust);
  const codes = read.findings.map(({ code }) => code);
  if (!read.opened) return { bestand, bevindingen: codes };
  const { statement, signer } = read.opened;
  const { wijziging } = statement.predicate as { readonly wijziging?: { readonly nr?: unknown; readonly digest?: unknown } };
  const nr = Number(wijziging?.nr);
  const covered = changes[nr - 1];
  const other = covered === undefined ? ['CHANGES_CUT_OFF'] : changeDigest(covered) === wijziging?.digest ? [] : ['CHAIN_BROKEN'];
  return {
    ...{ bestand, signer, ...who(statement.predicate) },
    ...(covered && { totEnMet: nr }),
    bevindingen: [...codes, ...other, ...wrongSide(signer, who(statement.predicate).partij)],
  };
}

/** One key for both parties shows nothing. */
export function withoutShared(signatures: readonly SeenSignature[]): readonly SeenSignature[] {
  return signatures.map((each) => {
    const others = signatures.filter(({ partij, ronde }) => partij !== each.partij && ronde === each.ronde);
    const isShared = others.some(({ signer }) => signer?.sleutel !== undefined && signer.sleutel === each.signer?.sleutel);
    return isShared ? { ...each, bevindingen: [...each.bevindingen, 'KEY_TWICE'] } : each;
  });
}

/** The parties whose signature under the last testverslag of a round holds. */
export function signedFor({ testverslagen }: Stand, signatures: readonly SeenSignature[], ronde: number): readonly Zijde[] {
  const last = testverslagen.findLast((each) => each.ronde === ronde);
  const sound = signatures.filter(
    ({ over, bevindingen }) => over !== undefined && over === last?.bestand && bevindingen.length === 0,
  );
  return SIDES.filter((side) => sound.some(({ partij }) => partij === side));
}

/** What a testverslag says, as it is written: what no longer changes, so that both sign the same. */
export function testverslagText(stand: Stand, ronde: number, changes: readonly Wijziging[]): string {
  const { contract, product, plan, eisen, rapporten, gebreken, opmerkingen, rondes } = stand;
  return canonicalJson({
    $schema: TESTVERSLAG_PREDICATE,
    ...{ contract, product, plan, eisen },
    ronde: rondes.find(({ nr }) => nr === ronde),
    rapporten: rapporten.map(({ id, nummer, digest, totaal }) => ({ id, nummer, digest, totaal })),
    gebreken: gebreken.filter((each) => each.ronde === undefined || each.ronde <= ronde),
    opmerkingen: opmerkingen.filter((each) => each.ronde === ronde),
    wijziging: { nr: changes.length, digest: changes.length === 0 ? '' : changeDigest(changes[changes.length - 1] as Wijziging) },
  });
}

function nameIn({ bestand }: TestverslagRef): string {
  return bestand.split('/').at(-1) ?? '';
}

function who(predicate: Readonly<Record<string, unknown>>): Pick<SeenSignature, 'partij' | 'naam'> {
  const partij = SIDES.find((each) => each === predicate.partij);
  return { ...(partij && { partij }), ...(typeof predicate.naam === 'string' && { naam: predicate.naam }) };
}

/** Where somebody trusts a key of one party, it does not sign for the other. */
function wrongSide(signer: Signer, partij: Zijde | undefined): readonly string[] {
  if (partij === undefined) return ['STATEMENT_FORM'];
  const due = signer.wie === 'leverancier' ? 'leverancier' : signer.wie === 'gemeente' ? 'opdrachtgever' : partij;
  return due === partij ? [] : ['SIGNER_OTHER'];
}
