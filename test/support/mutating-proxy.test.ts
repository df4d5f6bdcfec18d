import { expect } from 'chai';
import { driving } from './driving.js';
import { envelope, startHostileServer } from './hostile-server.js';
import { type Change, startMutatingProxy } from './mutating-proxy.js';

describe('mutating proxy', () => {
  const texts = async (
    change: Change | undefined,
    times = 3,
  ): Promise<{ texts: string[]; statuses: number[]; changed: number }> => {
    await using server = await startHostileServer();
    await using proxy = await startMutatingProxy(server.base, change);
    await using at = await driving(`${proxy.url}/good`);
    const replies = [];
    for (let sent = 0; sent < times; sent++) replies.push((await at.send()).reply);
    const bodies = await Promise.all(replies.map(async (reply) => Buffer.from((await reply?.body.bytes()) ?? []).toString()));
    return { texts: bodies, statuses: replies.map((reply) => reply?.status ?? 0), changed: proxy.changed };
  };
  const good = envelope();
  const bad = envelope('fout');
  const apply: Change['apply'] = ({ body }) => body.replace('goed', 'fout');

  it('lets everything pass without a change', async () => {
    expect(await texts(undefined)).to.deep.equal({ texts: [good, good, good], statuses: [200, 200, 200], changed: 0 });
  });

  it('changes only the chosen occurrence', async () => {
    const seen = await texts({ soapAction: 'test:proef', nth: 2, apply });
    expect(seen).to.deep.equal({ texts: [good, bad, good], statuses: [200, 200, 200], changed: 1 });
  });

  it('changes nothing for another SOAPAction', async () => {
    expect((await texts({ soapAction: 'iets-anders', apply })).changed).to.equal(0);
  });

  it('narrows the choice by what it sees', async () => {
    const seen = await texts({ when: ({ body }, reply) => body === '<vraag/>' && reply.status === 500, apply });
    expect(seen.changed).to.equal(0);
  });

  it('changes status and headers too', async () => {
    const seen = await texts({ nth: 1, apply: () => ({ status: 500 }) }, 2);
    expect(seen.statuses).to.deep.equal([500, 200]);
  });

  it('does not count a change that changed nothing', async () => {
    expect((await texts({ apply: ({ body }) => body })).changed).to.equal(0);
  });
});
