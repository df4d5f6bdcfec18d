import { expect } from 'chai';
import { loadEvidence } from '../../../src/report/evidence.js';
import { describe as describeExchange } from '../../../src/report/manifest.js';
import { listingOf } from '../../../src/report/page/html-listing.js';
import { bodyOf, FLAWLESS, finding } from '../samples.js';

const MANY = Array.from({ length: 40 }, (_, index) => `<b:nr>${index}</b:nr>`).join('');
const LONG = `<a><b:kop>1</b:kop><b:object><b:deel>${MANY}</b:deel></b:object></a>`;

async function listing(text: string, rules: Parameters<typeof listingOf>[3]) {
  const [exchange] = FLAWLESS().exchanges;
  if (exchange === undefined) throw new Error('the sample has no exchange');
  const entry = describeExchange(exchange, {
    vraag: { body: exchange.request.body, masked: [] },
    antwoord: { body: bodyOf(text), masked: [] },
  });
  const bodies = new Map([
    [entry.vraag.bestand, exchange.request.body],
    [entry.antwoord?.bestand, bodyOf(text)],
  ]);
  const evidence = await loadEvidence({ gemaskeerd: false, uitwisselingen: [entry] }, (name) =>
    (bodies.get(name) ?? bodyOf('')).open(),
  );
  return listingOf(evidence, '0001', 'antwoord', rules);
}

describe('the listing of a message', () => {
  it('shows a short message whole', async () => {
    const found = await listing('<a>\n<b/>\n</a>', []);
    expect(found?.chunks.map(({ isFolded, count }) => [isFolded, count])).to.deep.equal([[false, 3]]);
  });

  it('folds the rest of a long message in which nothing is marked', async () => {
    const found = await listing(LONG, []);
    expect(found?.chunks.map(({ isFolded }) => isFolded)).to.deep.equal([false, true]);
  });

  it('keeps what stands around a mark, and the elements it stands in', async () => {
    const rule = finding({ verdict: 'voldoet_niet', pad: 'b:deel/b:nr[30]', verwacht: '28' });
    const found = await listing(LONG, [rule]);
    expect(found?.chunks.map(({ isFolded, count }) => `${isFolded ? 'folded' : 'shown'} ${count}`)).to.deep.equal([
      'shown 1',
      'shown 1',
      'shown 2',
      'folded 25',
      'shown 9',
      'folded 9',
    ]);
    expect(found?.chunks[4]?.html)
      .to.include('class="r m voldoet_niet"')
      .and.to.include('verwacht: 28')
      .and.to.include('expected: 28');
  });

  it('names what is missing at the place where it belongs', async () => {
    const found = await listing(LONG, [finding({ verdict: 'voldoet_niet', pad: 'b:object/b:titel', verwacht: 'aanwezig' })]);
    expect(found?.chunks.map(({ html }) => html).join('')).to.include('hierin ontbreekt b:titel');
  });

  it('marks a row in the colour of the worst that was found there', async () => {
    const rules = [
      finding({ verdict: 'niet_beslist', pad: 'b:kop' }),
      finding({ verdict: 'voldoet_niet', pad: 'b:kop', verwacht: `${'x'.repeat(500)}` }),
    ];
    const html = (await listing(LONG, rules))?.chunks.map((chunk) => chunk.html).join('') ?? '';
    expect(html.match(/class="r m voldoet_niet"/g)).to.have.length(1);
    expect(html.match(/class="mark"/g)).to.have.length(2);
    expect(html).to.include(`${'x'.repeat(120)}…`);
  });

  it('is not there when the message is not', async () => {
    const evidence = await loadEvidence({ gemaskeerd: false, uitwisselingen: [] }, () => bodyOf('').open());
    expect(listingOf(evidence, '0001', 'vraag', [])).to.equal(undefined);
  });
});
