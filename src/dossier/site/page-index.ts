/** The first page: every product with what it amounts to now, every standard with its roles, and what changed last. */
import type { Indication } from '../indication/indication.js';
import {
  CHANGES,
  componentAddress,
  INDEX,
  indicationAddress,
  productAddress,
  roleAddress,
  standardAddress,
} from './addresses.js';
import { changeList } from './change-list.js';
import { html, type Markup } from './markup.js';
import { byName, byProduct, grouped, productKey, standardKey } from './ordered.js';
import type { Desk, PageOf } from './page.js';
import { day, short, state, TEXTS as WORDS } from './parts.js';
import type { SiteInput } from './published.js';
import { componentsOf } from './site-components.js';

/** As many changes as fit below the rest. */
const LATEST = 5;

export function indexPage(input: SiteInput, desk: Desk): PageOf {
  const { say, page } = desk;
  const all = byProduct(input.indications.indicaties);
  const { wijzigingen } = input.history;
  const inhoud = html`<h1>${say(TEXTS.title)}</h1>
<p class="lead">${say(TEXTS.lead)}</p>
${input.indications.vertrouwen === 'niemand' && html`<div class="alarm" role="note"><p>${say(TEXTS.nobody)}</p></div>`}
<section aria-labelledby="producten"><h2 id="producten">${say(TEXTS.products)}</h2>
${all.length === 0 ? html`<p>${say(TEXTS.none)}</p>` : productTable(desk, all)}</section>
<section aria-labelledby="standaarden"><h2 id="standaarden">${say(TEXTS.standards)}</h2><p>${say(TEXTS.compare)}</p>${standards(desk, all)}</section>
${components(input, desk)}
<section aria-labelledby="laatste"><h2 id="laatste">${say(TEXTS.latest)}</h2>${changeList(desk, wijzigingen.slice(-LATEST).toReversed())}
<p><a href="${page(CHANGES)}">${say(TEXTS.allChanges)}</a></p></section>`;
  return { address: INDEX, titel: say(TEXTS.title), inhoud };
}

/** Of each product in each standard the newest version; the older ones stand on its own page. */
function productTable(desk: Desk, all: readonly Indication[]): Markup {
  const { say, page } = desk;
  const newest = grouped(all, (each) => JSON.stringify([productKey(each), standardKey(each), each.rol]))
    .flatMap(([first]) => first ?? [])
    .toSorted(inTable);
  const row = (of: Indication) => html`<tr>
<th scope="row"><a href="${page(productAddress(of))}">${of.product.pakketnaam}</a> <span class="sub">${of.leverancier.naam}</span></th>
<td data-label="${say(WORDS.version)}">${short(of.product.versie)}</td>
<td data-label="${say(WORDS.standard)}">${of.standaard.naam} ${of.standaard.versie} <span class="sub">${of.rol}</span></td>
<td data-label="${say(WORDS.indication)}"><a href="${page(indicationAddress(of))}">${state(desk, of.indicatie)}</a></td>
<td data-label="${say(WORDS.assurance)}">${of.zekerheid}</td>
<td data-label="${say(WORDS.day)}">${day(of.datum)}</td></tr>`;
  return html`<table class="stack"><thead><tr><th scope="col">${say(WORDS.product)}</th><th scope="col">${say(WORDS.version)}</th><th scope="col">${say(TEXTS.standardAndRole)}</th><th scope="col">${say(WORDS.indication)}</th><th scope="col">${say(WORDS.assurance)}</th><th scope="col">${say(WORDS.day)}</th></tr></thead><tbody>${newest.map(row)}</tbody></table>`;
}

function inTable(one: Indication, other: Indication): number {
  return (
    byName(one.product.pakketnaam, other.product.pakketnaam) ||
    byName(one.leverancier.naam, other.leverancier.naam) ||
    byName(nameOf(one), nameOf(other)) ||
    byName(one.rol, other.rol)
  );
}

function standards({ page }: Desk, all: readonly Indication[]): Markup {
  const ofEach = grouped(all, standardKey).toSorted(([one], [other]) => byName(nameOf(one), nameOf(other)));
  return html`<ul class="grid">${ofEach.map((group) => {
    const [first] = group;
    if (first === undefined) return undefined;
    const roles = grouped(group, ({ rol }) => rol).toSorted(([one], [other]) => byName(one?.rol ?? '', other?.rol ?? ''));
    return html`<li><a href="${page(standardAddress(first.standaard))}">${nameOf(first)}</a><ul class="plain">${roles.map(([role, ...more]) => role && html`<li><a href="${page(roleAddress(role.standaard, role.rol))}">${role.rol}</a> <span class="small num">${new Set([role, ...more].map(productKey)).size}</span></li>`)}</ul></li>`;
  })}</ul>`;
}

function components(input: SiteInput, { say, page }: Desk): Markup | undefined {
  const all = componentsOf(input);
  if (all.length === 0) return undefined;
  return html`<section aria-labelledby="componenten"><h2 id="componenten">${say(TEXTS.components)}</h2><ul class="grid">${all.map(({ naam, indicaties }) => html`<li><a href="${page(componentAddress(naam))}">${naam}</a> <span class="small num">${new Set(indicaties.map(productKey)).size}</span></li>`)}</ul></section>`;
}

function nameOf(of: Pick<Indication, 'standaard'> | undefined): string {
  return of === undefined ? '' : `${of.standaard.naam} ${of.standaard.versie}`;
}

const TEXTS = {
  title: { nl: 'Wat is er getest, en hoe zeker is dat?', en: 'What was tested, and how sure is that?' },
  lead: {
    nl: 'Per product, versie, standaard en rol: het testrapport, wat het voor een catalogus betekent, en hoe u het zelf controleert.',
    en: 'For each product, version, standard and role: the test report, what it amounts to for a catalogue, and how to verify it yourself.',
  },
  nobody: {
    nl: 'Bij het maken van deze site is niemand genoemd wiens zegel telt. Alles staat daarom op zekerheid A0: onveranderd sinds het verzegeld is, en verder niets.',
    en: 'When this site was made nobody was named whose seal counts. So everything is at assurance A0: unchanged since it was sealed, and no more.',
  },
  products: { nl: 'Producten', en: 'Products' },
  none: {
    nl: 'Er staat nog geen rapport dat iets over een product zegt.',
    en: 'There is no report yet that says anything of a product.',
  },
  standards: { nl: 'Standaarden en rollen', en: 'Standards and roles' },
  compare: { nl: 'Bij een rol staan alle producten naast elkaar.', en: 'At a role all products stand side by side.' },
  components: { nl: 'Referentiecomponenten', en: 'Reference components' },
  standardAndRole: { nl: 'Standaard en rol', en: 'Standard and role' },
  latest: { nl: 'Laatste wijzigingen', en: 'Latest changes' },
  allChanges: { nl: 'Alle wijzigingen', en: 'All changes' },
} as const;
