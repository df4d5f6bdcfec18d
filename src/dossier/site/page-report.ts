/** One report: what it says, who sealed it, and how to fetch the package and verify it. And what is left of one that was taken away. */
import type { Tekst } from '../../model/finding.js';
import type { Totaal } from '../../model/report.js';
import { OWN_REFERENCE } from '../../report/limits.js';
import { isSealName } from '../../report/seal/seal-names.js';
import { REASONS } from '../../report/seal/verify-reasons.js';
import { OTHER_WORDS, TOTAL_WORDS } from '../../report/words.js';
import type { SealedFacts } from '../sealed-report.js';
import { archiveAddress, archiveName, indicationAddress, landingAddress, packageAddress, reportAddress } from './addresses.js';
import { fitsArchive } from './archive.js';
import type { KnownReport } from './history.js';
import { html, type Markup } from './markup.js';
import type { Desk, PageOf } from './page.js';
import { day, digest, facts, TEXTS as WORDS } from './parts.js';
import type { HoldingReport, PublishedReport } from './published.js';
import { ASSURANCES } from './site-words.js';

/** @param of - a package that holds @param hasIndication - whether there is a page of what it amounts to */
export function reportPage(of: HoldingReport, hasIndication: boolean, desk: Desk): PageOf {
  const { say, file, page } = desk;
  const {
    rapport,
    product,
    leverancier,
    standaard,
    resultaat,
    testset,
    schemabasis,
    uitvoering,
    omgeving,
    uitvoerder,
    zekerheid,
  } = of.feiten;
  const standard = `${standaard.naam} ${standaard.versie}`;
  const about = { product, leverancier, standaard, rol: standaard.rol };
  const inhoud = html`${product.eigenReferentie && html`<div class="own" role="note"><p>${say(OWN_REFERENCE)}</p></div>`}
<section class="hero ${TONES[resultaat.totaal]}"><p class="kicker">${say(WORDS.report)} ${rapport.nummer} · ${standard} · ${standaard.rol}</p>
<h1>${product.pakketnaam} <span class="version">${product.versie}</span></h1><p class="kicker">${leverancier.naam}</p>
<p class="word">${say(TOTAL_WORDS[resultaat.totaal])}</p>
<p class="mean">${say(of.feiten.waargenomen ? TEXTS.watched : TEXTS.only(product.versie))}</p></section>
<ul class="actions"><li><a class="main" href="${file(`${packageAddress(of.digest)}rapport.html`)}">${say(TEXTS.read)}</a></li>${fitsArchive(of.bestanden) && html`<li><a href="${file(archiveAddress(of.digest))}" download>${say(TEXTS.download)}</a></li>`}${hasIndication && html`<li><a href="${page(landingAddress(about))}">${say(TEXTS.allVersions)}</a></li><li><a href="${page(indicationAddress(about))}">${say(TEXTS.indication)}</a></li>`}</ul>
${facts(desk, [
  [WORDS.day, day(uitvoering.beeindigdOp)],
  [
    WORDS.testset,
    html`${testset.id} ${testset.versie} <span class="sub">${say(OTHER_WORDS[testset.bron])}, ${say(OTHER_WORDS[testset.omvang])}</span>`,
  ],
  [TEXTS.schemas, html`${schemabasis.naam} <span class="sub">${say(OTHER_WORDS[schemabasis.soort])}</span>`],
  [TEXTS.ranBy, uitvoerder.organisatie],
  [TEXTS.where, say(OTHER_WORDS[omgeving.type])],
  [WORDS.assurance, html`${zekerheid.niveau} <span class="sub">${say(ASSURANCES[zekerheid.niveau])}</span>`],
])}
<section aria-labelledby="zegel"><h2 id="zegel">${say(TEXTS.signers)}</h2>${signers(desk, of.feiten)}</section>
<section aria-labelledby="controle"><h2 id="controle">${say(TEXTS.verify)}</h2><p>${say(TEXTS.how)}</p>
<code class="code">unzip ${archiveName(of.digest)} -d pakket
ketentest verify pakket --trust public.pem --product ${quoted(product.pakketnaam)} --product-version ${quoted(product.versie)}</code>
<p>${say(TEXTS.name)}</p><p>${digest(of.digest)}</p>${files(desk, of)}</section>`;
  return {
    address: reportAddress(of.digest),
    titel: `${product.pakketnaam} ${product.versie} · ${standard} · ${rapport.nummer}`,
    ...(hasIndication && { kruimels: [[`${product.pakketnaam} · ${standard}`, landingAddress(about)] as const] }),
    inhoud,
  };
}

/** Of a report that does not stand here any more, or that holds no more: its address says so, whoever kept the link. */
export function tombstonePage(
  of: KnownReport,
  why: { readonly op?: string; readonly reden?: string; readonly bezwaren?: readonly string[] },
  desk: Desk,
): PageOf {
  const { say, page } = desk;
  const standard = `${of.standaard.naam} ${of.standaard.versie}`;
  const { op, reden, bezwaren = [] } = why;
  const isBroken = bezwaren.length > 0;
  const inhoud = html`<section class="hero fout"><p class="kicker">${say(WORDS.report)} ${of.nummer} · ${standard} · ${of.rol}</p>
<h1>${of.product.pakketnaam} <span class="version">${of.product.versie}</span></h1><p class="kicker">${of.leverancier.naam}</p>
<p class="word">${say(isBroken ? TEXTS.broken : TEXTS.gone)}</p><p class="mean">${say(isBroken ? TEXTS.brokenMeans : TEXTS.goneMeans)}</p></section>
${isBroken && html`<ul class="plain">${bezwaren.map((code) => html`<li><code>${code}</code> ${say(reasonOf(code))}</li>`)}</ul>`}
${facts(desk, [
  [TEXTS.since, op === undefined ? undefined : day(op)],
  [TEXTS.why, reden],
  [TEXTS.digestName, digest(of.digest)],
])}
<p><a href="${page('')}">${say(TEXTS.toIndex)}</a></p>`;
  return { address: reportAddress(of.digest), titel: `${of.product.pakketnaam} ${of.product.versie} · ${of.nummer}`, inhoud };
}

