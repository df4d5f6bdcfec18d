/**
 * Compares the files of a set with the table of published sets: whether it is the published one, file for file, and if
 * not, what deviates.
 */
import type { SchemaFiles } from '../../message/schema-closure.js';
import { sha256 } from './digest.js';
import type { KnownSet } from './known-sets.js';

export interface Comparison {
  /** Present in both, with other content. */
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** The same but for line ends, which mean nothing in XML. */
  readonly otherLineEnds: readonly string[];
}

/** A set that was recognised in a pile of files. */
export interface Recognised {
  readonly known: KnownSet;
  /** The files with the folders above the set taken off. */
  readonly files: SchemaFiles;
  readonly comparison: Comparison;
}

/** Less alike than this is not the same set, see `likeness`. */
const ALIKE = 0.5;

/** @param files - the parts of the set, see `isPartOfSet` */
export function compareSet(files: SchemaFiles, known: KnownSet): Comparison {
  const changed: string[] = [];
  const missing: string[] = [];
  const otherLineEnds: string[] = [];
  for (const [path, digest] of Object.entries(known.files)) {
    const bytes = files.get(path);
    if (bytes === undefined) missing.push(path);
    else if (sha256(bytes) === digest) continue;
    else if (withOtherLineEnds(bytes).some((each) => sha256(each) === digest)) otherLineEnds.push(path);
    else changed.push(path);
  }
  const extra = [...files.keys()].filter((path) => !Object.hasOwn(known.files, path)).sort();
  return { changed, missing, extra, otherLineEnds };
}

/** True when nothing deviates but line ends. @see XML 1.0, 2.11 "End-of-Line Handling" */
export function isUnchanged({ changed, missing, extra }: Comparison): boolean {
  return changed.length + missing.length + extra.length === 0;
}

/**
 * Finds the published set that files are, or were before somebody changed some of them, wherever it stands among them.
 * @param files - parts of sets only, with any folders above
 */
export function recognise(files: SchemaFiles, table: readonly KnownSet[]): Recognised | undefined {
  const best = candidates(files, table).sort((one, other) => other.alike - one.alike)[0];
  if (!best || best.alike < ALIKE) return undefined;
  const own = new Map(
    [...files].map(([path, bytes]) => [path.startsWith(best.above) ? path.slice(best.above.length) : path, bytes]),
  );
  return { known: best.known, files: own, comparison: compareSet(own, best.known) };
}

interface Candidate {
  readonly known: KnownSet;
  /** The folders above the set, with a slash at the end. */
  readonly above: string;
  readonly alike: number;
}

function candidates(files: SchemaFiles, table: readonly KnownSet[]): Candidate[] {
  const pathsByDigest = new Map<string, string[]>();
  for (const [path, bytes] of files) {
    for (const each of [bytes, ...withOtherLineEnds(bytes)]) {
      const digest = sha256(each);
      pathsByDigest.set(digest, [...(pathsByDigest.get(digest) ?? []), path]);
    }
  }
  return table.flatMap((known) => {
    const found = new Map<string, number>();
    for (const [path, digest] of Object.entries(known.files)) {
      const places = (pathsByDigest.get(digest) ?? []).filter((each) => each === path || each.endsWith(`/${path}`));
      for (const above of new Set(places.map((each) => each.slice(0, each.length - path.length)))) {
        found.set(above, (found.get(above) ?? 0) + 1);
      }
    }
    return [...found].map(([above, same]) => ({ known, above, alike: likeness(files, known, above, same) }));
  });
}

/** Files in both against files in either; one that was changed counts for half. */
function likeness(files: SchemaFiles, known: KnownSet, above: string, same: number): number {
  const paths = Object.keys(known.files);
  const both = paths.filter((path) => files.has(above + path)).length;
  return (same + (both - same) / 2) / (paths.length + files.size - both);
}

/** The bytes with LF only and with CR LF only; nothing for a file without line ends. */
function withOtherLineEnds(bytes: Uint8Array): Uint8Array[] {
  if (!bytes.includes(0x0a)) return [];
  const narrow = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').replaceAll('\r\n', '\n');
  return [narrow, narrow.replaceAll('\n', '\r\n')].map((text) => Buffer.from(text, 'latin1'));
}
