import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { atomFeed, jsonFeed } from '../../../src/dossier/feed/change-feeds.js';
import { G3_PROFILE } from '../../../src/dossier/feed/export-profile.js';
import { type ComplianceFeed, complianceFeed, feedText } from '../../../src/dossier/feed/feed.js';
import { semanticVersion } from '../../../src/dossier/feed/semantic-version.js';
import { packageRoot } from '../../package-root.js';
import { complaints } from '../../report/schema-check.js';
import { CHAIN, digestFor, indication, MANY, published, sealedFacts, siteOf, tupel } from '../site/site-samples.js';

const schema = JSON.parse(readFileSync(join(packageRoot, 'docs', 'compliancy-feed.schema.json'), 'utf8')) as Record<
  string,
  unknown
>;
const BASE = 'https://voorbeeld.nl/t/';

/** The feed of one indication, as a reader gets it. */
function feedOf(of = indication('getest_foutloos'), more = {}): ComplianceFeed {
  return JSON.parse(feedText(complianceFeed(siteOf([of], { baseUrl: BASE, ...more })))) as ComplianceFeed;
}

describe('the feed for catalogues', () => {
  it('follows its published schema, whatever the state, with and without an address', () => {
    for (const more of [{}, { baseUrl: BASE }]) {
      expect(complaints(JSON.parse(feedText(complianceFeed(siteOf(MANY(), more)))), schema)).to.deep.equal([]);
    }
    const [record] = feedOf().records;
    const spoiled = { ...feedOf(), records: [{ ...record, indicatie: 'goed', extra: 1 }] };
    expect(complaints(spoiled, schema)).to.have.length(2);
  });

  it('says of a record which report it rests on, and where its versions, report and package stand', () => {
    const [record] = feedOf().records;
    const digest = digestFor(tupel());
    expect(record).to.deep.include({
      rapportDigest: digest,
      resultaat: 'foutloos',
      omvang: 'volledig',
      uitvoerplaats: 'leverancier',
    });
    expect(record?.bewijs.url).to.match(/^https:\/\/voorbeeld\.nl\/t\/product\/.+\/1\.0\/$/);
    expect(record?.bewijs.pakket).to.equal(`${BASE}rapport/${digest}/pakket/`);
    expect(record?.plaktekst.nl)
      .to.include('Boekenplank versie 4.2.1')
      .and.include(`sha256:${digest}`)
      .and.include('Geldt alleen voor deze versie');
    const [nothing] = feedOf(indication('zelfverklaard')).records;
    expect(nothing).to.deep.include({ rapportDigest: null, resultaat: null, testset: null, datum: null });
  });

  it('takes both ids of a version of a standard as they were written down, and none that was not', () => {
    expect(feedOf().records[0]?.standaard).to.deep.include({
      gemmaId: '11111111-aaaa-4bbb-8ccc-000000000002',
      elementId: 'id-9f9f9f9f',
    });
    expect(feedOf(undefined, { catalogue: [] }).records[0]?.standaard).to.deep.include({ gemmaId: null, elementId: null });
  });

  it('marks for each field of the catalogue who fills it in, and never what the catalogue derives', () => {
    const fields = new Map(feedOf().records[0]?.export[G3_PROFILE]?.map((each) => [each.veld, each]));
    expect(fields.get('compliancy.standaardGemma')).to.deep.include({
      wie: 'wij',
      waarde: '11111111-aaaa-4bbb-8ccc-000000000002',
    });
    expect(fields.get('compliancy.standaardversie')).to.deep.include({ wie: 'wij', waarde: 'id-9f9f9f9f' });
    expect(fields.get('compliancy.url')?.wie).to.equal('leverancier');
    expect(fields.get('compliancy.bewijs')).to.include({ wie: 'leverancier' }).and.not.have.property('waarde');
    expect(fields.get('module.standaarden')).to.include({ wie: 'nooit' }).and.not.have.property('waarde');
    expect(fields.get('moduleVersie.versie')?.waarde).to.equal('4.2.1');
  });

  it('gives the version as the product calls it, and a semantic one only where it is one', () => {
    const [record] = feedOf(indication('getest_foutloos', tupel({ versie: '2.4 SP1' }))).records;
    expect(record?.product).to.deep.include({ versieLabel: '2.4 SP1', versie: null });
    const cases = [
      ['2.4.1', '2.4.1'],
      ['v2.4', '2.4.0'],
      ['7', '7.0.0'],
      ['1.0.0-rc.1+5', '1.0.0-rc.1+5'],
      ['2.4 SP1', undefined],
      ['2026-03', undefined],
      ['01.2.3', undefined],
      ['1.0.0-01', undefined],
      ['1.2.3.4', undefined],
      ['1.0.0+', undefined],
      [`1.0.0-${'a'.repeat(60)}`, undefined],
      ['', undefined],
    ] as const;
    for (const [label, version] of cases) expect(semanticVersion(label), label).to.equal(version);
  });

  it('tells which links a chain test saw of a product that took part in it, as advice', () => {
    const report = CHAIN();
    const [real] = report.keten?.partijen ?? [];
    const partijen = report.keten?.partijen.map((each) =>
      each.id === real?.id ? { ...each, echt: true, product: { pakketnaam: 'Boekenplank', versie: '4.2.1' } } : each,
    );
    const facts = { ...sealedFacts(tupel({ product: 'Keten' }), report), keten: { ...report.keten, partijen } };
    const site = siteOf([indication('getest_foutloos')]);
    const feed = complianceFeed({ ...site, reports: [...site.reports, published(facts as ReturnType<typeof sealedFacts>)] });
    const links = feed.records[0]?.koppelingen ?? [];
    expect(links).to.have.length.above(0);
    expect(links[0]?.rapport).to.equal(facts.digest);
    expect(
      feed.records[0]?.export[G3_PROFILE]?.filter(({ veld }) => veld.startsWith('koppeling.')).map(({ wie }) => wie),
    ).to.include('leverancier');
    expect(complianceFeed(site).records[0]?.koppelingen).to.deep.equal([]);
    expect(complaints(JSON.parse(feedText(feed)), schema)).to.deep.equal([]);
  });

  it('describes each report for a data catalogue', () => {
    const [report] = feedOf().rapporten;
    expect(report).to.deep.include({
      'dct:publisher': 'Gemeente Verzonnendam',
      'dct:issued': '2026-03-14T10:00:00.000Z',
      'dct:conformsTo': 'urn:uuid:11111111-aaaa-4bbb-8ccc-000000000002',
      'dct:identifier': `urn:sha256:${digestFor(tupel())}`,
    });
  });
});

