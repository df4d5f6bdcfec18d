/** Who took part in a chain, as people want to read it: which product on which version, of whom, and whether it was real. */
import type { Tekst } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import type { Partij } from '../../model/report-chain.js';

export interface Participant {
  readonly id: string;
  readonly naam: Tekst;
  readonly component: string;
  readonly rol: Partij['rol'];
  readonly isReal: boolean;
  /** Empty when nobody told. */
  readonly product: string;
  readonly versie: string;
  readonly leverancier: string;
  /** A real system of which nobody told product and version: for what the report holds is not known. */
  readonly isUnknown: boolean;
}

/** Of what we play the product is this harness; of a chain that is ours as a whole, our reference. */
export function participantsOf(report: Report): readonly Participant[] {
  const { keten, harnas, product: tested, leverancier: vendor } = report;
  return (keten?.partijen ?? []).map(({ id, naam, component, rol, echt, product, leverancier }) => {
    const ours = !echt
      ? { pakketnaam: harnas.naam, versie: harnas.versie, leverancier: '' }
      : tested.eigenReferentie
        ? { ...tested, leverancier: vendor.naam }
        : { pakketnaam: '', versie: '', leverancier: '' };
    const known = {
      product: product?.pakketnaam ?? ours.pakketnaam,
      versie: product?.versie ?? ours.versie,
      leverancier: leverancier?.naam ?? ours.leverancier,
    };
    return {
      ...{ id, naam, component, rol, isReal: echt, ...known },
      isUnknown: echt && (known.product === '' || known.versie === ''),
    };
  });
}

/** Product and version, or that they are not known. */
export function versionText({ product, versie }: Participant): Tekst {
  if (product === '' && versie === '') return { nl: 'product en versie onbekend', en: 'product and version unknown' };
  if (versie === '') return { nl: `${product}, versie onbekend`, en: `${product}, version unknown` };
  const of = product === '' ? { nl: 'product onbekend', en: 'product unknown' } : { nl: product, en: product };
  return { nl: `${of.nl} ${versie}`, en: `${of.en} ${versie}` };
}

/** Several names as a sentence has them. */
export function listed(names: readonly Tekst[]): Tekst {
  const join = (taal: 'nl' | 'en', and: string) => {
    const all = names.map((each) => each[taal]);
    return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)}`;
  };
  return { nl: join('nl', 'en'), en: join('en', 'and') };
}
