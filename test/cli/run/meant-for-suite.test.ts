import { expect } from 'chai';
import { meantFor } from '../../../src/cli/run/meant-for-suite.js';
import type { LoadedSuite } from '../../../src/suite/load-suite.js';

const suite = (id: string, scenarios: readonly string[], constants: readonly string[]) =>
  ({
    id,
    scenarios: scenarios.map((each) => ({ id: each })),
    variables: constants.map((name) => ({ name, type: 'constant' })),
  }) as unknown as LoadedSuite['suite'];
const ZAAK = suite('s/zaak', ['z.maak', 'z.wijzig'], ['zaak', 'wie']);
const DOCUMENT = suite('s/document', ['d.voegToe'], ['document', 'wie']);
const BOTH = [ZAAK, DOCUMENT];

describe('what is said of several suites at once', () => {
  it('goes to the suite that has it', () => {
    const said = { without: ['z.wijzig', 's/document/d.*'], set: { zaak: '1', document: '2', wie: '3' } };
    expect(meantFor(said, ZAAK, BOTH)).to.deep.equal({ without: ['z.wijzig'], set: { zaak: '1', wie: '3' } });
    expect(meantFor(said, DOCUMENT, BOTH)).to.deep.equal({ without: ['s/document/d.*'], set: { document: '2', wie: '3' } });
  });

  it('stays with each when no suite has it, so that it is refused', () => {
    const said = { without: ['z.wijzgi'], set: { zaka: '1' } };
    expect(meantFor(said, ZAAK, BOTH)).to.deep.equal(said);
    expect(meantFor(said, DOCUMENT, BOTH)).to.deep.equal(said);
  });

  it('goes to chains when it names actors, and to the others when it names an endpoint', () => {
    const chain = { ...suite('s/chains/c', [], []), chain: { actors: [], links: [] } };
    const said = {
      without: [],
      set: {},
      actors: { bus: 'http://b/' },
      actorFacts: { bus: { product: 'Bus' } },
      endpoints: { '*': 'http://h/' },
    };
    expect(meantFor(said, ZAAK, [ZAAK, chain])).to.deep.equal({ ...said, actors: {}, actorFacts: {} });
    expect(meantFor(said, chain, [ZAAK, chain])).to.deep.equal({ ...said, endpoints: {} });
    for (const each of BOTH) expect(meantFor(said, each, BOTH)).to.deep.equal(said);
    expect(meantFor(said, chain, [chain])).to.deep.equal(said);
  });

  it('stays when there is one suite alone', () => {
    const said = { without: ['d.voegToe'], set: {} };
    expect(meantFor(said, ZAAK, [ZAAK])).to.deep.equal(said);
  });
});
