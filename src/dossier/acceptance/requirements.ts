/** Whether the requirements are met: by what persons found in a test round, and by what sealed reports show. */
import type { Verdict } from '../../model/finding.js';
import type { Evidence } from './kept-report.js';
import type { Eis, KeptReport, Stand } from './state.js';

export interface RequirementState {
  readonly eis: Eis;
  /** `open`: nobody found anything yet. */
  readonly uitslag: Verdict | 'open';
  /** Number of the round in which a person said so. */
  readonly ronde?: number;
  readonly uitleg?: string;
  /** Reports that are about it and count, the newest first. */
  readonly rapporten: readonly KeptReport[];
  /** Reports that are about it and do not count any more. */
  readonly vervallen: readonly KeptReport[];
  /** What a person said and what else is known do not agree: ids of reports and gebreken. */
  readonly tegenspraak: readonly string[];
}

const FROM_TOTAL = { foutloos: 'voldoet', met_fouten: 'voldoet_niet', niet_vastgesteld: 'niet_beslist' } as const;

/** In the order of the requirements. */
export function requirementStates(stand: Stand, evidence: Evidence): readonly RequirementState[] {
  return stand.eisen.map((eis) => stateOf(eis, stand, evidence));
}

function stateOf(eis: Eis, stand: Stand, evidence: Evidence): RequirementState {
  const about = stand.rapporten
    .filter((kept) => !kept.keten && isAbout(eis, kept) && isOfProduct(stand, kept))
    // Of two that ended at the same moment the one that was added last.
    .toReversed()
    .toSorted((one, other) => Number(one.beeindigdOp < other.beeindigdOp) - Number(one.beeindigdOp > other.beeindigdOp));
  const rapporten = about.filter(({ id }) => evidence.get(id)?.geldt === true);
  const vervallen = about.filter((each) => !rapporten.includes(each));
  const round = stand.rondes.findLast(({ uitslagen }) => uitslagen.some((each) => each.eis === eis.id));
  const said = round?.uitslagen.find((each) => each.eis === eis.id);
  const [newest] = rapporten;
  const blocking = stand.gebreken.filter(
    (each) => each.eis === eis.id && each.blokkeertProductie === true && isOpen(each.status),
  );
  const isGood = said?.verdict === 'voldoet';
  return {
    ...{ eis, rapporten, vervallen },
    uitslag: said?.verdict ?? (newest ? shownBy(newest) : 'open'),
    ...(round && said && { ronde: round.nr, ...(said.uitleg !== undefined && { uitleg: said.uitleg }) }),
    tegenspraak: isGood ? [...(newest?.totaal === 'met_fouten' ? [newest.id] : []), ...blocking.map(({ id }) => id)] : [],
  };
}

/** A part of the test set shows no more than that part, and our own reference nothing about a product. */
function shownBy({ totaal, testset, product }: KeptReport): Verdict {
  if (product.eigenReferentie) return 'niet_beslist';
  return totaal === 'foutloos' && testset.omvang !== 'volledig' ? 'niet_beslist' : FROM_TOTAL[totaal];
}

/** A gebrek that is still to be mended. */
export function isOpen(status: string): boolean {
  return status !== 'hertest_geslaagd' && status !== 'geen_gebrek';
}

/** Whether a report is about the standaard of a requirement, by its name or by that of the test set. */
export function isAbout({ standaard, versie, rol }: Pick<Eis, 'standaard' | 'versie' | 'rol'>, kept: KeptReport): boolean {
  if (standaard === undefined) return false;
  const { naam, versie: has, rol: role } = kept.standaard;
  const [suite = '', part = ''] = (kept.suite ?? kept.testset.id).split('/');
  const names = [naam, `${naam} ${has}`, kept.testset.id, suite, kept.suite ?? suite];
  return (
    isAmong(standaard, names) && (versie === undefined || versie === has) && (rol === undefined || isAmong(rol, [role, part]))
  );
}

/** Whether a report is of the product of the contract, in that version; of a chain, whether that took part. */
export function isOfProduct({ product }: Pick<Stand, 'product'>, kept: KeptReport): boolean {
  const { pakketnaam, versie } = product;
  const isName = pakketnaam === undefined || isAmong(pakketnaam, [kept.product.pakketnaam]);
  return isName && (versie === undefined || versie === kept.product.versie);
}

function isAmong(wanted: string, names: readonly string[]): boolean {
  return names.some((each) => each.toLowerCase() === wanted.toLowerCase());
}
