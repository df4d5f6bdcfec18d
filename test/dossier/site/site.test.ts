import { posix } from 'node:path';
import { expect } from 'chai';
import { indicationAddress, landingAddress, relative, segment } from '../../../src/dossier/site/addresses.js';
import { NO_HISTORY, nextHistory } from '../../../src/dossier/site/history.js';
import { html, textOf, trusted } from '../../../src/dossier/site/markup.js';
import { byName } from '../../../src/dossier/site/ordered.js';
import { siteFiles } from '../../../src/dossier/site/site.js';
import { indication, knownIn, MANY, siteOf, tupel } from './site-samples.js';

const filesOf = (site = siteOf(MANY())) => new Map(siteFiles(site).map(({ path, text }) => [path, text]));

describe('a site', () => {
  it('has only links that lead somewhere on it, in both languages', () => {
    const site = siteOf(MANY());
    const files = filesOf(site);
    const packages = site.reports.flatMap(({ digest, bestanden }) => [
      `rapport/${digest}/rapport-${digest.slice(0, 12)}.zip`,
      ...bestanden.map(({ naam }) => `rapport/${digest}/pakket/${naam}`),
    ]);
    const there = new Set([...files.keys(), ...packages]);
    const lost = [...files].flatMap(([path, text]) =>
      path.endsWith('.html')
        ? [...text.matchAll(/ href="([^"#]+)/g)].flatMap(([, href = '']) => {
            const to = posix.join(posix.dirname(path), decodeURIComponent(href));
            return there.has(to) ? [] : [`${path}: ${href}`];
          })
        : [],
    );
    expect(lost).to.deep.equal([]);
    expect([...files.keys()].filter((path) => path.startsWith('en/')).length).to.be.above(20);
  });

  it('comes out the same every time, and other when anything is other', () => {
    expect([...filesOf()]).to.deep.equal([...filesOf()]);
    expect([...filesOf(siteOf([indication('verlopen')]))]).not.to.deep.equal([...filesOf(siteOf([indication('compliant')]))]);
  });

  it('says on every page what it does not prove, and lets nothing in', () => {
    for (const [path, text] of filesOf()) {
      if (!path.endsWith('.html')) continue;
      expect(text, path).to.match(/Wat dit niet bewijst|What this does not prove/);
      expect(text, path)
        .to.include('default-src &#39;none&#39;')
        .and.not.match(/<script|<link rel="stylesheet|https?:\/\/(?!www\.w3)/);
    }
  });

  it('names the version in the headline and in the address of what holds for that version only', () => {
    const of = indication('getest_foutloos', tupel({ versie: '4.10.0' }));
    const address = indicationAddress(of);
    expect(address).to.include('/4.10.0/');
    expect(filesOf(siteOf([of])).get(`${address}index.html`)).to.match(
      /<h1>Boekenplank <span class="version">4\.10\.0<\/span><\/h1>/,
    );
  });

  it('lists every version of a product at the address for a catalogue, newest first, each report with its digest', () => {
    const site = siteOf(MANY());
    const text = filesOf(site).get(`${landingAddress(tupel())}index.html`) ?? '';
    const at = ['4.10.0', '4.9.2', '4.2.1'].map((version) => text.indexOf(`>Versie ${version}<`));
    expect(at)
      .to.deep.equal(at.toSorted((one, other) => one - other))
      .and.not.include(-1);
    expect(text.match(/sha256 [0-9a-f]{64}/g)).to.have.length(4);
  });

  it('keeps a page of a report that was taken away, and puts one that came back in its place', () => {
    const before = siteOf([indication('getest_foutloos')]);
    const known = before.reports.flatMap(knownIn);
    const digest = known[0]?.digest ?? '';
    const empty = siteOf([]);
    const gone = nextHistory(before.history, empty.indications, [], new Map([[digest, 'vergissing']]));
    expect(filesOf({ ...empty, history: gone }).get(`rapport/${digest}/index.html`))
      .to.include('Verwijderd')
      .and.include('vergissing');
    const back = nextHistory(gone, before.indications, known);
    expect(filesOf({ ...before, history: back }).get(`rapport/${digest}/index.html`))
      .to.include('Foutloos')
      .and.not.include('Verwijderd');
  });

  it('notes nothing when nothing changed', () => {
    const { history, indications, reports } = siteOf(MANY());
    expect(nextHistory(history, indications, reports.flatMap(knownIn)).wijzigingen).to.deep.equal(history.wijzigingen);
    expect(nextHistory(NO_HISTORY, siteOf([]).indications, []).wijzigingen).to.deep.equal([]);
  });
});

describe('an address on a site', () => {
  it('follows from the name alone, is plain, and differs for names that could be taken for one another', () => {
    const names = [
      'Foo',
      'foo',
      'foo ',
      'Foo Bar',
      'foo-bar',
      '../..',
      '..',
      '',
      'con',
      'a/b',
      'a\\b',
      'é',
      'e',
      'ß',
      'x'.repeat(300),
      'index.html',
      'foo-1234abcd',
      '%2e%2e',
      '\u202Egnp',
      'a..b',
    ];
    const segments = names.map(segment);
    expect(new Set(segments).size).to.equal(names.length);
    for (const each of segments)
      expect(each)
        .to.match(/^[a-z0-9]+(?:[.-]+[a-z0-9]+)*$/)
        .and.not.match(/^\.|\.\.|\.html$/);
    expect(segment('4.2.1')).to.equal('4.2.1');
  });

  it('is reached from anywhere without a server', () => {
    expect(relative('', 'a/b/')).to.equal('a/b/index.html');
    expect(relative('a/b/', 'c/')).to.equal('../../c/index.html');
    expect(relative('a/', '')).to.equal('../index.html');
    expect(relative('en/a/', 'feed.json')).to.equal('../../feed.json');
  });
});

describe('markup', () => {
  it('escapes whatever is no markup, in content and in attributes', () => {
    const text = `<b>"'&`;
    expect(
      textOf(html`<a title="${text}">${text}${[text, html`<i>${1}</i>`]}${undefined}${false}${trusted('<hr>')}</a>`),
    ).to.equal('<a title="&lt;b&gt;&quot;&#39;&amp;">&lt;b&gt;&quot;&#39;&amp;&lt;b&gt;&quot;&#39;&amp;<i>1</i><hr></a>');
  });
});

describe('names in order', () => {
  it('put numbers by their size', () => {
    expect(['4.10', '4.9', '4.9.1', '10', 'b', 'A'].toSorted(byName)).to.deep.equal(['4.9', '4.9.1', '4.10', '10', 'A', 'b']);
  });
});
