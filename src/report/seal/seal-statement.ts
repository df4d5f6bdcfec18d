/**
 * What a seal says: these files have these digests, and this is what the report is about. An in-toto Statement.
 *
 * @see https://github.com/in-toto/attestation, spec/v1/statement.md
 */
import { hasExactly, isRecord, readExactJson } from '../exact-json.js';
import { foldedName, isPlainName } from './seal-names.js';
import type { ReasonCode } from './verify-reasons.js';

const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** Of the first seal of a package. */
export const SEAL_PREDICATE = 'urn:ketentest:testrapport:1';
/** Of a seal by which somebody signs along. */
export const COUNTER_PREDICATE = 'urn:ketentest:medeondertekening:1';

/** What somebody who signs along did, beside looking whether the package holds. */
export interface DoneAlong {
  /** Computed every verdict again from the recorded messages, and it came out the same. */
  readonly nagerekend?: {
    /** Whether `rapport.json` came out byte for byte. */
    readonly byteGelijk: boolean;
    /** From what went over the wire, or from the public copies. */
    readonly bron: 'prive' | 'openbaar';
    readonly harnas: { readonly versie: string; readonly digest: string };
  };
  /** Recorded the same messages at the other end. */
  readonly meegeschreven?: { readonly berichten: number };
}

export interface Subject {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

export interface Statement {
  readonly predicateType: string;
  readonly predicate: Readonly<Record<string, unknown>>;
  /** Sorted by name. */
  readonly subject: readonly Subject[];
}

/** @param digests - SHA-256 in hexadecimal, by name */
export function writeStatement(
  predicateType: string,
  predicate: unknown,
  digests: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const subject = [...digests].map(([name, sha256]): Subject => ({ name, digest: { sha256 } }));
  return { _type: STATEMENT_TYPE, predicateType, predicate, subject: subject.toSorted(byName) };
}

/** @param wanted - the kind of predicate it should have */
export function readStatement(payload: Uint8Array, wanted: string): Statement | ReasonCode {
  const read = readExactJson(payload);
  if ('problem' in read) return read.problem === 'unreadable' ? 'STATEMENT_UNREADABLE' : 'STATEMENT_NOT_CANONICAL';
  const { value } = read;
  if (!hasExactly(value, '_type', 'predicateType', 'predicate', 'subject')) return 'STATEMENT_FORM';
  if (value._type !== STATEMENT_TYPE) return 'STATEMENT_TYPE';
  if (value.predicateType !== wanted) return 'PREDICATE_TYPE';
  const { predicate, subject } = value;
  if (!isRecord(predicate) || !Array.isArray(subject) || subject.length === 0 || !subject.every(isSubject)) {
    return 'STATEMENT_FORM';
  }
  return namesComplaint(subject) ?? { predicateType: wanted, predicate, subject };
}

function isSubject(value: unknown): value is Subject {
  if (!hasExactly(value, 'name', 'digest') || typeof value.name !== 'string') return false;
  return hasExactly(value.digest, 'sha256') && /^[0-9a-f]{64}$/.test(String(value.digest.sha256));
}

/** Two names that one file system would put in the same place are as good as one name twice. */
function namesComplaint(subjects: readonly Subject[]): ReasonCode | undefined {
  if (subjects.some(({ name }) => !isPlainName(name))) return 'SUBJECT_NAME';
  if (new Set(subjects.map(({ name }) => foldedName(name))).size !== subjects.length) return 'SUBJECT_TWICE';
  const isSorted = subjects.every((each, index) => index === 0 || byName(subjects[index - 1] ?? each, each) < 0);
  return isSorted ? undefined : 'STATEMENT_FORM';
}

function byName(one: Subject, other: Subject): number {
  return one.name < other.name ? -1 : 1;
}

/** What a seal by which somebody signs along says that was done; a form that is not ours says nothing. */
export function didAlong({ predicate }: Statement): { readonly nagerekend?: true; readonly meegeschreven?: true } {
  const { nagerekend, meegeschreven } = predicate;
  const isRechecked = hasExactly(nagerekend, 'byteGelijk', 'bron', 'harnas');
  const isRecorded = hasExactly(meegeschreven, 'berichten') && Number(meegeschreven.berichten) > 0;
  return { ...(isRechecked && { nagerekend: true }), ...(isRecorded && { meegeschreven: true }) };
}
