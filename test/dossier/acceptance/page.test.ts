/** The page of a dossier, in a real browser: accessible, right on a phone, and a first sheet that fits on one A4. */
import axe from 'axe-core';
import { expect } from 'chai';
import { renderDossier } from '../../../src/dossier/acceptance/page/page.js';
import type { DossierView } from '../../../src/dossier/acceptance/view.js';
import { chainSample } from '../../report/chain-samples.js';
import { hostileTexts } from '../../report/hostile-texts.js';
import { type OpenOptions, useBrowser } from '../../report/in-browser.js';
import { RUN_FACTS, sampleRun, WITH_FAULTS } from '../../report/samples.js';
import { AT, besluit, dossierView, eis, FIELDS, gebrek, ronde } from './sample.js';

const rendered = (view: DossierView) => renderDossier(view, { taal: 'nl', version: '0.1.0' });

/** Everything that there can be, and as loud as can be. */
function whole(): DossierView {
  const good = sampleRun({}, { product: RUN_FACTS.product }).report;
  const chain = chainSample().report;
  const row = chain.keten?.matrix?.[0];
  const verslag = { ronde: 1, bestand: 'testverslagen/testverslag-1.json', digest: 'd'.repeat(64), op: AT };
  return dossierView({
    velden: {
      ...FIELDS,
      'contract.afwijkingen': ['acceptatie in twee delen', 'ingehouden deel 20%'],
      'privacy.vernietigen': ['2026-11-01 privédeel van R1'],
      'gebruik.productiefSinds': '2026-11-20',
    },
    reports: [WITH_FAULTS().report, good, chain, good],
    broken: ['R4'],
    wat: [
      eis({ standaard: 'bieb-1.0', bron: 'PvE 4.2', norm: 'Interoperabiliteit' }),
      ...[2, 3, 4, 5, 6].map((nr) =>
        eis({ id: `E${nr}`, eis: `Eis nummer ${nr} die nog niemand heeft aangetoond, en die een lange zin heeft` }),
      ),
      ...[ronde(1), ronde(2)],
      {
        soort: 'uitslagen',
        ronde: 2,
        uitslagen: [
          { eis: 'E2', verdict: 'voldoet' },
          { eis: 'E3', verdict: 'voldoet_niet', uitleg: 'gemeten: 6 s' },
        ],
      },
      gebrek({
        eis: 'E2',
        herstelAfgesproken: '2027-02-10',
        herkomst: { rapport: 'R1', regel: 'BIEB-01', stappen: ['cat.1/2', 'cat.2/2'], oorzaak: 'product' },
      }),
      gebrek({ id: 'G2', toerekenbaarAan: 'onbekend', ronde: 2, zichtbaarInRonde1: true }),
      gebrek({ id: 'G3', blokkeertProductie: false, status: 'hertest_geslaagd', hertest: { op: AT, rapport: 'R2' } }),
      { soort: 'hergebruik', hergebruik: { rapport: 'R2', vergelijkbaar: true, uitleg: 'zelfde omgeving', door: 'jansen' } },
      {
        soort: 'keten',
        notitie: {
          koppeling: row?.koppeling ?? '',
          effect: 'zichtbaar in de lijst',
          gebrek: 'G1',
          toerekenbaarAan: 'derde',
          bron: 'id-7',
          door: 'jansen',
          op: AT,
        },
      },
      { soort: 'derde', derde: { naam: 'Servicebus B.V.', rol: 'geeft door', afspraak: 'test mee in ronde 2', datum: AT } },
      { soort: 'opmerking', opmerking: { ronde: 1, partij: 'leverancier', tekst: 'wordt hersteld in 4.3', op: AT } },
      { soort: 'testverslag', testverslag: verslag },
      besluit('voorwaardelijk_geaccepteerd', {
        voorwaarden: [{ tekst: 'sneller zoeken', uiterlijk: '2027-01-15' }, { tekst: 'handleiding' }],
        reden: 'ingebruikname op 1 december',
      }),
      besluit('geaccepteerd', { omvang: 'deel', deel: 'de catalogus' }),
      besluit('geaccepteerd', { reden: 'alle partijen willen door' }),
    ],
  });
}

const PAGES: Readonly<Record<string, () => DossierView>> = {
  whole,
  'of today': () => dossierView({ velden: {} }),
};

