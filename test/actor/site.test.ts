/** One address that several listeners share. */
import { expect } from 'chai';
import { type Handler, openSite, type Site } from '../../src/actor/site.js';
import { HarnessError } from '../../src/model/harness-error.js';

describe('site', () => {
  let failures: unknown[];
  let site: Site;
  beforeEach(async () => {
    failures = [];
    site = await openSite({ host: '127.0.0.1', port: 0, failed: (error) => failures.push(error) });
  });
  afterEach(() => site.close());

  const saying =
    (text: string): Handler =>
    async (_, response) =>
      void response.end(text);
  const get = async (path: string) => {
    const response = await fetch(`${site.url}${path}`);
    return { status: response.status, text: await response.text() };
  };

  it('hands a request to the longest path that it is below', async () => {
    site.attach('', saying('all'));
    site.attach('/a', saying('a'));
    site.attach('/a/b', saying('a/b'));
    const found = await Promise.all(['/', '/c', '/a', '/a/', '/a?wsdl', '/ab', '/a/c', '/a/b/port?x=/a'].map(get));
    expect(found.map(({ text }) => text)).to.deep.equal(['all', 'all', 'a', 'a', 'a', 'all', 'a', 'a/b']);
  });

  it('tells both sides of a request for a path that is nobody’s', async () => {
    site.attach('/a', saying('a'));
    const { status, text } = await get('/b');
    expect(status).to.equal(404);
    expect(text).to.include('/a');
    expect(failures[0]).to.be.instanceOf(HarnessError).with.property('code', 'PATH_UNKNOWN');
    expect(String(failures[0])).to.include('/b').and.include('/a');
  });

  it('knows a path no more when its listener has gone', async () => {
    const detach = site.attach('/a', saying('a'));
    expect((await get('/a')).status).to.equal(200);
    detach();
    expect((await get('/a')).status).to.equal(404);
  });

  it('gives no path twice', () => {
    site.attach('/a', saying('a'));
    expect(() => site.attach('/a', saying('b'))).to.throw(HarnessError);
  });

  it('survives a handler that fails', async () => {
    site.attach('/a', () => Promise.reject(new Error('kapot')));
    site.attach('/b', saying('b'));
    expect(await get('/a').catch(() => 'closed')).to.equal('closed');
    expect(failures).to.have.length(1);
    expect((await get('/b')).text).to.equal('b');
  });
});
