/** What changed, for people. */
import type { Tekst } from '../../model/finding.js';
import type { Tupel } from '../indication/indication.js';
import { INDICATIE_WORDS } from '../indication/words.js';
import { indicationAddress, reportAddress } from './addresses.js';
import type { Change } from './history.js';
import { html, type Markup } from './markup.js';
import type { Desk } from './page.js';
import { day, state } from './parts.js';

/** @param changes - in the order in which they are shown */
export function changeList(desk: Desk, changes: readonly Change[]): Markup {
  const { say, page } = desk;
  if (changes.length === 0) return html`<p>${say(TEXTS.none)}</p>`;
  return html`<ol class="changes">${changes.map(
    (each) =>
      html`<li>${day(each.op)}<div><a href="${page(addressOf(each))}">${say(each.soort === 'indicatie_gewijzigd' ? same(nameOf(each.over)) : titleOf(each))}</a>${
        each.soort === 'indicatie_gewijzigd' &&
        html` <span class="sub">${each.van && html`${state(desk, each.van)} → `}${each.naar ? state(desk, each.naar) : say(TEXTS.gone)}</span>`
      }${each.soort === 'rapport_verwijderd' && each.reden !== undefined && html` <span class="sub">${each.reden}</span>`}</div></li>`,
  )}</ol>`;
}

export function addressOf(change: Change): string {
  if (change.soort === 'indicatie_gewijzigd') return change.naar === undefined ? '' : indicationAddress(change.over);
  return reportAddress(change.rapport.digest);
}

/** One line, version included: what is read without the page around it. */
export function titleOf(change: Change): Tekst {
  if (change.soort !== 'indicatie_gewijzigd') {
    const name = `${nameOf(change.rapport)} (${change.rapport.nummer})`;
    const { nl, en } = change.soort === 'rapport_toegevoegd' ? TEXTS.added : TEXTS.removed;
    return { nl: `${nl}: ${name}`, en: `${en}: ${name}` };
  }
  const naar = change.naar === undefined ? TEXTS.gone : INDICATIE_WORDS[change.naar];
  return { nl: `${nameOf(change.over)}: ${naar.nl}`, en: `${nameOf(change.over)}: ${naar.en}` };
}

function same(text: string): Tekst {
  return { nl: text, en: text };
}

function nameOf({ product, standaard, rol }: Tupel): string {
  return `${product.pakketnaam} ${product.versie}, ${standaard.naam} ${standaard.versie}, ${rol}`;
}

const TEXTS = {
  none: { nl: 'Er is nog niets gewijzigd.', en: 'Nothing changed yet.' },
  added: { nl: 'Rapport gepubliceerd', en: 'Report published' },
  removed: { nl: 'Rapport verwijderd', en: 'Report taken away' },
  gone: { nl: 'niet meer op deze site', en: 'no longer on this site' },
} as const;
