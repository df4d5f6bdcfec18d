import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { renderGithub } from '../../../src/report/render/render-github.js';
import { renderJunit } from '../../../src/report/render/render-junit.js';
import { renderText } from '../../../src/report/render/render-text.js';
import { pageOf } from '../page.js';
import { FLAWLESS, finding, NOT_ESTABLISHED, RUN_FACTS, sampleRun, WITH_FAULTS } from '../samples.js';

/** The page without its style sheet and script: what a reader or a link can meet. */
function markup(page: string): string {
  return page.replace(/<style>.*?<\/style>/s, '').replace(/<script>.*?<\/script>/s, '');
}

function allIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('the page', () => {
  let faulty = '';
  let flawless = '';
  before(async () => {
    faulty = await pageOf(WITH_FAULTS());
    flawless = await pageOf(FLAWLESS());
  });

  it('says product, standard, role, result, coverage, schema basis and limits before any failure', () => {
    const summary = markup(faulty).split('id="fouten"')[0] ?? '';
    for (const part of [
      'Boekenplank',
      '4.2.1',
      'Bibliotheekservices 1.0',
      'Catalogus',
      'Met fouten',
      'With faults',
      '<strong class="num">13</strong>',
      'bieb-1.0 (officieel)',
      'Wat dit niet bewijst',
      'geen certificaat',
    ]) {
      expect(summary).to.include(part);
    }
  });

  it('names no run compliant, in no rendition', async () => {
    for (const sample of [FLAWLESS(), WITH_FAULTS(), NOT_ESTABLISHED()]) {
      const texts = [
        await pageOf(sample),
        renderText(sample.report),
        renderText(sample.report, { taal: 'en' }),
        renderJunit(sample.report),
        renderGithub(sample.report),
      ];
      for (const text of texts) expect(text).not.to.match(/complian|conform/i);
    }
  });

  it('says loudly that our own reference is no evidence, and is not green then', () => {
    expect(flawless)
      .to.include('class="own-reference"')
      .and.to.include('Dit is geen bewijs.')
      .and.to.include('class="verdict own"');
    expect(faulty).not.to.include('class="own-reference"');
  });

  it('is green for a product without faults', async () => {
    const { product } = RUN_FACTS;
    expect(await pageOf(sampleRun({}, { product }))).to.include('class="verdict foutloos"');
  });

  it('needs no network: it loads nothing, and its policy lets nothing in', () => {
    expect(markup(faulty)).not.to.match(/<(?:link|img|iframe|object|embed|base)\b|\ssrc=|url\(|@import/i);
    expect(allIn(markup(faulty), /href="([^"]*)"/g).every((href) => href.startsWith('#'))).to.equal(true);
    expect(faulty).to.include(`content="default-src 'none'; style-src 'sha256-`);
  });

  it('has a policy that fits its own style sheet and script, and no other', () => {
    for (const tag of ['style', 'script']) {
      const [block = ''] = allIn(faulty, new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'));
      expect(faulty).to.include(`${tag}-src 'sha256-${createHash('sha256').update(block).digest('base64')}'`);
    }
    expect(markup(faulty)).not.to.match(/\sstyle="|\son\w+="/);
  });

  it('has both languages in pairs, each marked as what it is', () => {
    const dutch = allIn(markup(faulty), /<span class="nl" lang="nl">(.*?)<\/span>/gs);
    expect(dutch.length).to.equal(allIn(markup(faulty), /<span class="en" lang="en">(.*?)<\/span>/gs).length);
    expect(dutch.length).to.be.greaterThan(100);
  });

  it('opens in the language of the report', async () => {
    expect(faulty).to.match(/<html lang="nl">.*id="taal-nl"[^>]* checked>/s);
    expect(await pageOf(sampleRun({}, { taal: 'en' }))).to.match(/<html lang="en">.*id="taal-en"[^>]* checked>/s);
  });

  it('has no id twice, and no link that leads nowhere', () => {
    for (const page of [faulty, flawless]) {
      const ids = allIn(markup(page), /\sid="([^"]+)"/g);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).to.deep.equal([]);
      expect(allIn(markup(page), /href="#([^"]+)"/g).filter((id) => !ids.includes(id))).to.deep.equal([]);
    }
  });

  it('has an anchor for each step and each check that stays the same from run to run', () => {
    for (const anchor of ['s-cat.2.voegBoekToe', 's-cat.2.voegBoekToe-4', 's-cat.2.voegBoekToe-4-BIEB-04']) {
      expect(faulty).to.include(` id="${anchor}"`);
    }
    expect(flawless).to.include(' id="s-cat.2.voegBoekToe-4"');
  });

  it('shows a failure with request and reply side by side and the place marked', () => {
    const failure =
      markup(faulty)
        .split('<article')
        .find((each) => each.startsWith(' class="raised') && each.includes('BIEB-04')) ?? '';
    expect(failure).to.include('class="pair"').and.to.include('bewijs/0004-vraag.xml').and.to.include('bewijs/0004-antwoord.xml');
    expect(allIn(failure, /<div class="r m voldoet_niet">.*?<i>(.*?)<\/i>/gs)).to.deep.equal([
      '&lt;ns3:crossRefnummer&gt;',
      '&lt;ns2:exemplaar&gt;',
    ]);
  });

  it('tells the same undecided story once', async () => {
    const page = markup(await pageOf(NOT_ESTABLISHED()));
    expect(allIn(page, /<article class="raised niet_beslist" (id)/g)).to.have.length(1);
  });

  it('shows what was sent when nothing came back, and why', () => {
    expect(markup(faulty)).to.include('timeout: ETIMEDOUT');
  });

  it('escapes whatever came from a message, a finding or the command line', async () => {
    const evil = '</script><img src=x onerror=alert(1)>"\'`{{evil}}&amp;';
    const reply = `<a title='${evil.replaceAll('<', '&lt;').replaceAll("'", '')}'><b>${evil}</b></a>`;
    const findings = (id: string) => [
      finding({ id: 'X<i>', verdict: 'voldoet_niet', gevonden: evil, verwacht: evil, pad: evil, bericht: `${id}/antwoord` }),
    ];
    const page = await pageOf(
      sampleRun(
        { 'cat.1.geefBoeknummer/2': { reply, findings } },
        { product: { pakketnaam: evil, versie: evil, eigenReferentie: false }, leverancier: { naam: evil } },
      ),
    );
    expect(page).not.to.match(/<img|onerror=alert\(1\)>/);
    expect(page.match(/<\/script>/g)).to.have.length(1);
    expect(page).to.include('&lt;/script&gt;&lt;img src&#x3D;x');
  });

  it('publishes no credentials', () => {
    expect(faulty).not.to.include('Z2VoZWlt').and.not.to.include('geheim@');
  });
});
