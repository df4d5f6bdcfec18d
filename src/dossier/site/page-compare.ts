/** All products of one role, or of one component of the architecture, side by side; and of a standard all its roles. */

import { OTHER_WORDS } from '../../report/words.js';
import type { Indication, Tupel } from '../indication/indication.js';
import { componentAddress, indicationAddress, landingAddress, roleAddress, standardAddress } from './addresses.js';
import { html, type Markup } from './markup.js';
import { byName, byProduct, grouped, productKey } from './ordered.js';
import type { Desk, PageOf } from './page.js';
import { day, short, state, TEXTS as WORDS } from './parts.js';

export function standardPage(standaard: Tupel['standaard'], all: readonly Indication[], desk: Desk): PageOf {
  const { say, page } = desk;
  const roles = grouped(all, ({ rol }) => rol).toSorted(([one], [other]) => byName(one?.rol ?? '', other?.rol ?? ''));
  const inhoud = html`<p class="kicker">${say(WORDS.standard)}</p><h1>${standaard.naam} <span class="version">${standaard.versie}</span></h1>
${roles.map(([first, ...more]) => first && html`<section aria-labelledby="${idOf(first)}"><h2 id="${idOf(first)}"><a href="${page(roleAddress(standaard, first.rol))}">${first.rol}</a></h2>${comparison(desk, [first, ...more], false)}</section>`)}`;
  return { address: standardAddress(standaard), titel: `${standaard.naam} ${standaard.versie}`, inhoud };
}

export function rolePage(standaard: Tupel['standaard'], rol: string, all: readonly Indication[], desk: Desk): PageOf {
  const { say } = desk;
  const standard = `${standaard.naam} ${standaard.versie}`;
  const inhoud = html`<h1>${rol} <span class="version">${standard}</span></h1><p class="lead">${say(TEXTS.lead)}</p>${comparison(desk, all, false)}`;
  const address = roleAddress(standaard, rol);
  return { address, titel: `${rol} · ${standard}`, kruimels: [[standard, standardAddress(standaard)]], inhoud };
}

export function componentPage(naam: string, all: readonly Indication[], desk: Desk): PageOf {
  const { say } = desk;
  const inhoud = html`<p class="kicker">${say(WORDS.component)}</p><h1>${naam}</h1><p class="lead">${say(TEXTS.lead)}</p>${comparison(desk, all, true)}`;
  return { address: componentAddress(naam), titel: naam, inhoud };
}

/** Of each product its newest version, and the others below each other behind it. */
function comparison(desk: Desk, all: readonly Indication[], hasStandard: boolean): Markup {
  const { say, page } = desk;
  const cells = (of: Indication) => html`<td data-label="${say(WORDS.version)}">${short(of.product.versie)}</td>
${hasStandard && html`<td data-label="${say(WORDS.standard)}">${of.standaard.naam} ${of.standaard.versie}<span class="sub">${of.rol}</span></td>`}
<td data-label="${say(WORDS.indication)}"><a href="${page(indicationAddress(of))}">${state(desk, of.indicatie)}</a>${of.alarmen.length > 0 && html`<span class="sub">${say(TEXTS.alarms(of.alarmen.length))}</span>`}</td>
<td data-label="${say(WORDS.assurance)}">${of.zekerheid}</td>
<td data-label="${say(TEXTS.scope)}">${of.omvang === undefined ? '–' : say(OTHER_WORDS[of.omvang])}</td>
<td data-label="${say(TEXTS.runs)}" class="num">${of.pogingen.rapporten}</td>
<td data-label="${say(WORDS.day)}">${day(of.datum)}</td>`;
  const rows = grouped(byProduct(all), productKey).flatMap((group) =>
    group.map(
      (of) =>
        html`<tr><th scope="row"><a href="${page(landingAddress(of))}">${of.product.pakketnaam}</a> <span class="sub">${of.leverancier.naam}</span></th>${cells(of)}</tr>`,
    ),
  );
  return html`<table class="stack"><thead><tr><th scope="col">${say(WORDS.product)}</th><th scope="col">${say(WORDS.version)}</th>${hasStandard && html`<th scope="col">${say(WORDS.standard)}</th>`}<th scope="col">${say(WORDS.indication)}</th><th scope="col">${say(WORDS.assurance)}</th><th scope="col">${say(TEXTS.scope)}</th><th scope="col">${say(TEXTS.runs)}</th><th scope="col">${say(WORDS.day)}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function idOf({ standaard, rol }: Indication): string {
  return `rol-${roleAddress(standaard, rol).split('/').at(-2) ?? ''}`;
}

const TEXTS = {
  lead: {
    nl: 'Alle geteste producten naast elkaar, van elk de nieuwste versie bovenaan. Zij zijn niet met elkaar getest: samenwerking toont alleen een ketentest aan.',
    en: 'All products that were tested, side by side, of each the newest version on top. They were not tested with each other: only a chain test shows that they work together.',
  },
  scope: { nl: 'Omvang', en: 'Scope' },
  runs: { nl: 'Rapporten', en: 'Reports' },
  alarms: (count: number) => ({
    nl: count === 1 ? '1 waarschuwing' : `${count} waarschuwingen`,
    en: count === 1 ? '1 alarm' : `${count} alarms`,
  }),
} as const;
