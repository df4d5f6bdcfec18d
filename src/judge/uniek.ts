/**
 * `uniek`: values that the product gave out in this run differ from each other. Option: `variables`.
 */
import { judged, type Rule } from '../model/judged.js';
import type { Judge } from './judge.js';

const UNIQUE: Rule = {
  id: 'UNIEK',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Elke uitgegeven identificatie is uniek', en: 'Every identification handed out is unique' },
};

export const uniek: Judge = {
  kind: 'uniek',
  complaints({ variables }) {
    return Array.isArray(variables) && variables.length > 1 && variables.every((each) => typeof each === 'string')
      ? []
      : ['`variables` must be a list of at least two names'];
  },
  async judge({ options }, { values, exchange, service }) {
    const given = (options.variables as readonly string[]).flatMap((name) => (values[name] === undefined ? [] : [values[name]]));
    const rule = { ...UNIQUE, bron: service.bron };
    const bericht = `${exchange.id}/antwoord`;
    // A value that was not given out is told elsewhere; one alone differs from nothing.
    if (given.length < 2)
      return [{ ...judged(rule, true, { gevonden: given.join(', '), bericht }), verdict: 'niet_van_toepassing' }];
    return [
      judged(rule, new Set(given).size === given.length, {
        verwacht: 'verschillend',
        gevonden: given.join(', '),
        bericht,
      }),
    ];
  },
};
