/** Pieces that several pages share: a state, a day, a digest, a row of a report. */
import type { Tekst } from '../../model/finding.js';
import { dutchDay } from '../../report/dutch-time.js';
import { OTHER_WORDS, TOTAL_WORDS } from '../../report/words.js';
import type { GezienRapport, Indicatie, Reden } from '../indication/indication.js';
import { INDICATIE_WORDS } from '../indication/words.js';
import { reportAddress } from './addresses.js';
import { html, type Markup } from './markup.js';
import type { Desk } from './page.js';
import { STATES } from './site-words.js';

export function state({ say }: Desk, indicatie: Indicatie): Markup {
  const { teken, toon } = STATES[indicatie];
  return html`<span class="state ${toon}"><b aria-hidden="true">${teken}</b> <span>${say(INDICATIE_WORDS[indicatie])}</span></span>`;
}

/** The day in the Netherlands; a text that is no time stays what it is. */
export function day(iso: string | undefined): Markup {
  if (iso === undefined) return html`–`;
  return html`<time class="nowrap" datetime="${iso}">${dutchDay(iso)}</time>`;
}

/** Something short is kept on one line; what is long may be broken anywhere. */
export function short(text: string): Markup {
  return text.length <= SHORT ? html`<span class="nowrap">${text}</span>` : html`${text}`;
}

const SHORT = 14;

export function digest(of: string): Markup {
  return html`<code class="digest">sha256 ${of}</code>`;
}

export function reasons({ say }: Desk, list: readonly Reden[]): Markup {
  return html`<ul class="plain">${list.map(({ tekst }) => html`<li>${say(tekst)}</li>`)}</ul>`;
}

export function facts({ say }: Desk, rows: readonly (readonly [Tekst, Markup | string | undefined])[]): Markup {
  const told = rows.filter(([, value]) => value !== undefined && value !== '');
  return html`<dl class="facts">${told.map(([name, value]) => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Reports below each other, as they were given: newest first. */
export function reportTable(desk: Desk, reports: readonly GezienRapport[]): Markup {
  const { say, page } = desk;
  const row = (of: GezienRapport) => html`<tr id="r-${of.digest.slice(0, 12)}">
<th scope="row"><a href="${page(reportAddress(of.digest))}">${of.nummer}</a> ${digest(of.digest)}</th>
<td data-label="${say(TEXTS.result)}">${say(TOTAL_WORDS[of.resultaat])}${!of.telt && html` <span class="sub">${say(TEXTS.counts)}: ${of.waaromNiet.map(({ tekst }) => say(tekst)).join('; ')}</span>`}</td>
<td data-label="${say(TEXTS.day)}">${day(of.datum)}</td>
<td data-label="${say(TEXTS.testset)}">${of.testset.id} ${of.testset.versie} <span class="sub">${say(OTHER_WORDS[of.omvang])}</span></td>
<td data-label="${say(TEXTS.assurance)}">${of.zekerheid}</td></tr>`;
  return html`<table class="stack"><thead><tr><th scope="col">${say(TEXTS.report)}</th><th scope="col">${say(TEXTS.result)}</th><th scope="col">${say(TEXTS.day)}</th><th scope="col">${say(TEXTS.testset)}</th><th scope="col">${say(TEXTS.assurance)}</th></tr></thead>
<tbody>${reports.map(row)}</tbody></table>`;
}

export const TEXTS = {
  report: { nl: 'Rapport', en: 'Report' },
  result: { nl: 'Uitkomst', en: 'Result' },
  counts: { nl: 'telt niet', en: 'does not count' },
  day: { nl: 'Getest op', en: 'Tested on' },
  testset: { nl: 'Testset', en: 'Test set' },
  assurance: { nl: 'Zekerheid', en: 'Assurance' },
  product: { nl: 'Product', en: 'Product' },
  version: { nl: 'Versie', en: 'Version' },
  supplier: { nl: 'Leverancier', en: 'Supplier' },
  standard: { nl: 'Standaard', en: 'Standard' },
  role: { nl: 'Rol', en: 'Role' },
  indication: { nl: 'Indicatie', en: 'Indication' },
  component: { nl: 'Referentiecomponent', en: 'Reference component' },
} as const satisfies Readonly<Record<string, Tekst>>;
