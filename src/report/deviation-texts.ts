/** Known deviations in words. */
import type { Tekst } from '../model/finding.js';
import type { Afwijking, Report, ReportRule } from '../model/report.js';
import { deviationOf } from './fold/deviations.js';

/** Why a fault was known beforehand; undefined for one that was not. */
export function explanation(report: Report, rule: ReportRule): Tekst | undefined {
  const known = deviationOf(report, rule);
  if (!known) return undefined;
  const reason = reasonOf(known);
  return { nl: `bekende afwijking ${reason.nl}`, en: `known deviation ${reason.en}` };
}

/** `tot en met 31-03-2027: de reden (TICKET-1)` */
export function reasonOf({ reden, tot, ticket }: Afwijking): Tekst {
  const more = ticket === undefined ? '' : ` (${ticket})`;
  return {
    nl: `tot en met ${dayText(tot)}: ${reden.nl}${more}`,
    en: `until ${dayText(tot)}: ${reden.en}${more}`,
  };
}

/** What became of a deviation in this run. */
export function standText({ stand, verklaart, tot }: Afwijking): Tekst {
  const count = verklaart.length;
  switch (stand) {
    case 'verklaart':
      return {
        nl: `verklaart ${count} ${count === 1 ? 'fout' : 'fouten'}`,
        en: `explains ${count} ${count === 1 ? 'fault' : 'faults'}`,
      };
    case 'achterhaald':
      return {
        nl: 'achterhaald: de fout is er niet meer, haal de regel weg',
        en: 'stale: the fault is no longer there, take the entry away',
      };
    case 'verlopen':
      return {
        nl: `verlopen na ${dayText(tot)}: verklaart niets meer`,
        en: `expired after ${dayText(tot)}: explains nothing any more`,
      };
    case 'niet_vastgesteld':
      return { nl: 'niet vast te stellen: niet beslist in deze run', en: 'cannot be told: not decided in this run' };
  }
}

/** How many faults there are and how many of them were known; undefined when nobody named any. */
export function countsOfDeviations(report: Report): Tekst | undefined {
  const { afwijkingen, scenarios } = report;
  if (!afwijkingen) return undefined;
  const faults = scenarios
    .flatMap(({ stappen }) => stappen.flatMap(({ regels }) => regels))
    .filter(({ verdict, ernst }) => verdict === 'voldoet_niet' && ernst === 'fout');
  const known = faults.filter(({ afwijking }) => afwijking !== undefined).length;
  const number = (stand: Afwijking['stand']) => afwijkingen.filter((each) => each.stand === stand).length;
  const more = (['achterhaald', 'verlopen', 'niet_vastgesteld'] as const).filter((stand) => number(stand) > 0);
  const fresh = faults.length - known;
  return {
    nl: [
      `${known} van ${faults.length} fouten bekend, ${fresh} nieuw`,
      ...more.map((stand) => `${number(stand)} ${COUNTED[stand].nl}`),
    ].join('; '),
    en: [
      `${known} of ${faults.length} faults known, ${fresh} new`,
      ...more.map((stand) => `${number(stand)} ${COUNTED[stand].en}`),
    ].join('; '),
  };
}

const COUNTED = {
  achterhaald: { nl: 'achterhaald', en: 'stale' },
  verlopen: { nl: 'verlopen', en: 'expired' },
  niet_vastgesteld: { nl: 'niet vast te stellen', en: 'cannot be told' },
} as const satisfies Record<string, Tekst>;

/** `2027-03-31` → `31-03-2027` */
function dayText(day: string): string {
  return day.split('-').toReversed().join('-');
}
