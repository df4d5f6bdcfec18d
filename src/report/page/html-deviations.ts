/** Known deviations as the page shows them: those that ask for something first. */
import type { Afwijking, Report } from '../../model/report.js';
import { countsOfDeviations, reasonOf, standText } from '../deviation-texts.js';
import { anchorOf } from '../step-names.js';

const ORDER: readonly Afwijking['stand'][] = ['verlopen', 'achterhaald', 'niet_vastgesteld', 'verklaart'];

export function deviationsView(report: Report) {
  const counts = countsOfDeviations(report);
  if (!counts || !report.afwijkingen) return undefined;
  return {
    counts,
    rows: report.afwijkingen
      .toSorted((one, other) => ORDER.indexOf(one.stand) - ORDER.indexOf(other.stand))
      .map((each) => ({
        ...{ stap: each.stap, regel: each.regel, isOpen: each.stand !== 'verklaart' },
        ...{ stand: standText(each), reden: reasonOf(each) },
        verklaart: each.verklaart.map((path) => ({ path, anchor: anchorOf(path.split(' ')[0] ?? '') })),
      })),
  };
}
