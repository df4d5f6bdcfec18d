/**
 * The coverage of the rules as the page shows it: numbers first, then what was not checked, by reason.
 */
import type { Tekst } from '../model/finding.js';
import type { CoveredRule, Report } from '../model/report.js';

export interface CoverageView {
  readonly rows: readonly { readonly name: Tekst; readonly count: number }[];
  readonly unchecked: readonly { readonly reason: Tekst; readonly ids: string; readonly count: number }[];
}

/** @returns undefined for a report without semantic rules */
export function coverageView({ regeldekking, standaard }: Report): CoverageView | undefined {
  if (!regeldekking) return undefined;
  const rows = [
    {
      name: {
        nl: `Binden de berichten van deze run (rol ${standaard.rol})`,
        en: `Bind the messages of this run (role ${standaard.rol})`,
      },
      count: regeldekking.toegepast,
    },
    { name: { nl: 'Gecontroleerd', en: 'Checked' }, count: regeldekking.gecontroleerd },
    {
      name: { nl: 'waarvan op een bericht van het product', en: 'of these on a message of the product' },
      count: regeldekking.opProduct,
    },
    {
      name: { nl: 'waarvan een keer niet te beslissen', en: 'of these once undecidable' },
      count: regeldekking.deelsGecontroleerd,
    },
    {
      name: { nl: 'Beslist door schema, transport of verwachtingen', en: 'Decided by schema, transport or expectations' },
      count: regeldekking.elders,
    },
    { name: { nl: 'Geen bericht gaf er aanleiding toe', en: 'No message gave rise to it' }, count: regeldekking.geenAanleiding },
    { name: { nl: 'Niet gecontroleerd', en: 'Not checked' }, count: regeldekking.nietGecontroleerd },
  ];
  return { rows, unchecked: byReason(regeldekking.regels) };
}

function byReason(rules: readonly CoveredRule[]): CoverageView['unchecked'] {
  return (Object.keys(REASONS) as NonNullable<CoveredRule['reden']>[]).flatMap((reason) => {
    const ids = rules.filter((rule) => rule.reden === reason).map((rule) => rule.id);
    return ids.length === 0 ? [] : [{ reason: REASONS[reason], ids: ids.join(', '), count: ids.length }];
  });
}

const REASONS: Readonly<Record<NonNullable<CoveredRule['reden']>, Tekst>> = {
  manual: { nl: 'te beoordelen door een mens', en: 'to be judged by a person' },
  untestable: { nl: 'van buiten niet te zien', en: 'not to be seen from outside' },
  contradicted: { nl: 'de bronnen spreken elkaar tegen', en: 'the sources contradict each other' },
  'other-family': { nl: 'van een andere familie van standaarden', en: 'of another family of standards' },
  'not-yet': { nl: 'nog niet gebouwd', en: 'not built yet' },
};
