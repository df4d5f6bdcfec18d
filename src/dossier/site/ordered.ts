/** Puts what is published in the order in which somebody looks for it, the same on every machine. */
import type { Indication, Tupel } from '../indication/indication.js';

/** Names as people sort them, without asking the machine for its language: digits by their number, then signs by their code. */
export function byName(one: string, other: string): number {
  const a = piecesOf(one);
  const b = piecesOf(other);
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left = '', right = ''] = [a[at], b[at]];
    if (left === right) continue;
    const isNumber = /^\d/.test(left) && /^\d/.test(right);
    if (isNumber && Number(left) !== Number(right)) return Number(left) - Number(right);
    return left < right ? -1 : 1;
  }
  return a.length - b.length || (one < other ? -1 : Number(one > other));
}

function piecesOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\d{1,15}|\D+/g) ?? [];
}

/** Lists under a key, in the order in which the keys first come. */
export function grouped<T>(all: readonly T[], keyOf: (each: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

export function productKey({ leverancier, product }: Pick<Tupel, 'leverancier' | 'product'>): string {
  return JSON.stringify([leverancier.naam, product.pakketnaam]);
}

export function standardKey({ standaard }: Pick<Tupel, 'standaard'>): string {
  return JSON.stringify([standaard.naam, standaard.versie]);
}

/** Newest version first; of one version by role. */
export function newestFirst(all: readonly Indication[]): readonly Indication[] {
  return all.toSorted((one, other) => byName(other.product.versie, one.product.versie) || byName(one.rol, other.rol));
}

/** By product, then newest version first. */
export function byProduct(all: readonly Indication[]): readonly Indication[] {
  return newestFirst(all).toSorted(
    (one, other) =>
      byName(one.product.pakketnaam, other.product.pakketnaam) || byName(one.leverancier.naam, other.leverancier.naam),
  );
}
