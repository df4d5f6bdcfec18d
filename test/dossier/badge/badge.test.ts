import { expect } from 'chai';
import { XmlDocument } from 'libxml2-wasm';
import { BADGE_FACES, LABEL_COLOUR } from '../../../src/dossier/badge/badge-face.js';
import { shieldsEndpoint } from '../../../src/dossier/badge/badge-shields.js';
import { badgeSvg } from '../../../src/dossier/badge/badge-svg.js';
import { INDICATIES } from '../../../src/dossier/indication/indication.js';
import { computed, ours, report } from '../indication/evidence.js';

const luminance = (colour: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrastWithWhite = (colour: string) => 1.05 / (luminance(colour) + 0.05);

describe('a badge', () => {
  const FLAWLESS = ours([report(5, 'foutloos')]);

  it('tells standard, version, role, state, level and date, and as a sentence for who does not see it', () => {
    const svg = badgeSvg(FLAWLESS, 'nl');
    const [, title = ''] = /<title>(.*?)<\/title>/.exec(svg) ?? [];
    for (const each of ['Bibliotheekservices 1.0', 'catalogus', '4.2.1', 'getest, foutloos', 'A1', '2026-03-05']) {
      expect(title).to.include(each);
      expect(svg.replace(/^.*<\/title>/, '')).to.include(each);
    }
    expect(svg).to.include('role="img"').and.include(`aria-label="${title}"`).and.not.match(/ id=/);
  });

  it('can be read on every colour, and each state that may not be taken for another has a sign of its own', () => {
    for (const state of INDICATIES) expect(contrastWithWhite(BADGE_FACES[state].colour), state).to.be.at.least(4.5);
    expect(contrastWithWhite(LABEL_COLOUR)).to.be.at.least(4.5);
    const signs = ['geen', 'getest_met_fouten', 'getest_foutloos', 'compliant', 'verlopen', 'ingetrokken', 'betwist'] as const;
    expect(new Set(signs.map((state) => BADGE_FACES[state].sign)).size).to.equal(signs.length);
  });

  it('is well-formed and fetches nothing, whatever a product is called', () => {
    const evil = '"><script>alert(1)</script>\u0000\u202E&amp;'.repeat(20);
    const svg = badgeSvg({ ...FLAWLESS, product: { pakketnaam: evil, versie: evil }, rol: evil }, 'en');
    using document = XmlDocument.fromString(svg);
    expect(document.root.name).to.equal('svg');
    expect(svg).to.not.match(/<script|<image|href|url\(/);
    expect(Number(/ width="(\d+)"/.exec(svg)?.[1])).to.be.below(1000);
  });

  it('is the same for the same facts, and another one when it lapsed', () => {
    expect(badgeSvg(FLAWLESS, 'nl')).to.equal(badgeSvg(ours([report(5, 'foutloos')]), 'nl'));
    expect(badgeSvg({ ...FLAWLESS, indicatie: 'verlopen' }, 'nl'))
      .to.include('verlopen')
      .and.not.include('foutloos');
  });

  it('of a part of the test set says so', () => {
    const part = ours([report(5, 'foutloos', { testset: { omvang: 'deels' }, weggelaten: ['x'] })]);
    expect(badgeSvg(part, 'nl')).to.include('een deel');
    expect(badgeSvg(FLAWLESS, 'nl')).to.not.include('een deel');
  });

  it('of a product is that of the least of its roles', () => {
    const [product] = computed([report(5, 'foutloos'), report(6, 'met_fouten', { standaard: { rol: 'lener' } })]).producten;
    expect(product && badgeSvg(product, 'en'))
      .to.include('tested, with faults')
      .and.include('catalogus, lener');
  });

  it('is told to shields.io in its words', () => {
    expect(shieldsEndpoint(FLAWLESS, 'nl')).to.deep.equal({
      schemaVersion: 1,
      label: 'Bibliotheekservices 1.0 · catalogus',
      message: 'getest, foutloos · versie 4.2.1 · A1 · 2026-03-05',
      ...{ color: '#1d5b9c', labelColor: '#2b3440', isError: false, cacheSeconds: 3600 },
    });
    expect(shieldsEndpoint({ ...FLAWLESS, indicatie: 'ingetrokken' }, 'nl').isError).to.equal(true);
  });
});
