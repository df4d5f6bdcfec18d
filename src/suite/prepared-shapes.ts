/**
 * Compact schemas that were built when the package was, found by the digest of the texts they come from.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Shape, ShapeSet } from '../model/shape.js';

interface Written {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly shapes: readonly (readonly [string, Shape])[];
  readonly roots: readonly (readonly [string, string])[];
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
    const { prefixes, shapes, roots } = JSON.parse(
      readFileSync(new URL(`../../prepared/${preparedShapesName(key)}`, import.meta.url), 'utf8'),
    ) as Written;
    return { prefixes, shapes: new Map(shapes), roots: new Map(roots), digest: key };
  } catch {
    return undefined;
  }
}

export function writeShapes({ prefixes, shapes, roots }: ShapeSet): string {
  return JSON.stringify({ prefixes, shapes: [...shapes], roots: [...roots] } satisfies Written);
}
