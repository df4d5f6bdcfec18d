/**
 * What runs somewhere: one version of a product. Names and versions are compared letter by letter; a product of another supplier is
 * another product, as far as suppliers were named.
 */
import type { Partij } from '../../model/report-chain.js';
import { UNNAMED } from '../../model/unnamed.js';
import type { SealedFacts } from '../sealed-report.js';

export interface Release {
  readonly pakketnaam: string;
  readonly versie: string;
  /** As far as somebody told. */
  readonly leverancier?: string;
}

/** What a report is about; undefined when nobody told its product and version. */
export function releaseTested({ product, leverancier }: Pick<SealedFacts, 'product' | 'leverancier'>): Release | undefined {
  return named(product.pakketnaam, product.versie, leverancier.naam);
}

/** What took part in a chain; undefined for what we played, and when nobody told its product and version. */
export function releaseOf({ echt, product, leverancier }: Partij): Release | undefined {
  return echt ? named(product?.pakketnaam, product?.versie, leverancier?.naam) : undefined;
}

export function isSameRelease(one: Release, other: Release): boolean {
  return one.versie === other.versie && isSameProduct(one, other);
}

export function isSameProduct(one: Release, other: Release): boolean {
  if (one.pakketnaam !== other.pakketnaam) return false;
  return one.leverancier === undefined || other.leverancier === undefined || one.leverancier === other.leverancier;
}

/** As people say it. */
export function labelOf({ pakketnaam, versie }: Release): string {
  return `${pakketnaam} ${versie}`;
}

/** Each once, by name and version; one without a supplier is taken for the one of that name and version that has one. */
export function distinct(releases: readonly Release[]): readonly Release[] {
  const found: Release[] = [];
  const known = releases.filter(({ leverancier }) => leverancier !== undefined);
  const others = releases.filter(({ leverancier }) => leverancier === undefined);
  for (const each of [...known, ...others]) if (!found.some((seen) => isSameRelease(seen, each))) found.push(each);
  return found.sort((one, other) => keyOf(one).localeCompare(keyOf(other), 'nl', { numeric: true }));
}

function keyOf({ pakketnaam, versie, leverancier = '' }: Release): string {
  return [pakketnaam, versie, leverancier].join('\u0000');
}

function named(product?: string, version?: string, supplier?: string): Release | undefined {
  const [pakketnaam, versie, leverancier] = [said(product), said(version), said(supplier)];
  if (pakketnaam === undefined || versie === undefined) return undefined;
  return { pakketnaam, versie, ...(leverancier !== undefined && { leverancier }) };
}

function said(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' || text === UNNAMED ? undefined : text;
}
