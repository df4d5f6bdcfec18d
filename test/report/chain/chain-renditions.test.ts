/** Where a rendition has a place for it, it says over which koppeling a message went, on which hop it was wrong, and whose doing it is. */
import { expect } from 'chai';
import { compareReports } from '../../../src/report/compare/compare.js';
import { comparisonText } from '../../../src/report/compare/compare-text.js';
import { renderCtrf } from '../../../src/report/render/render-ctrf.js';
import { renderEarl } from '../../../src/report/render/render-earl.js';
import { renderGitb } from '../../../src/report/render/render-gitb.js';
import { renderJunit } from '../../../src/report/render/render-junit.js';
import { renderText } from '../../../src/report/render/render-text.js';
import { chainSample } from '../chain-samples.js';
import { FLAWLESS } from '../samples.js';

describe('a chain in other renditions', () => {
  const good = chainSample().report;
  const bad = chainSample({ changed: 'k.1/1 b1-z' }).report;
  const lost = chainSample({ lost: 'k.1/1 b1-z' }).report;

  it('JUnit names hop and actor in the message of a failure', () => {
    expect(renderJunit(bad, 'en')).to.match(/<failure [^>]*message="KETEN-DOORGEGEVEN: [^"]* \[hop b1 → z, b1\]/);
    expect(renderJunit(good)).to.not.include('[hop');
  });

  it('CTRF has koppeling, hop and actor at each test, and the koppelingen and versions of the whole', () => {
    const { results } = JSON.parse(renderCtrf(bad));
    expect(results.tests[0].extra).to.deep.include({ koppeling: 'a-naar-z', hop: 'b1-z', partij: 'b1' });
    expect(results.tests[1].extra).to.not.have.property('hop');
    expect(results.extra.keten.koppelingen).to.deep.equal([{ id: 'a-naar-z', verplicht: true, verdict: 'voldoet_niet' }]);
    expect(results.extra.keten.partijen[1]).to.deep.equal({ id: 'b1', product: 'Doorgeefluik', versie: '3.1', echt: true });
    expect(JSON.parse(renderCtrf(FLAWLESS().report)).results.extra).to.not.have.property('keten');
  });

  it('EARL makes every actor a subject of its own, and what is said is said of whose doing it is', () => {
    const graph = JSON.parse(renderEarl(bad, 'en'))['@graph'] as readonly Readonly<Record<string, unknown>>[];
    expect(graph.find((node) => node['@id'] === '#partij-b1')).to.deep.include({
      'dct:title': 'Service bus b1: Doorgeefluik',
      'dct:hasVersion': '3.1',
    });
    const [failed] = graph.filter(
      (node) => JSON.stringify(node).includes('KETEN-DOORGEGEVEN') && JSON.stringify(node).includes('earl:failed'),
    );
    expect(failed?.['earl:subject']).to.deep.equal({ '@id': '#partij-b1' });
    expect(JSON.stringify(failed)).to.include('hop b1 → z, b1');
  });

  it('GITB TAR names the hop where the test of an item is told', () => {
    expect(renderGitb(bad)).to.match(/<error [^>]*>.*<test>[^<]*hop b1 → z, b1<\/test>/);
  });

  it('the summary says what came out, where it went wrong first, and what is not counted again', () => {
    const text = renderText(lost, { taal: 'en' });
    expect(text).to.include('The chain does not pass: on a-naar-z a product did something wrong.');
    expect(text).to.include('first wrong: hop b1 → z, Service bus b1, step k.1/1, KETEN-AANGEKOMEN, cause product');
    expect(text).to.include('7 steps follow from it and are not counted again');
    expect(text)
      .to.include('a-naar-z, k.1: 4 expected, 2 at A, 0 at B')
      .and.include('Service bus b1: Doorgeefluik 3.1 (real system)');
    expect(text.match(/a-naar-z, k\.2/g), 'a row that only follows').to.equal(null);
    expect(renderText(good, { taal: 'en' }))
      .to.include('The chain passes')
      .and.not.include('first wrong');
    expect(renderText(FLAWLESS().report)).to.not.include('De keten');
  });
});

describe('two runs of a chain beside each other', () => {
  const good = chainSample().report;
  const bad = chainSample({ changed: 'k.2/1 b1-z' }).report;

  it('tell which koppelingen got worse, and the other way round better', () => {
    const worse = compareReports(good, bad).koppelingen;
    expect(worse?.map(({ koppeling, scenario, richting }) => [koppeling, scenario, richting])).to.deep.equal([
      ['a-naar-z', undefined, 'slechter'],
      ['a-naar-z', 'k.2', 'slechter'],
    ]);
    expect(compareReports(bad, good).koppelingen?.map(({ richting }) => richting)).to.deep.equal(['beter', 'beter']);
    expect(comparisonText(compareReports(good, bad), 'en')).to.include('✕ a-naar-z, k.2: holds → does not hold (worse)');
  });

  it('tell whose version is another, and say nothing of koppelingen that stayed as they were', () => {
    const newer = chainSample({ run: { partijen: { b1: { product: { pakketnaam: 'Doorgeefluik', versie: '3.2' } } } } }).report;
    const { koppelingen, omstandigheden } = compareReports(good, newer);
    expect(koppelingen).to.deep.equal([]);
    expect(omstandigheden.map(({ veld, was, is }) => [veld, was, is])).to.deep.equal([
      ['partijen', 'a gesimuleerd, b1 Doorgeefluik 3.1, z ?', 'a gesimuleerd, b1 Doorgeefluik 3.2, z ?'],
    ]);
    expect(compareReports(FLAWLESS().report, FLAWLESS().report)).to.not.have.property('koppelingen');
  });
});
