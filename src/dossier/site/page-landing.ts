/**
 * A product in one version of a standard: all its versions, newest first, each with every report and its digest. This is the address
 * for a catalogue, which has a place for one link and none for a version.
 */
import type { Indication } from '../indication/indication.js';
import { indicationAddress, landingAddress, productAddress, standardAddress } from './addresses.js';
import { html, type Markup } from './markup.js';
import { grouped, newestFirst } from './ordered.js';
import type { Desk, PageOf } from './page.js';
import { day, reportTable, state, TEXTS as WORDS } from './parts.js';

/** @param of - every indication of this product in this version of the standard, and not empty */
export function landingPage(of: readonly [Indication, ...Indication[]], desk: Desk): PageOf {
  const { say } = desk;
  const [{ product, leverancier, standaard }] = of;
  const standard = `${standaard.naam} ${standaard.versie}`;
  const versions = grouped(newestFirst(of), (each) => each.product.versie);
  const inhoud = html`<p class="kicker">${leverancier.naam}</p>
<h1>${product.pakketnaam} <span class="version">${say(TEXTS.for)} ${standard}</span></h1>
<p class="lead">${say(versions.length === 1 ? TEXTS.one : TEXTS.more)}</p>
${versions.map((group) => version(desk, group))}`;
  return {
    address: landingAddress(of[0]),
    titel: `${product.pakketnaam} · ${standard}`,
    kruimels: [
      [product.pakketnaam, productAddress(of[0])],
      [standard, standardAddress(standaard)],
    ],
    inhoud,
  };
}

function version(desk: Desk, group: readonly Indication[]): Markup | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  const { say } = desk;
  return html`<section class="card" id="${versionId(first)}"><header><h2>${say(WORDS.version)} ${first.product.versie}</h2></header>${group.map((each) => role(desk, each))}</section>`;
}

function role(desk: Desk, of: Indication): Markup {
  const { say, page } = desk;
  return html`<h3><a href="${page(indicationAddress(of))}">${of.rol}</a></h3>
<p>${state(desk, of.indicatie)} · ${say(WORDS.assurance)} ${of.zekerheid}${of.datum !== undefined && html` · ${day(of.datum)}`}</p>
${of.rapporten.length === 0 ? html`<p class="small">${say(TEXTS.noReport)}</p>` : reportTable(desk, of.rapporten)}`;
}

/** Where a version stands on the page. */
function versionId(of: Indication): string {
  return `v-${indicationAddress(of).split('/').at(-3) ?? ''}`;
}

const TEXTS = {
  for: { nl: 'voor', en: 'for' },
  one: {
    nl: 'Van dit product is één versie getest. Andere versies zijn niet getest.',
    en: 'Of this product one version was tested. Other versions were not.',
  },
  more: {
    nl: 'Alle geteste versies, de nieuwste bovenaan. Kijk welke versie u heeft: een rapport van een andere versie zegt daar niets over.',
    en: 'All versions that were tested, the newest on top. Look which version you have: a report of another version says nothing of it.',
  },
  noReport: { nl: 'Er is geen rapport van deze rol.', en: 'There is no report of this role.' },
} as const;
