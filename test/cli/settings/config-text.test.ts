import { expect } from 'chai';
import { FILE_KEYS } from '../../../src/cli/option-table.js';
import { readConfig } from '../../../src/cli/settings/config-file.js';
import { configText } from '../../../src/cli/settings/config-text.js';
import { suiteOf } from '../suites.js';

const suite = suiteOf([
  { name: 'lamptype', type: 'constant', value: '007', moetBestaan: true, description: 'kind of lamp' },
  { name: 'room', type: 'constant', value: 'hall', moetBestaan: true },
  { name: 'other', type: 'constant', value: 'x', moetBestaan: false },
]);
const nobody = {
  endpoint: undefined,
  product: undefined,
  productVersion: undefined,
  vendor: undefined,
  acceptDefaults: false,
  set: {},
};

describe('the text of a ketentest.yaml', () => {
  it('can be read back, without a value that nobody gave', async () => {
    for (const language of ['nl', 'en'] as const) {
      const { given } = await readConfig(configText(suite, nobody, language), 'ketentest.yaml');
      expect([...given.keys()]).to.deep.equal(['suites']);
    }
  });

  it('can be read back with every comment made into a value', async () => {
    const text = configText(suite, nobody, 'en').replace(/^# ((?: {2})?[\w.-]+:(?: \S.*|))$/gm, (line, entry: string) =>
      FILE_KEYS.includes(entry.split(':')[0]?.trim() ?? '') || entry.startsWith('  ') ? entry : line,
    );
    const { given } = await readConfig(text, 'ketentest.yaml');
    expect(given.get('set')?.texts).to.deep.equal(['lamptype=007', 'room=hall']);
    expect(given.has('timeout')).to.equal(true);
  });

  it('names the actors of a chain, each as it may be real, and no address of one product', async () => {
    const actor = (id: string, plays: 'vrager' | 'tussenstation') => ({ id, plays, naam: { nl: id, en: id }, component: 'c' });
    const chain = { actors: [actor('asker', 'vrager'), actor('bus', 'tussenstation')], links: [] };
    const text = configText({ ...suite, chain }, nobody, 'en');
    expect(text).to.not.include('endpoint: http://localhost:8080/soap\n#');
    const { given } = await readConfig(
      text.replace(/^# (actors:)$/m, '$1').replace(/^# {3}((?:asker|bus): .*)$/gm, '  $1'),
      'k.yaml',
    );
    expect(given.get('actors')?.texts).to.deep.equal(['asker=real', 'bus=http://localhost:8080/soap']);
    expect(given.has('endpoint')).to.equal(false);
  });

  it('holds the answers, and keeps a code of digits a text', async () => {
    const answers = {
      endpoint: 'http://a/',
      product: "Jan's",
      productVersion: '1.0',
      vendor: 'V',
      acceptDefaults: true,
      set: { lamptype: '008' },
    };
    const { given } = await readConfig(configText(suite, answers, 'nl'), 'ketentest.yaml');
    expect(given.get('endpoint')?.texts).to.deep.equal(['http://a/']);
    expect(given.get('product')?.texts).to.deep.equal(["Jan's"]);
    expect(given.get('product-version')?.texts).to.deep.equal(['1.0']);
    expect(given.get('set')?.texts).to.deep.equal(['lamptype=008']);
    expect(given.get('accept-defaults')?.texts).to.deep.equal(['true']);
  });
});
