/** The whole page of a chain: nothing hostile in it becomes markup, every link leads somewhere, and a long one stays light. */
import { expect } from 'chai';
import { chainSample } from '../chain-samples.js';
import { pageOf } from '../page.js';

const HOSTILE = '<script>window.hit=1</script><img src=x onerror="hit()">';

describe('the page of a chain', () => {
  const idsIn = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);

  it('escapes what actors, products and messages are called', async () => {
    const product = { pakketnaam: HOSTILE, versie: HOSTILE };
    const html = await pageOf(
      chainSample({
        ...{ changed: 'k.1/1 b1-z', naam: { nl: HOSTILE, en: `${HOSTILE}!` } },
        run: { partijen: { b1: { product, leverancier: { naam: HOSTILE } } } },
      }),
    );
    expect(html).to.include('&lt;script&gt;window.hit=1');
    expect(html).to.not.match(/<script>window\.hit|<img/);
  });

  for (const [name, options] of Object.entries({
    passes: {},
    'has a message that was changed': { changed: 'k.1/1 b1-z' },
    'has a message that got lost': { vias: 4, lost: 'k.2/3 b2-b3' },
  })) {
    it(`has no id twice and no link that leads nowhere when it ${name}`, async () => {
      const html = await pageOf(chainSample(options));
      const ids = idsIn(html);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).to.deep.equal([]);
      const known = new Set(ids);
      const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
      expect(links.filter((id) => !known.has(id))).to.deep.equal([]);
    });
  }

  it('stays light with 10 scenarios over 5 hops', async () => {
    const html = await pageOf(chainSample({ vias: 4, scenarios: 10, pairs: 4 }));
    expect(html.match(/class="seq chain seen"/g)).to.have.length(10);
    expect(Buffer.byteLength(html)).to.be.lessThan(4 * 1024 * 1024);
  });
});
