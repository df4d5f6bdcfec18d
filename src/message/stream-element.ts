/** A start tag of a document that is read piece by piece. */

import type { Refused } from './stream-refusal.js';
import type { PlainScope } from './tree/plain-scope.js';
import { blanksEnd, isTagEnd, nameEnd } from './tree/plain-signs.js';

export interface StreamedElement {
  readonly namespace: string;
  readonly name: string;
  /** Of its start tag, from 1. */
  readonly line: number;
  /** 0 for the root. */
  readonly depth: number;
  /** @param namespace - none unless it is given */
  attribute(name: string, namespace?: string): string | undefined;
}

interface TagContext {
  readonly outer: PlainScope;
  readonly line: number;
  readonly depth: number;
  unescaped(text: string): string;
  refuse(what: Refused): never;
}

/** More than these no element of any vocabulary has. */
const MAX_ATTRIBUTES = 200;

/** @param inside - what stands between `<` and `>`, or `/>` */
export function readTag(
  inside: string,
  { outer, line, depth, unescaped, refuse }: TagContext,
): { readonly element: StreamedElement; readonly written: string; readonly scope: PlainScope } {
  const malformed = (): never => refuse({ kind: 'malformed', near: inside.slice(0, 40) });
  const end = nameEnd(inside, 0);
  const written = inside.slice(0, end);
  if (!/^[\p{L}_]/u.test(written)) malformed();
  const attributes = attributesIn(inside, end, malformed).map(([name, value]) => [name, unescaped(value)] as const);
  const declared = inside.includes('xmlns') ? attributes.flatMap(declaration) : [];
  const scope = declared.length > 0 ? outer.inside(declared) : outer;
  const resolved = scope.element(written) ?? refuse({ kind: 'prefix', near: written });
  return {
    written,
    scope,
    element: {
      namespace: resolved.namespace,
      name: resolved.name,
      line,
      depth,
      attribute: (name, namespace = '') =>
        attributes.find(([each]) => {
          const known = scope.attribute(each);
          return known?.name === name && known.namespace === namespace;
        })?.[1],
    },
  };
}

function declaration([name, value]: readonly [string, string]): readonly (readonly [prefix: string, namespace: string])[] {
  if (name === 'xmlns') return [['', value]];
  return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value]] : [];
}

function attributesIn(inside: string, from: number, malformed: () => never): readonly (readonly [string, string])[] {
  const found = new Map<string, string>();
  for (let at = blanksEnd(inside, from); at < inside.length; at = blanksEnd(inside, at)) {
    const end = nameEnd(inside, at);
    const name = inside.slice(at, end);
    const equals = blanksEnd(inside, end);
    const opens = blanksEnd(inside, equals + 1);
    const quote = inside[opens];
    const closes = quote === '"' || quote === "'" ? inside.indexOf(quote, opens + 1) : -1;
    const isOdd = name === '' || isTagEnd(inside.charCodeAt(at)) || inside[equals] !== '=' || closes < 0;
    if (isOdd || found.has(name) || found.size === MAX_ATTRIBUTES || !isBetween(inside[at - 1])) malformed();
    const value = inside.slice(opens + 1, closes);
    if (value.includes('<')) malformed();
    found.set(name, value);
    at = closes + 1;
  }
  return [...found];
}

/** Attributes stand apart. */
function isBetween(sign: string | undefined): boolean {
  return sign !== undefined && sign.trim() === '';
}
