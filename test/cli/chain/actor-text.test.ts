import { expect } from 'chai';
import { actorTexts } from '../../../src/cli/settings/actor-text.js';
import { readConfig } from '../../../src/cli/settings/config-file.js';
import { settingsOnLine } from '../../../src/cli/settings/settings.js';
import { fakeShell } from '../fake-shell.js';

describe('an actor in ketentest.yaml', () => {
  it('is an address or the word real, in a long and a short form', () => {
    expect(actorTexts('bus', { endpoint: 'http://h/' })).to.deep.equal(['bus=http://h/']);
    expect(actorTexts('bus', { real: true })).to.deep.equal(['bus=real']);
    expect(actorTexts('bus', 'http://h/')).to.deep.equal(['bus=http://h/']);
  });

  it('may say what it is: then that is known beside where it is, also when another address is given on the command line', () => {
    const texts = actorTexts('bus', { endpoint: 'http://h/', product: 'Doorgever', version: 2.1, supplier: 'Wie' });
    expect(texts).to.deep.equal(['bus=http://h/', 'bus:product=Doorgever', 'bus:version=2.1', 'bus:supplier=Wie']);
    const { actors, actorFacts } = settingsOnLine(fakeShell(), { actors: [...(texts ?? []), 'bus=http://other/'] });
    expect(actors).to.deep.equal({ bus: 'http://other/' });
    expect(actorFacts).to.deep.equal({ bus: { product: 'Doorgever', version: '2.1', supplier: 'Wie' } });
  });

  it('may have an address for each portType, and one for all others', () => {
    const texts = actorTexts('bus', { endpoint: { Vragen: 'http://h/v', '*': 'http://h/' } });
    expect(texts).to.deep.equal(['bus/Vragen=http://h/v', 'bus=http://h/']);
    expect(settingsOnLine(fakeShell(), { actors: texts }).actors).to.deep.equal({
      'bus/Vragen': 'http://h/v',
      bus: 'http://h/',
    });
  });

  const WRONG = [
    '{ address: http://h/ }',
    '{ real: false }',
    '{ endpoint: http://h/, real: true }',
    '[real]',
    '{ product: Doorgever }',
    '{ endpoint: {} }',
    '{ endpoint: { Vragen: [] } }',
    '{ endpoint: http://h/, product: [Doorgever] }',
  ];
  for (const wrong of WRONG) {
    it(`is refused as ${wrong}, with both forms that may stand there`, async () => {
      const refused = await readConfig(`actors:\n  bus: ${wrong}\n`, 'ketentest.yaml').catch((error: unknown) => error);
      expect(refused).to.have.property('code', 'CONFIG_INVALID');
      expect(refused).to.have.nested.property('text.en').that.includes('{ endpoint: URL } or { real: true } for "actors.bus"');
    });
  }
});