describe('the feeds of what changed', () => {
  const site = siteOf(MANY(), { baseUrl: BASE });

  it('are a JSON Feed 1.1 with an id and an address for each change, newest first', () => {
    const feed = JSON.parse(jsonFeed(site)) as { version: string; items: { id: string; url: string; title: string }[] };
    expect(feed.version).to.equal('https://jsonfeed.org/version/1.1');
    expect(feed.items).to.have.length(site.history.wijzigingen.length);
    expect(new Set(feed.items.map(({ id }) => id)).size).to.equal(feed.items.length);
    for (const { url } of feed.items) expect(url).to.match(/^https:\/\/voorbeeld\.nl\/t\//);
  });

  it('are Atom with as many entries, in which no text is markup and no sign is one that XML lacks', () => {
    const hostile = tupel({ product: '</title><script>&\u0001' });
    const text = atomFeed(siteOf([indication('getest_foutloos', hostile)]));
    expect(text).to.include('&lt;/title&gt;&lt;script&gt;&amp;\u{FFFD}').and.not.include('<script>').and.not.include('\u0001');
    expect(text.match(/<entry>/g)).to.have.length(2);
  });

  it('lead to the pages beside them when nobody said where the site stands', () => {
    const { baseUrl: _, ...here } = site;
    const feed = JSON.parse(jsonFeed(here)) as { items: { url: string }[] };
    for (const { url } of feed.items) expect(url).to.match(/^\.\.\/(?:product|rapport)\/.*\/index\.html$/);
  });
});
