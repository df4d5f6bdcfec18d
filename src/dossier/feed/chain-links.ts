/** What chain tests show of a product: over which links it spoke with whom. Advice for `koppeling` in a catalogue. */
import type { Partij } from '../../model/report-chain.js';
import type { Tupel } from '../indication/indication.js';
import type { SealedFacts } from '../sealed-report.js';

export interface ChainLink {
  /** Digest of the report that shows it. */
  readonly rapport: string;
  readonly koppeling: string;
  readonly keten: string | null;
  readonly moduleA: ChainEnd;
  readonly moduleB: ChainEnd;
  /** Who speaks first is A. */
  readonly gegevensuitwisselingRichting: 'AnaarB';
  readonly tussenstations: readonly ChainEnd[];
  readonly standaardversie: Tupel['standaard'];
  readonly verdict: string;
  readonly datum: string;
}

/** Who was at one end; what we played ourselves is no product of anybody. */
export interface ChainEnd {
  readonly referentiecomponent: string;
  readonly echt: boolean;
  readonly pakketnaam: string | null;
  readonly versie: string | null;
  readonly leverancier: string | null;
}

/** Newest first. */
export function chainLinks(of: Pick<Tupel, 'product'>, reports: readonly SealedFacts[]): readonly ChainLink[] {
  return reports
    .filter(({ keten }) => keten !== undefined)
    .toSorted(
      (one, other) => compare(other.uitvoering.beeindigdOp, one.uitvoering.beeindigdOp) || compare(one.digest, other.digest),
    )
    .flatMap((facts) =>
      linksIn(facts).filter(({ moduleA, moduleB, tussenstations }) => [moduleA, moduleB, ...tussenstations].some(is(of))),
    );
}

function linksIn({ keten, standaard, digest, uitvoering }: SealedFacts): readonly ChainLink[] {
  if (!keten) return [];
  const end = (id: string) => endOf(keten.partijen.find((each) => each.id === id));
  return keten.koppelingen.map(({ id, van, naar, via, verdict }) => ({
    rapport: digest,
    koppeling: id,
    keten: keten.titel ?? null,
    moduleA: end(van),
    moduleB: end(naar),
    gegevensuitwisselingRichting: 'AnaarB',
    tussenstations: via.map(end),
    standaardversie: { naam: standaard.naam, versie: standaard.versie },
    verdict,
    datum: uitvoering.beeindigdOp,
  }));
}

function endOf(partij: Partij | undefined): ChainEnd {
  return {
    referentiecomponent: partij?.component ?? '',
    echt: partij?.echt ?? false,
    pakketnaam: partij?.product?.pakketnaam ?? null,
    versie: partij?.product?.versie ?? null,
    leverancier: partij?.leverancier?.naam ?? null,
  };
}

function is({ product }: Pick<Tupel, 'product'>): (end: ChainEnd) => boolean {
  return ({ echt, pakketnaam, versie }) => echt && pakketnaam === product.pakketnaam && versie === product.versie;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
