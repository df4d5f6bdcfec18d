import { expect } from 'chai';
import { awaitedIn, awaitedText } from '../../../src/cli/run/awaited-text.js';
import { settingsOnLine } from '../../../src/cli/settings/settings.js';
import { openSuite } from '../../../src/cli/suite-loading.js';
import { planSuite, type Selection } from '../../../src/suite/plan.js';
import { fakeShell } from '../fake-shell.js';

const ALL: Selection = { only: [], without: [], set: {} };

async function told(id: string, options: Record<string, unknown> = {}, chosen: Partial<Selection> = {}) {
  const loaded = await openSuite(id);
  const plan = planSuite(loaded, { ...ALL, ...chosen });
  const settings = settingsOnLine(fakeShell(), { lang: 'en', ...options });
  return { awaited: awaitedIn(plan, loaded.standard), text: awaitedText(plan, loaded.standard, settings) ?? '' };
}

describe('what a run waits for', () => {
  it('is every message of the product, in order, with what somebody does and where it has to go', async () => {
    const { awaited, text } = await told('zds-1.1/zaakservice-consumer', { listen: '127.0.0.1:8080' });
    expect(awaited).to.have.length(6);
    expect(text).to.include('OntvangAsynchroon: http://127.0.0.1:8080/zds-1.1/zaakservice-consumer\n');
    expect(text).to.include(
      '   2. zsc.creeerZaak/1  creeerZaak (ZKN:zakLk01)\n      make a zaak of zaaktype B0001 in the product; use',
    );
    expect(text).to.match(/Expected: 6 messages of the product \(zender 9999 ZAAKCONSUMER\); each at most 600 s\.$/);
  });

  it('is every answer of a person too', async () => {
    const { text } = await told('zds-1.1/zaakservice-consumer-verdieping', {}, { only: ['zcv.1.*'] });
    expect(text).to.include('2. zcv.1.genereerZaakIdentificatie-getoond/2  answer of a person\n      Did the product take over');
    expect(text).to.include('Expected: 1 message of the product (zender 9999 ZAAKCONSUMER), 1 answer of a person');
  });

  it('names the port as free, TLS, and what makes the product send, as they are set', async () => {
    const free = await told('zds-1.2/documentservice-consumer');
    expect(free.text).to.include('http://127.0.0.1:‹free port›/zds-1.2/documentservice-consumer');
    const set = await told('zds-1.2/documentservice-consumer', {
      ...{ listen: '[::1]:8443', tlsCert: 'c.pem', tlsKey: 'k.pem' },
      trigger: ['dsc12.cancelCheckout=exec a b', '*=http://x/'],
    });
    expect(set.text).to.include('https://[::1]:8443/zds-1.2/').and.to.include('\n      trigger: exec a b');
    expect(set.text).to.include('\n      trigger: http://x/');
  });

  it('is nothing when the product only answers, or nothing was chosen', async () => {
    expect((await told('zds-1.1/zaaksysteem')).text).to.equal('');
  });
});
