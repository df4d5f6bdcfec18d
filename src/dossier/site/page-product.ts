/** A product: every standard in which it was tested, and what its newest version amounts to there. */
import type { Indication } from '../indication/indication.js';
import { landingAddress, productAddress } from './addresses.js';
import { html } from './markup.js';
import { byName, grouped, newestFirst, standardKey } from './ordered.js';
import type { Desk, PageOf } from './page.js';
import { day, state, TEXTS as WORDS } from './parts.js';

/** @param of - every indication of this product, and not empty */
export function productPage(of: readonly [Indication, ...Indication[]], desk: Desk): PageOf {
  const { say, page } = desk;
  const [{ product, leverancier }] = of;
  const sorted = grouped(of, standardKey).toSorted(([one], [other]) => byName(nameOf(one), nameOf(other)));
  const inhoud = html`<p class="kicker">${leverancier.naam}</p><h1>${product.pakketnaam}</h1>
<p class="lead">${say(TEXTS.lead)}</p>
${sorted.map((group) => {
  const newest = newestFirst(group);
  const [first] = newest;
  if (first === undefined) return undefined;
  const versions = new Set(group.map((each) => each.product.versie)).size;
  const shown = newest.filter((each) => each.product.versie === first.product.versie);
  return html`<section class="card"><header><h2><a href="${page(landingAddress(first))}">${nameOf(first)}</a></h2><span class="small">${say(count(versions))}</span></header>
<table class="stack"><thead><tr><th scope="col">${say(WORDS.version)}</th><th scope="col">${say(WORDS.role)}</th><th scope="col">${say(WORDS.indication)}</th><th scope="col">${say(WORDS.assurance)}</th><th scope="col">${say(WORDS.day)}</th></tr></thead>
<tbody>${shown.map((each) => html`<tr><th scope="row">${each.product.versie}</th><td data-label="${say(WORDS.role)}">${each.rol}</td><td data-label="${say(WORDS.indication)}">${state(desk, each.indicatie)}</td><td data-label="${say(WORDS.assurance)}">${each.zekerheid}</td><td data-label="${say(WORDS.day)}">${day(each.datum)}</td></tr>`)}</tbody></table>
<p><a href="${page(landingAddress(first))}">${say(TEXTS.all)}</a></p></section>`;
})}`;
  return { address: productAddress(of[0]), titel: `${product.pakketnaam} · ${leverancier.naam}`, inhoud };
}

function nameOf(of: Pick<Indication, 'standaard'> | undefined): string {
  return of === undefined ? '' : `${of.standaard.naam} ${of.standaard.versie}`;
}

function count(versions: number) {
  return versions === 1
    ? { nl: '1 geteste versie', en: '1 version tested' }
    : { nl: `${versions} geteste versies`, en: `${versions} versions tested` };
}

const TEXTS = {
  lead: {
    nl: 'Hieronder staat per standaard de nieuwste geteste versie. Een rapport geldt alleen voor de versie die erop staat.',
    en: 'Below stands, for each standard, the newest version that was tested. A report holds only for the version that it names.',
  },
  all: { nl: 'Alle versies en rapporten', en: 'All versions and reports' },
} as const;
