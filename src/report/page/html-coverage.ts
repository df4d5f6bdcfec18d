/**
 * The coverage of the rules as the page shows it: numbers first, then what was not checked, by reason.
 */
import type { Tekst } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import type { CoveredRule } from '../../model/report-coverage.js';

export interface CoverageView {
  readonly rows: readonly { readonly name: Tekst; readonly count: number }[];
  readonly unchecked: readonly { readonly reason: Tekst; readonly ids: string; readonly count: number }[];
}

/** @returns undefined for a report without semantic rules */
export function coverageView({ regeldekking, standaard }: Report): CoverageView | undefined {
  if (!regeldekking) return undefined;
  const rows = [
    { name: { nl: 'Regels van de standaard', en: 'Rules of the standard' }, count: regeldekking.catalogus },
    {
      name: {
        nl: 'Gaan over geen bericht van deze run, of horen bij een andere familie',
        en: 'Speak about no message of this run, or are of another family',
      },
      count: regeldekking.bindtNiet,
    },
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
      name: {
        nl: 'waarvan beslist door schema, vorm van het antwoord, transport of een heel scenario',
        en: 'of these decided by schema, shape of the reply, transport or a whole scenario',
      },
      count: regeldekking.elders,
    },
    { name: { nl: 'Geen bericht gaf er aanleiding toe', en: 'No message gave rise to it' }, count: regeldekking.geenAanleiding },
    { name: { nl: 'Niet gecontroleerd', en: 'Not checked' }, count: regeldekking.nietGecontroleerd },
  ];
  return { rows, unchecked: byReason(regeldekking.regels) };
}

function byReason(rules: readonly CoveredRule[]): CoverageView['unchecked'] {
  const listed = (reason: Tekst, of: readonly CoveredRule[]) =>
    of.length === 0 ? [] : [{ reason, ids: of.map(({ id }) => id).join(', '), count: of.length }];
  return [
    ...listed(
      { nl: 'in deze run niet te beslissen', en: 'undecidable in this run' },
      rules.filter(({ hoe }) => hoe === 'niet_beslist'),
    ),
    ...(Object.keys(REASONS) as NonNullable<CoveredRule['reden']>[]).flatMap((reason) =>
      listed(
        REASONS[reason],
        rules.filter(({ reden }) => reden === reason),
      ),
    ),
  ];
}

const REASONS: Readonly<Record<NonNullable<CoveredRule['reden']>, Tekst>> = {
  manual: { nl: 'te beoordelen door een mens', en: 'to be judged by a person' },
  untestable: { nl: 'van buiten niet te zien', en: 'not to be seen from outside' },
  contradicted: { nl: 'de bronnen spreken elkaar tegen', en: 'the sources contradict each other' },
  'other-family': { nl: 'van een andere familie van standaarden', en: 'of another family of standards' },
  'no-service': {
    nl: 'geen dienst of rol die getoetst wordt draagt dit',
    en: 'no service or role that is tested carries it',
  },
  'not-yet': { nl: 'nog niet gebouwd', en: 'not built yet' },
};
