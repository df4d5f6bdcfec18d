/** Whether two things are about the same product, supplier, standard and role. Case and spaces are no difference: they hide nothing. */
import type { SealedFacts } from '../sealed-report.js';
import type { Tupel } from './indication.js';

export function plain(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** A name for what it is about; the same for what is the same. */
export function keyOfTuple({ product, leverancier, standaard, rol }: Tupel): string {
  return JSON.stringify([product.pakketnaam, product.versie, leverancier.naam, standaard.naam, standaard.versie, rol].map(plain));
}

export function tupleOf({ product, leverancier, standaard }: Pick<SealedFacts, 'product' | 'leverancier' | 'standaard'>): Tupel {
  const { naam, versie, rol } = standaard;
  return {
    product: { pakketnaam: product.pakketnaam, versie: product.versie },
    leverancier: { naam: leverancier.naam },
    standaard: { naam, versie },
    rol,
  };
}

export function isSameProduct(
  one: { readonly product: { readonly pakketnaam: string }; readonly leverancier: Tupel['leverancier'] },
  other: typeof one,
): boolean {
  return (
    plain(one.product.pakketnaam) === plain(other.product.pakketnaam) &&
    plain(one.leverancier.naam) === plain(other.leverancier.naam)
  );
}

export function isSameStandard(one: Tupel['standaard'], other: Tupel['standaard']): boolean {
  return plain(one.naam) === plain(other.naam) && plain(one.versie) === plain(other.versie);
}

/**
 * Compares versions by their numbers, as far as they begin with numbers: 4.10 is after 4.9.
 * @returns undefined when one of them does not, so that nobody can tell
 */
export function compareVersions(one: string, other: string): number | undefined {
  const [mine, theirs] = [one, other].map((each) => /^v?(\d+(?:\.\d+)*)$/.exec(each.trim())?.[1]?.split('.').map(Number));
  if (!mine || !theirs) return undefined;
  for (let at = 0; at < Math.max(mine.length, theirs.length); at++) {
    const difference = (mine[at] ?? 0) - (theirs[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
