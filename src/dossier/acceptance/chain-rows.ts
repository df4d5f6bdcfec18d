/**
 * The chain-test matrix of a dossier: the rows of its reports of a chain, with what persons added. A row is open again when who
 * took part has another version since.
 */
import type { MatrixRij, Partij } from '../../model/report-chain.js';
import type { Evidence } from './kept-report.js';
import type { KeptReport, KetenNotitie, Stand } from './state.js';

export interface ChainRow {
  readonly rapport: KeptReport;
  readonly rij: MatrixRij;
  readonly verplicht: boolean;
  readonly a: Partij | undefined;
  readonly b: Partij | undefined;
  readonly via: readonly Partij[];
  readonly notitie?: KetenNotitie;
  /** Reports of a test that A or B passed or failed alone, in this version. */
  readonly preventief: { readonly a: readonly KeptReport[]; readonly b: readonly KeptReport[] };
  /** Who has another version now, and which. */
  readonly heropend: readonly { readonly partij: string; readonly toen: string; readonly nu: string }[];
}

/** Of the newest report of each chain that counts. */
export function chainRows(stand: Stand, evidence: Evidence): readonly ChainRow[] {
  return newestChains(stand, evidence).flatMap((kept) => {
    const keten = evidence.get(kept.id)?.report?.keten;
    return (keten?.matrix ?? []).map((rij): ChainRow => {
      const link = keten?.koppelingen.find(({ id }) => id === rij.koppeling);
      const who = (id: string | undefined) => keten?.partijen.find((each) => each.id === id);
      const via = (link?.via ?? []).flatMap((id) => who(id) ?? []);
      const [a, b] = [who(link?.van), who(link?.naar)];
      const notitie = stand.keten.findLast(
        ({ koppeling, scenario }) => koppeling === rij.koppeling && (scenario ?? rij.scenario) === rij.scenario,
      );
      return {
        ...{ rapport: kept, rij, verplicht: rij.verplicht && link?.verplicht !== false, a, b, via },
        preventief: { a: aloneOf(a, stand, evidence), b: aloneOf(b, stand, evidence) },
        heropend: [a, ...via, b].flatMap((each) => otherVersion(each, stand, kept)),
        ...(notitie && { notitie }),
      };
    });
  });
}

/** The newest report of each chain; the older ones are over. */
export function newestChains(stand: Stand, evidence: Evidence): readonly KeptReport[] {
  const chains = stand.rapporten.filter(({ id, keten }) => keten && evidence.get(id)?.geldt === true);
  return chains.filter((each) => !chains.some((other) => other.testset.id === each.testset.id && isNewer(other, each)));
}

function isNewer(one: KeptReport, other: KeptReport): boolean {
  return one.beeindigdOp > other.beeindigdOp;
}

function aloneOf(partij: Partij | undefined, stand: Stand, evidence: Evidence): readonly KeptReport[] {
  const { pakketnaam, versie } = partij?.product ?? {};
  if (pakketnaam === undefined) return [];
  return stand.rapporten.filter(
    ({ id, keten, product }) =>
      !keten && evidence.get(id)?.geldt === true && product.pakketnaam === pakketnaam && product.versie === versie,
  );
}

/** By the contract, or by a newer report of the same product. */
function otherVersion(partij: Partij | undefined, stand: Stand, kept: KeptReport) {
  const { pakketnaam, versie: toen } = partij?.product ?? {};
  if (pakketnaam === undefined || toen === undefined) return [];
  const contract = stand.product.pakketnaam === pakketnaam ? stand.product.versie : undefined;
  const newer = stand.rapporten.findLast((each) => each.product.pakketnaam === pakketnaam && isNewer(each, kept));
  const nu = contract ?? newer?.product.versie;
  return nu !== undefined && nu !== toen ? [{ partij: pakketnaam, toen, nu }] : [];
}
