/**
 * Compact schemas that were built when the package was, found by the digest of the texts they come from.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Shape, ShapeSet } from '../model/shape.js';

/** The first line of the file; the second holds the shapes, which are many and read when somebody asks. */
interface Head {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly roots: readonly (readonly [string, string])[];
  /** Characters of the second line. */
  readonly length: number;
}

/** Names what a compact schema was built from: every file and what stands in it. */
export function shapesKey(texts: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [path, text] of [...texts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    hash.update(`${path}\n${createHash('sha256').update(text).digest('hex')}\n`);
  }
  return hash.digest('hex');
}

/** Beside the compiled code, `dist/prepared/<key>.json`. */
export function preparedShapesName(key: string): string {
  return `shapes-${key.slice(0, 32)}.json`;
}

/** @returns undefined when the package was not built with these texts, or its file is damaged */
export function preparedShapes(key: string): ShapeSet | undefined {
  try {
    const text = readFileSync(new URL(`../../prepared/${preparedShapesName(key)}`, import.meta.url), 'utf8');
    const end = text.indexOf('\n');
    const { prefixes, roots, length } = JSON.parse(text.slice(0, end)) as Head;
    if (text.length !== end + 1 + length) return undefined;
    let written = text.slice(end + 1);
    let shapes: ReadonlyMap<string, Shape> | undefined;
    return {
      prefixes,
      roots: new Map(roots),
      digest: key,
      get shapes() {
        shapes ??= new Map(JSON.parse(written) as readonly (readonly [string, Shape])[]);
        written = '';
        return shapes;
      },
    };
  } catch {
    return undefined;
  }
}

export function writeShapes({ prefixes, shapes, roots }: ShapeSet): string {
  const written = JSON.stringify([...shapes]);
  return `${JSON.stringify({ prefixes, roots: [...roots], length: written.length } satisfies Head)}\n${written}`;
}
