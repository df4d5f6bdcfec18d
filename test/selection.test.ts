/**
 * Parts of a set: a scenario that needs what was not chosen is left undecided, by our own choice; never a pass, never a
 * fault of the product.
 */
import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { neededBeside } from '../src/suite/needed-beside.js';
import { folded } from './support/folded.js';
import { openOwnSuite, outcomeOf, runAgainst } from './support/reference-run.js';
import { compactBasis, type ReferenceServer, startReference } from './support/reference-server.js';

describe('a part of the set', function () {
  this.timeout(60_000);
  let loaded: LoadedSuite;
  let basis: OpenSchemaBasis;
  let product: ReferenceServer;
  let runs = 0;

  before(async () => {
    loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    basis = await compactBasis(loaded.standard);
    product = await startReference(loaded.standard);
  });
  after(async () => {
    await product[Symbol.asyncDispose]();
    basis.dispose();
  });

  const walk = (...only: readonly string[]) =>
    runAgainst(loaded, { url: product.url, bases: [basis], token: `d${++runs}`, selection: { only } });

  it('is never free of faults, and never holds anything against an honest product, whichever scenario it is', async () => {
    for (const { id, steps } of loaded.suite.scenarios) {
      const outcome = await walk(id);
      const { report, exitCode } = folded(loaded.standard, outcome);
      const isWhole = neededBeside(outcome.plan).length === 0;
      expect([id, report.resultaat.totaal, exitCode]).to.deep.equal([id, 'niet_vastgesteld', isWhole ? 3 : 2]);
      expect(report.testset.omvang).to.equal('deels');
      expect([...outcome.steps.values()].filter((step) => step.verdict === 'voldoet_niet').map(outcomeOf), id).to.deep.equal([]);
      expect(outcome.steps.size).to.equal(steps.length);
    }
  });

  it('says which step was not chosen, and that this is our own choice', async () => {
    const { steps, sent } = await walk('zs.10.*');
    expect(sent).to.deep.equal([]);
    const step = steps.get('zs.10.geefZaakdocumentLezen/1');
    expect(step && outcomeOf(step)).to.equal('niet_beslist < zs.9.updateZaakdocument/1');
    expect(step?.findings.map(({ id, oorzaak, verwacht }) => [id, oorzaak, verwacht])).to.deep.equal([
      ['VOORWAARDE', 'configuratie', 'zs.9.updateZaakdocument/1'],
    ]);
  });

  it('is whole in itself with the scenarios that it needs', async () => {
    const chosen = (...ids: readonly string[]) => ({
      scenarios: loaded.suite.scenarios.map((scenario) =>
        ids.includes(scenario.id) ? { scenario } : { scenario, skipped: 'only' as const },
      ),
    });
    expect(neededBeside(chosen('zs.1.genereerZaakIdentificatie'))).to.deep.equal([]);
    const needed = neededBeside(chosen('zs.10.geefZaakdocumentLezen'));
    expect(needed).to.include.members(['zs.1.genereerZaakIdentificatie', 'zs.2.creeerZaak', 'zs.9.updateZaakdocument']);
    expect(needed).not.to.include('zs.6.updateZaak');
    const { steps } = await walk('zs.10.geefZaakdocumentLezen', ...needed);
    expect([...steps].filter(([, step]) => step.verdict !== 'voldoet').map(([path]) => path)).to.deep.equal([]);
  });
});
