/**
 * Prove it bites: a proxy before an honest product changes one thing in one reply. The step concerned must turn red by
 * the product's doing, what follows from it must be undecided, and every other step must stay as it was.
 */
import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { StepJudged } from '../src/model/run-event.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { readChanges } from './changes/changes.js';
import { changeFor, differences, expectPrimary } from './changes/judged-changes.js';
import { type MutatingProxy, startMutatingProxy } from './support/mutating-proxy.js';
import { openOwnSuite, outcomeOf, runAgainst } from './support/reference-run.js';
import { compactBasis, type ReferenceServer, startReference } from './support/reference-server.js';

const CHANGES = readChanges('zds-1.1');

describe('one change in one reply', () => {
  let loaded: LoadedSuite;
  let basis: OpenSchemaBasis;
  let product: ReferenceServer;
  let proxy: MutatingProxy;
  let honest: ReadonlyMap<string, StepJudged>;

  before(async function () {
    this.timeout(60_000);
    loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    basis = await compactBasis(loaded.standard);
    product = await startReference(loaded.standard);
    proxy = await startMutatingProxy(product.url);
    honest = (await walk(0)).steps;
  });

  after(async () => {
    await proxy.close();
    await product[Symbol.asyncDispose]();
    basis.dispose();
  });

  const walk = (nr: number) => runAgainst(loaded, { url: proxy.url, bases: [basis], token: `w${nr}` });

  it('is none, and every step is right', () => {
    expect(
      [...honest].filter(([, step]) => step.verdict !== 'voldoet').map(([path, step]) => `${path} ${outcomeOf(step)}`),
    ).to.deep.equal([]);
    expect(honest.size).to.equal(36);
  });

  it('comes in at least 40 kinds', () => {
    expect(CHANGES.length).to.be.at.least(40);
    expect(new Set(CHANGES.map((each) => each.name)).size).to.equal(CHANGES.length);
  });

  CHANGES.forEach((change, index) => {
    it(`is ${change.name}`, async () => {
      proxy.change(changeFor(change));
      const { steps } = await walk(index + 1);
      expect(proxy.changed, 'the change must have been made').to.equal(1);
      expectPrimary(change, steps);
      if (!change.loose) expect(differences(change, honest, steps)).to.deep.equal([]);
    });
  });
});
