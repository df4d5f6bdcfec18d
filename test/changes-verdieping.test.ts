/**
 * Prove it bites, for the deepening: a proxy before an honest product makes it misbehave once, in the one scenario that
 * is about it. That step must turn red by the product's doing, and every other step of the scenario must stay as it was.
 */
import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { StepJudged } from '../src/model/run-event.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { type ChangeData, readChanges } from './changes/changes.js';
import { changeFor, differences, expectPrimary } from './changes/judged-changes.js';
import { type MutatingProxy, startMutatingProxy } from './support/mutating-proxy.js';
import { openOwnSuite, outcomeOf, runAgainst } from './support/reference-run.js';
import { compactBasis, type ReferenceServer, startReference } from './support/reference-server.js';

const CHANGES = readChanges('zds-1.1-verdieping');

describe('one misbehaviour in one scenario of the deepening', function () {
  this.timeout(60_000);
  let loaded: LoadedSuite;
  let basis: OpenSchemaBasis;
  let product: ReferenceServer;
  let proxy: MutatingProxy;
  let honest: ReadonlyMap<string, StepJudged>;
  let runs = 0;

  before(async () => {
    loaded = await openOwnSuite('zds-1.1/zaaksysteem-verdieping');
    basis = await compactBasis(loaded.standard);
    product = await startReference(loaded.standard, undefined, basis);
    proxy = await startMutatingProxy(product.url);
    honest = await walk([...new Set(CHANGES.map(scenarioOf))]);
  });

  after(async () => {
    await proxy.close();
    await product[Symbol.asyncDispose]();
    basis.dispose();
  });

  const walk = async (only: readonly string[]) =>
    (await runAgainst(loaded, { url: proxy.url, bases: [basis], token: `v${++runs}`, selection: { only } })).steps;

  it('is none, and every step is right', () => {
    expect(
      [...honest].filter(([, step]) => step.verdict !== 'voldoet').map(([path, step]) => `${path} ${outcomeOf(step)}`),
    ).to.deep.equal([]);
  });

  it('comes in at least 35 kinds', () => {
    expect(CHANGES.length).to.be.at.least(35);
    expect(new Set(CHANGES.map((each) => each.name)).size).to.equal(CHANGES.length);
  });

  for (const change of CHANGES) {
    it(`is ${change.name}`, async () => {
      proxy.change(changeFor(change));
      const steps = await walk([scenarioOf(change)]);
      expect(proxy.changed, 'the change must have been made').to.equal(1);
      expectPrimary(change, steps);
      expect(differences(change, steps, steps)).to.deep.equal([]);
    });
  }
});

function scenarioOf({ primary }: ChangeData): string {
  return primary[0]?.split('/')[0] ?? '';
}
