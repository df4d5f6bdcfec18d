import { expect } from 'chai';
import { ownReferenceAt } from '../../src/actor/probe.js';
import { type BusOptions, startServicebus } from '../../src/actor/servicebus.js';
import { machineClock } from '../support/reference-run.js';

const OPTIONS: Omit<BusOptions, 'target'> = {
  ...{ host: '127.0.0.1', port: 0, clock: machineClock, timeoutMillis: 10_000, spoolFolder: '', onward: {} },
  referenceIn: () => undefined,
  reference: () => 'B-1',
  failed: (error) => {
    throw error;
  },
};
const probing = { clock: machineClock, timeoutMillis: 10_000 };

describe('a simulated servicebus', () => {
  it('says that it is ours while its next hop is not there yet', async () => {
    await using bus = await startServicebus({ ...OPTIONS, target: 'http://127.0.0.1:1/', announce: '1.2.3' });
    expect(await ownReferenceAt(bus.url, probing)).to.equal('1.2.3');
  });

  it('says so with every reply, once, and passes on what is no knock', async () => {
    await using next = await startServicebus({ ...OPTIONS, target: 'http://127.0.0.1:1/', announce: '9' });
    await using bus = await startServicebus({ ...OPTIONS, target: next.url, announce: '1.2.3' });
    const reply = await fetch(`${bus.url}/`, { method: 'POST', body: '<a/>' });
    expect(reply.headers.get('x-ketentest-reference')).to.equal('1.2.3');
    expect([reply.status, await reply.text()].join(' ')).to.match(/^502 The servicebus could not pass/);
  });

  it('says nothing of itself when it is not to be known', async () => {
    await using bus = await startServicebus({ ...OPTIONS, target: 'http://127.0.0.1:1/' });
    expect(await ownReferenceAt(bus.url, probing)).to.equal(undefined);
  });
});
