import { expect } from 'chai';
import { castOf } from '../../../src/cli/chain/cast.js';
import { settingsOnLine } from '../../../src/cli/settings/settings.js';
import { openOwnSuite } from '../../support/reference-run.js';
import { fakeShell } from '../fake-shell.js';

describe('who plays whom in a run', () => {
  const cast = async (suite: string, ...actors: readonly string[]) =>
    castOf(await openOwnSuite(suite), settingsOnLine(fakeShell(), { actors: [...actors] }));
  const CHAIN = 'zds-1.1/chains/vakapplicatie-zds';

  it('knows whether we play everybody, and where the real systems are', async () => {
    const ours = await cast(CHAIN);
    expect([ours.isAllOurs, ours.hasRealSpeaker, ours.endpoints]).to.deep.equal([true, false, []]);
    const mixed = await cast(CHAIN, 'zaaksysteem=http://h/', 'bus=http://b/');
    expect([mixed.isAllOurs, mixed.hasRealSpeaker]).to.deep.equal([false, false]);
    expect(mixed.endpoints).to.deep.equal(['http://h/', 'http://b/']);
    expect([...mixed.passOn]).to.deep.equal(['http://b/']);
  });

  it('does not take a chain for our own when a real system speaks first, with or without an address', async () => {
    for (const where of ['real', 'http://v/']) {
      const { hasRealSpeaker, endpoints } = await cast(CHAIN, `vakapp=${where}`, 'zaaksysteem=http://h/');
      expect(hasRealSpeaker, where).to.equal(true);
      expect(endpoints, where).to.include('http://h/');
    }
  });

  it('refuses actors where there is no chain', async () => {
    const refused = await cast('zds-1.1/zaaksysteem', 'zaaksysteem=http://h/').catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'CONFIG_INVALID');
  });

  it('refuses what is told of an actor that we play, and of one that is not there', async () => {
    for (const [told, text] of [
      ['bus:product=Doorgever', 'not that it is a real system'],
      ['buz:product=Doorgever', 'did you mean "bus"?'],
    ] as const) {
      const refused = await cast(CHAIN, told).catch((error: unknown) => error);
      expect(refused).to.have.property('code', 'CONFIG_INVALID');
      expect(refused).to.have.nested.property('text.en').that.includes(text);
    }
  });

  it('knows every address of a system that has one for each portType, and refuses one too few or of nobody', async () => {
    const all = ['VrijeBerichten', 'OntvangAsynchroon', 'BeantwoordVraag'].map((each) => `zaaksysteem/${each}=http://h/${each}`);
    const { real, endpoints } = await cast(CHAIN, ...all);
    expect([...(real?.keys() ?? [])]).to.deep.equal(['zaaksysteem']);
    expect(endpoints).to.have.length(3);
    for (const [given, text] of [
      [all.slice(0, 2), '"zaaksysteem" has no address for BeantwoordVraag'],
      [['zaaksysteem/BeantwordVraag=http://h/'], 'did you mean "BeantwoordVraag"?'],
    ] as const) {
      const refused = await cast(CHAIN, ...given).catch((error: unknown) => error);
      expect(refused).to.have.property('code', 'CONFIG_INVALID');
      expect(refused).to.have.nested.property('text.en').that.includes(text);
    }
    expect((await cast(CHAIN, ...all.slice(0, 1), 'zaaksysteem=http://h/')).endpoints).to.have.length(2);
  });
});
