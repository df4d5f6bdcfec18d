/**
 * Whether a test need not be done again: the same version of the product, of the norm and of the test set, under comparable
 * conditions. The first three are compared; the fourth a person answers, with what is known beside it.
 */
import type { Tekst } from '../../model/finding.js';
import type { Evidence } from './kept-report.js';
import { isAbout } from './requirements.js';
import type { Hergebruik, KeptReport, Stand } from './state.js';

export interface Comparison {
  readonly wat: 'product' | 'norm' | 'testset' | 'omstandigheden';
  readonly uitkomst: 'gelijk' | 'verschilt' | 'niet_vastgesteld';
  /** In the report, and what counts now. */
  readonly toen: string;
  readonly nu: string;
}

export interface ReuseState {
  readonly claim: Hergebruik;
  readonly rapport: KeptReport;
  readonly vergelijkingen: readonly Comparison[];
  /** The four are the same, the report counts, and the test was done with success. */
  readonly houdt: boolean;
}

export const COMPARISON_WORDS: Readonly<Record<Comparison['wat'], Tekst>> = {
  product: { nl: 'versie van het product', en: 'version of the product' },
  norm: { nl: 'versie van de norm', en: 'version of the norm' },
  testset: { nl: 'versie van de testset', en: 'version of the test set' },
  omstandigheden: { nl: 'vergelijkbare omstandigheden', en: 'comparable conditions' },
};

/** Of every report for which somebody claims it. */
export function reuseStates(stand: Stand, evidence: Evidence): readonly ReuseState[] {
  return stand.hergebruik.flatMap((claim) => {
    const rapport = stand.rapporten.find(({ id }) => id === claim.rapport);
    if (!rapport) return [];
    const vergelijkingen = comparisonsOf(claim, rapport, stand);
    const isSame = vergelijkingen.every(({ uitkomst }) => uitkomst === 'gelijk');
    const houdt = isSame && evidence.get(rapport.id)?.geldt === true && rapport.totaal === 'foutloos';
    return [{ claim, rapport, vergelijkingen, houdt }];
  });
}

function comparisonsOf(claim: Hergebruik, rapport: KeptReport, stand: Stand): readonly Comparison[] {
  const { pakketnaam, versie } = stand.product;
  const due = stand.eisen.find((eis) => isAbout({ ...(eis.standaard !== undefined && { standaard: eis.standaard }) }, rapport));
  const norm = claim.norm ?? due?.versie;
  const newest = newestTestSet(rapport, stand);
  const { omgeving, profiel, schemabasis } = rapport;
  const conditions = `${omgeving.type}, ${profiel}, ${schemabasis.naam}`;
  return [
    compared(
      'product',
      `${rapport.product.pakketnaam} ${rapport.product.versie}`,
      pakketnaam === undefined || versie === undefined ? undefined : `${pakketnaam} ${versie}`,
    ),
    compared('norm', `${rapport.standaard.versie}`, norm),
    compared('testset', rapport.testset.versie, claim.testset ?? newest),
    { wat: 'omstandigheden', uitkomst: claim.vergelijkbaar ? 'gelijk' : 'verschilt', toen: conditions, nu: claim.uitleg },
  ];
}

/** What a newer report of this dossier was tested with, if there is one. */
function newestTestSet(rapport: KeptReport, { rapporten }: Stand): string | undefined {
  const newer = rapporten.filter(
    ({ testset, beeindigdOp }) => testset.id === rapport.testset.id && beeindigdOp > rapport.beeindigdOp,
  );
  return newer.toSorted((one, other) => (one.beeindigdOp < other.beeindigdOp ? 1 : -1))[0]?.testset.versie;
}

function compared(wat: Comparison['wat'], toen: string, nu: string | undefined): Comparison {
  if (nu === undefined) return { wat, uitkomst: 'niet_vastgesteld', toen, nu: '' };
  return { wat, uitkomst: toen.toLowerCase() === nu.toLowerCase() ? 'gelijk' : 'verschilt', toen, nu };
}
