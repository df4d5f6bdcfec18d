/**
 * The changes of a dossier as a chain: each names the SHA-256 of the one before as it is written, so that none can be changed,
 * taken out or put in between without breaking it. The last ones can be cut off: only a signature over a later one shows that.
 */
import { createHash } from 'node:crypto';
import { HarnessError } from '../../model/harness-error.js';
import { canonicalJson } from '../../report/canonical-json.js';
import { isRecord, readExactJson } from '../../report/exact-json.js';
import { CHANGE_KINDS, type Wijziging } from './change.js';
import { foldChanges } from './fold.js';
import type { Stand } from './state.js';

/** Names the JSON Schema of `dossier.json`; published as docs/dossier.schema.json. */
export const DOSSIER_SCHEMA = 'urn:ketentest:dossier.schema.json:1';

/** Something that is not as it was written. */
export interface Breuk {
  readonly code: BreukCode;
  /** Number of the change. */
  readonly nr?: number;
  readonly bestand?: string;
  readonly verwacht?: string;
  readonly gezien?: string;
}

export type BreukCode =
  | 'CHAIN_BROKEN'
  | 'CHANGE_NUMBER'
  | 'STATE_DIFFERS'
  | 'INDEX_NOT_CANONICAL'
  | 'INDEX_BEHIND'
  | 'CHANGE_FILE_DIFFERS'
  | 'CHANGE_FILE_MISSING'
  | 'FILE_MISSING'
  | 'FILE_DIFFERS'
  | 'FILE_UNKNOWN';

export interface History {
  readonly wijzigingen: readonly Wijziging[];
  readonly stand: Stand;
  readonly breuken: readonly Breuk[];
}

/** One change as it is written, and as its digest is taken. */
export function changeText(change: Wijziging): string {
  return canonicalJson(change);
}

/** SHA-256 in hexadecimal. */
export function textDigest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The digest by which the next change names this one. */
export function changeDigest(change: Wijziging): string {
  return textDigest(changeText(change));
}

/** The change that follows, with its number and the digest of the one before. */
export function nextChange(before: readonly Wijziging[], made: Pick<Wijziging, 'wie' | 'op' | 'wat' | 'erbij'>): Wijziging {
  const last = before.at(-1);
  const { erbij, ...rest } = made;
  return {
    nr: before.length + 1,
    ...(last && { vorige: changeDigest(last) }),
    ...rest,
    ...(erbij && erbij.length > 0 && { erbij }),
  };
}

/** `dossier.json`: the signed index; where the dossier stands, and all changes that led there. */
export function indexText(changes: readonly Wijziging[]): string {
  return canonicalJson({ $schema: DOSSIER_SCHEMA, stand: foldChanges(changes), wijzigingen: changes });
}

/**
 * Reads `dossier.json`. What does not fit is named, not refused: somebody has to be able to see it.
 * @param complain - holds a value against the schema; texts of what is wrong
 * @throws {HarnessError} `DOSSIER_INVALID` when it is no dossier, or of a form that we do not know
 */
export function readIndex(bytes: Uint8Array, file: string, complain: (value: unknown) => readonly string[]): History {
  const exact = readExactJson(bytes);
  const value = 'value' in exact ? exact.value : parsed(bytes, file);
  const [first, ...more] = complain(value);
  if (first !== undefined) throw invalid(file, [first, ...more].slice(0, 3).join('; '));
  const { stand, wijzigingen } = value as { readonly stand: unknown; readonly wijzigingen: readonly Wijziging[] };
  const folded = foldChanges(wijzigingen);
  const differs = canonicalJson(folded) !== canonicalJson(stand);
  return {
    wijzigingen,
    stand: folded,
    breuken: [
      ...('value' in exact ? [] : [{ code: 'INDEX_NOT_CANONICAL' as const, bestand: file }]),
      ...chainBreaks(wijzigingen),
      ...(differs ? [{ code: 'STATE_DIFFERS' as const, bestand: file }] : []),
    ],
  };
}

/** Where the chain does not hold. */
export function chainBreaks(changes: readonly Wijziging[]): readonly Breuk[] {
  return changes.flatMap((each, index): readonly Breuk[] => {
    const before = changes[index - 1];
    const due = before && changeDigest(before);
    const nr = index + 1;
    if (each.nr !== nr) return [{ code: 'CHANGE_NUMBER', nr, verwacht: String(nr), gezien: String(each.nr) }];
    if (each.vorige === due) return [];
    return [{ code: 'CHAIN_BROKEN', nr, ...(due && { verwacht: due }), ...(each.vorige && { gezien: each.vorige }) }];
  });
}

/** One change in a file of its own. @returns undefined when it is none */
export function readChange(bytes: Uint8Array): Wijziging | undefined {
  const exact = readExactJson(bytes);
  if (!('value' in exact) || !isRecord(exact.value) || !isRecord(exact.value.wat)) return undefined;
  const kind = exact.value.wat.soort;
  return CHANGE_KINDS.some((each) => each === kind) ? (exact.value as unknown as Wijziging) : undefined;
}

function parsed(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid(file, 'JSON');
  }
}

function invalid(file: string, what: string): HarnessError {
  return new HarnessError(
    'DOSSIER_INVALID',
    { nl: `${file} is geen dossier: ${what}`, en: `${file} is no dossier: ${what}` },
    {
      place: { file },
      hint: {
        nl: 'Zet het bestand terug zoals ketentest het schreef; docs/dossier.schema.json zegt hoe het eruitziet.',
        en: 'Put the file back as ketentest wrote it; docs/dossier.schema.json says what it looks like.',
      },
    },
  );
}