const LOOKS: readonly (OpenOptions & { readonly look: string; readonly lang: 'nl' | 'en' })[] = [
  { look: 'Dutch in the light', lang: 'nl' },
  { look: 'English on a phone in the dark', lang: 'en', width: 390, colorScheme: 'dark' },
  { look: 'paper', lang: 'nl', media: 'print' },
];

const VIOLATIONS = `axe.run(document, { resultTypes: ['violations'], elementRef: false }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary)))`;

describe('the page of a dossier', () => {
  it('is the same for the same dossier, and loads and runs nothing', () => {
    const page = rendered(whole());
    expect(rendered(whole())).to.equal(page);
    expect(page).not.to.match(/<script|<link|<img|url\(|@import|https?:/);
    expect(page).to.include("default-src 'none'");
  });

  it('escapes everything that somebody typed or a report said', () => {
    const next = hostileTexts(7);
    for (const text of Array.from({ length: 20 }, next)) {
      const view = dossierView({
        velden: { ...FIELDS, 'contract.opdrachtgever': text, 'product.pakketnaam': text },
        wat: [
          eis({ eis: text, bron: text }),
          gebrek({ omschrijving: text }),
          besluit('geaccepteerd', { door: text, reden: text }),
        ],
      });
      const tags = (html: string) => [...html.matchAll(/<\/?[a-z][^\s/>]*/gi)].map(([tag]) => tag.toLowerCase());
      const plain = dossierView({
        velden: { ...FIELDS, 'contract.opdrachtgever': 'x', 'product.pakketnaam': 'x' },
        wat: [eis({ eis: 'x', bron: 'x' }), gebrek({ omschrijving: 'x' }), besluit('geaccepteerd', { door: 'x', reden: 'x' })],
      });
      expect(tags(rendered(view)), text).to.deep.equal(tags(rendered(plain)));
    }
  });

  it('never says that a product is compliant, and numbers no quality norm', () => {
    const page = rendered(whole()).replaceAll(/is nog niet (&quot;|")compliant|is not (&quot;|")compliant/g, '');
    expect(page).not.to.match(/compliant/i);
  });

  it('has an anchor for every link in it', () => {
    for (const make of Object.values(PAGES)) {
      const page = rendered(make());
      for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).to.include(`id="${id}"`);
    }
  });
});

describe('the page of a dossier in a browser (skipped without Chromium)', function () {
  this.timeout(120_000);
  const browser = useBrowser();

  for (const [name, make] of Object.entries(PAGES)) {
    it(`${name} is accessible: ${LOOKS.map(({ look }) => look).join(', ')}`, async () => {
      const html = rendered(make());
      for (const { look, lang, ...options } of LOOKS) {
        await using opened = await browser.open('dossier', html, options);
        const { page, complaints } = opened;
        await page.evaluate(`document.getElementById('taal-${lang}')?.click()`);
        expect(complaints, look).to.deep.equal([]);
        await page.evaluate(axe.source);
        expect(await page.evaluate(VIOLATIONS), look).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), look).to.be.at.most(options.width ?? 1280);
      }
    });
  }

  for (const lang of ['nl', 'en'] as const) {
    it(`has a first sheet that fits on one A4, at its loudest (${lang})`, async () => {
      // 210 × 297 mm without 14 mm on each side, at 96 dots an inch.
      const [width, height] = [688, 1016];
      await using opened = await browser.open('dossier', rendered(whole()), { width, media: 'print' });
      await opened.page.evaluate(`document.getElementById('taal-${lang}')?.click()`);
      const bottom = await opened.page.evaluate(
        `document.getElementById('samenvatting').getBoundingClientRect().bottom + scrollY`,
      );
      expect(bottom).to.be.at.most(height);
      expect(bottom).to.be.greaterThan(height / 3);
    });
  }

  it('can be read in both languages without script', async () => {
    await using opened = await browser.open('dossier', rendered(whole()), { script: false });
    const { page } = opened;
    const isShown = (lang: string) => page.locator(`.decision .${lang}`).isVisible();
    expect(await page.locator('h1').textContent()).to.include('Boekenplank');
    expect([await isShown('nl'), await isShown('en')]).to.deep.equal([true, false]);
    await page.locator('label[for=taal-en]').click();
    expect([await isShown('nl'), await isShown('en')]).to.deep.equal([false, true]);
  });
});
