import { expect } from 'chai';
import { compareSubset } from '../../src/judge/compare-subset.js';
import { stuf } from '../../src/standard/stuf/family.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { type Played, playSuite } from '../standard/stuf/registry/play.js';
import { runAgainst } from '../support/reference-run.js';
import { compactBasis, startReference } from '../support/reference-server.js';
import { loadBoatSuite } from './boats.js';

describe('a koppelvlak that nobody knew', () => {
  let suite: LoadedSuite;
  let played: readonly Played[];

  before(async () => {
    suite = await loadBoatSuite();
    played = playSuite(suite);
  });

  it('loads without a complaint, from data alone', () => {
    expect(stuf.complaints(suite.standard)).to.deep.equal([]);
    expect(suite.suite.scenarios).to.have.length(4);
  });

  it('has a counterpart that answers every message as the service says', () => {
    expect(played.map(({ step, reply }) => `${step}: ${reply.summary.reply} ${reply.summary.fault ?? ''}`.trim())).to.deep.equal([
      'vr.1.reikKentekenUit/1: reikKentekenUit_Du02',
      'vr.2.meldVaartuig/1: Bv03',
      'vr.2.meldVaartuig/1 read back: vtgLa01',
      'vr.3.papieren/1: leenPapieren_Du02',
      'vr.3.papieren/3: Bv02',
      'vr.3.papieren/3 read back: vtgLa01',
      'vr.4.vraagVaartuigen/1: vtgLa01',
    ]);
  });

  it('has a counterpart that shows at least what it predicts', () => {
    const readBacks = played.filter((each) => each.isReadBack);
    for (const { predicted, answer } of readBacks) {
      if (!predicted || !answer) throw new Error('nothing was predicted');
      expect(compareSubset(predicted, answer, suite.standard.namespaces)).to.deep.equal([]);
    }
    expect(JSON.stringify(readBacks[1]?.predicted)).to.contain('Herdoopt').and.to.contain('Proefrederij');
  });

  it('is tested over HTTP against that counterpart without a fault', async () => {
    await using reference = await startReference(suite.standard);
    const basis = await compactBasis(suite.standard);
    try {
      const { steps } = await runAgainst(suite, { url: reference.url, bases: [basis] });
      expect([...steps].map(([step, { verdict }]) => `${step} ${verdict}`)).to.deep.equal(
        suite.suite.scenarios.flatMap(({ id, steps: each }) => each.map(({ nr }) => `${id}/${nr} voldoet`)),
      );
    } finally {
      basis.dispose();
    }
  });
});
