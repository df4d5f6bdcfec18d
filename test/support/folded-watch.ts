/** The report of traffic that was watched in a test. */
import type { Report } from '../../src/model/report.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { fold } from '../../src/report/fold/fold.js';
import type { Observed } from '../../src/run-observing.js';

export function foldedFrom({ plan, events, waarneming }: Observed, standard: StandardDefinition): Report {
  const [hop] = waarneming.hops;
  return fold({
    plan,
    events,
    run: {
      ...{ nummer: '20260131-120000-0000', taal: 'nl', poging: 1, standaard: standard, rol: 'Meegelezen verkeer' },
      product: { pakketnaam: 'Proef', versie: '1', eigenReferentie: false },
      ...{ leverancier: { naam: 'n' }, harnas: { naam: 'ketentest', versie: '0' }, uitvoerder: { organisatie: 'o' } },
      schemabasis: hop?.schemabasis ?? { soort: 'ingebouwd', naam: 'geen', digest: '' },
      ...{ omgeving: { type: 'test' }, profiel: 'strict', modus: 'onvoorwaardelijk' },
      echt: plan.suite.chain?.actors.map(({ id }) => id) ?? [],
      waarneming,
    },
  });
}