function signers({ say }: Desk, { ondertekenaars, vertrouwd }: SealedFacts): Markup {
  return html`${!vertrouwd && html`<p>${say(TEXTS.untrusted)}</p>`}<ul class="plain">${ondertekenaars.map(
    (each) =>
      html`<li>${each.naam ?? say(TEXTS.unknown)} <span class="sub">${day(each.verzegeldOp)} · ${say(each.nagerekend ? TEXTS.rechecked : each.meegeschreven ? TEXTS.recorded : TEXTS.sealed)}</span> <code class="digest">${each.sleutel}</code></li>`,
  )}</ul>`;
}

function files({ say, file }: Desk, { bestanden, digest: of }: PublishedReport): Markup {
  return html`<details><summary>${say(TEXTS.files(bestanden.length))}</summary><ul class="plain">${bestanden.map(
    ({ naam }) =>
      html`<li><a href="${file(packageAddress(of) + naam.split('/').map(encodeURIComponent).join('/'))}">${naam}</a>${isSealName(naam) && html` <span class="small">${say(TEXTS.seal)}</span>`}</li>`,
  )}</ul></details>`;
}

/** One word for a shell, whatever is in it. */
function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

const TONES: Readonly<Record<Totaal, string>> = { foutloos: 'goed', met_fouten: 'fout', niet_vastgesteld: 'let-op' };

function reasonOf(code: string): Tekst {
  const known: Readonly<Record<string, Tekst>> = REASONS;
  return Object.hasOwn(known, code) ? (known[code] ?? UNEXPLAINED) : UNEXPLAINED;
}

const UNEXPLAINED: Tekst = { nl: '', en: '' };

const TEXTS = {
  only: (version: string): Tekst => ({
    nl: `Dit rapport geldt alleen voor versie ${version}.`,
    en: `This report holds for version ${version} only.`,
  }),
  watched: {
    nl: 'Dit rapport toont wat er in echt verkeer voorbijkwam. Er is geen scenario getest, en het telt niet voor een indicatie.',
    en: 'This report shows what passed in real traffic. No scenario was tested, and it counts for no indication.',
  },
  read: { nl: 'Lees het rapport', en: 'Read the report' },
  download: { nl: 'Haal het pakket op (zip)', en: 'Fetch the package (zip)' },
  allVersions: { nl: 'Alle versies', en: 'All versions' },
  indication: { nl: 'Wat het betekent', en: 'What it amounts to' },
  schemas: { nl: 'Schema’s', en: 'Schemas' },
  ranBy: { nl: 'Uitgevoerd door', en: 'Run by' },
  where: { nl: 'Omgeving', en: 'Environment' },
  signers: { nl: 'Wie ervoor tekende', en: 'Who signed for it' },
  untrusted: {
    nl: 'Van wie de sleutel onder het zegel is, is niet vastgesteld. Het zegel toont alleen dat het pakket sindsdien niet veranderd is.',
    en: 'Whose key is under the seal is not established. The seal only shows that the package did not change since.',
  },
  unknown: { nl: 'onbekende sleutel', en: 'unknown key' },
  sealed: { nl: 'getekend', en: 'signed' },
  rechecked: { nl: 'rekende elk oordeel na', en: 'recomputed every verdict' },
  recorded: { nl: 'nam dezelfde berichten op', en: 'recorded the same messages' },
  verify: { nl: 'Controleer het zelf', en: 'Verify it yourself' },
  how: {
    nl: 'Haal het pakket op en controleer het met uw eigen ketentest en de sleutel die u langs een andere weg kreeg. Zonder installatie kan het ook: open controleer.html uit het pakket.',
    en: 'Fetch the package, and verify it with your own ketentest and the key that you got by another way. Without installing anything: open controleer.html of the package.',
  },
  name: {
    nl: 'Dit rapport heet naar zijn inhoud: de SHA-256 van rapport.json staat ook in het adres van deze pagina.',
    en: 'This report is called by its content: the SHA-256 of rapport.json stands in the address of this page too.',
  },
  files: (count: number): Tekst => ({ nl: `Alle ${count} bestanden van het pakket`, en: `All ${count} files of the package` }),
  seal: { nl: 'zegel', en: 'seal' },
  gone: { nl: 'Verwijderd', en: 'Taken away' },
  goneMeans: {
    nl: 'Dit rapport stond hier, en is door wie deze site beheert weggehaald. Het telt hier nergens meer voor.',
    en: 'This report stood here, and was taken away by whoever keeps this site. Here it counts for nothing any more.',
  },
  broken: { nl: 'Telt niet meer', en: 'Counts no more' },
  brokenMeans: {
    nl: 'Het pakket houdt niet meer. Wat erin staat telt nergens voor, en wordt hier niet getoond.',
    en: 'The package holds no more. What is in it counts for nothing, and is not shown here.',
  },
  since: { nl: 'Sinds', en: 'Since' },
  why: { nl: 'Reden', en: 'Reason' },
  digestName: { nl: 'SHA-256 van rapport.json', en: 'SHA-256 of rapport.json' },
  toIndex: { nl: 'Naar het overzicht', en: 'To the overview' },
} as const;
