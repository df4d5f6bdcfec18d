/** The chain-test matrix as people read it: a row for each koppeling in each scenario, with its messages counted. */
import type { Tekst, Verdict } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import type { MatrixRij, Overkomst } from '../../model/report-chain.js';
import { CAUSE_WORDS } from '../words.js';

export interface MatrixLine {
  readonly koppeling: string;
  readonly weg: string;
  readonly isMandatory: boolean;
  readonly scenario: string;
  readonly titel: string;
  readonly berichten: string;
  readonly expected: number;
  readonly atA: number;
  readonly atB: number;
  /** How the messages came over, with how many of each. */
  readonly overkomst: Tekst;
  readonly verdict: Verdict;
  readonly oorzaak?: Tekst;
  readonly gevolgVan?: string;
}

export function matrixLines({ keten, scenarios }: Report): readonly MatrixLine[] {
  return (keten?.matrix ?? []).map((row) => {
    const link = keten?.koppelingen.find(({ id }) => id === row.koppeling);
    const count = (name: 'bijA' | 'bijB') => row.berichten.reduce((sum, each) => sum + each[name].length, 0);
    return {
      koppeling: row.koppeling,
      weg: link ? [link.van, ...link.via, link.naar].join(' → ') : row.koppeling,
      isMandatory: row.verplicht && link?.verplicht !== false,
      scenario: row.scenario,
      titel: scenarios.find(({ id }) => id === row.scenario)?.titel ?? row.scenario,
      berichten: [...new Set(row.berichten.map(({ berichttype }) => berichttype))].join(', '),
      ...{ expected: row.berichten.length, atA: count('bijA'), atB: count('bijB') },
      ...{ overkomst: cameOver(row), verdict: row.verdict },
      ...(row.oorzaak && { oorzaak: CAUSE_WORDS[row.oorzaak] }),
      ...(row.gevolgVan !== undefined && { gevolgVan: row.gevolgVan }),
    };
  });
}

function cameOver({ berichten }: MatrixRij): Tekst {
  if (berichten.length === 0) return ASKED_AT_END;
  const kinds = [...new Set(berichten.map(({ overkomst }) => overkomst))];
  const said = (taal: 'nl' | 'en') =>
    kinds
      .map((kind) => {
        const own = berichten.filter(({ overkomst }) => overkomst === kind);
        const names = [...new Set(own.flatMap(({ omgezet = [] }) => omgezet))];
        return `${own.length}× ${OVERKOMST_WORDS[kind][taal]}${names.length > 0 ? ` (${names.join(', ')})` : ''}`;
      })
      .join('; ');
  return { nl: said('nl'), en: said('en') };
}

const ASKED_AT_END: Tekst = { nl: 'geen bericht: aan het einde bevraagd', en: 'no message: asked at the end' };

export const OVERKOMST_WORDS: Readonly<Record<Overkomst, Tekst>> = {
  gelijk: { nl: 'byte voor byte gelijk', en: 'the same byte for byte' },
  zelfde_inhoud: { nl: 'zelfde inhoud, anders geschreven', en: 'same content, written otherwise' },
  omgezet: { nl: 'gelijk op bekende omzetting na', en: 'the same but for a known transformation' },
  anders: { nl: 'onderweg veranderd', en: 'changed underway' },
  niet_doorgegeven: { nl: 'niet aangekomen', en: 'did not arrive' },
  meermaals: { nl: 'meer dan eens', en: 'more than once' },
  niet_gezien: { nl: 'niet gezien', en: 'not seen' },
  verstoord: { nl: 'door ons verstoord', en: 'disturbed by us' },
  onleesbaar: { nl: 'niet te vergelijken', en: 'cannot be compared' },
};
