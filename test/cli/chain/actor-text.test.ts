import { expect } from 'chai';
import { actorText } from '../../../src/cli/chain/actor-text.js';
import { readConfig } from '../../../src/cli/config-file.js';

describe('an actor in ketentest.yaml', () => {
  it('is an address or the word real, in a long and a short form', () => {
    expect(actorText({ endpoint: 'http://h/' })).to.equal('http://h/');
    expect(actorText({ real: true })).to.equal('real');
    expect(actorText('http://h/')).to.equal('http://h/');
  });

  for (const wrong of ['{ address: http://h/ }', '{ real: false }', '{ endpoint: http://h/, real: true }', '[real]']) {
    it(`is refused as ${wrong}, with both forms that may stand there`, async () => {
      const refused = await readConfig(`actors:\n  bus: ${wrong}\n`, 'ketentest.yaml').catch((error: unknown) => error);
      expect(refused).to.have.property('code', 'CONFIG_INVALID');
      expect(refused).to.have.nested.property('text.en').that.includes('{ endpoint: URL } or { real: true } for "actors.bus"');
    });
  }
});
