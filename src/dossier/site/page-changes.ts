/** Everything that ever changed on the site, newest first. */
import { ATOM, CHANGES, JSON_FEED } from './addresses.js';
import { changeList } from './change-list.js';
import { html } from './markup.js';
import type { Desk, PageOf } from './page.js';
import type { SiteInput } from './published.js';

export function changesPage({ history }: SiteInput, desk: Desk): PageOf {
  const { say, file } = desk;
  const inhoud = html`<h1>${say(TEXTS.title)}</h1><p class="lead">${say(TEXTS.lead)}</p>
<p><a href="${file(JSON_FEED)}">JSON Feed</a> · <a href="${file(ATOM)}">Atom</a></p>
${changeList(desk, history.wijzigingen.toReversed())}`;
  return { address: CHANGES, titel: say(TEXTS.title), inhoud };
}

const TEXTS = {
  title: { nl: 'Wijzigingen', en: 'Changes' },
  lead: {
    nl: 'Welke rapporten erbij kwamen of verdwenen, en welke indicaties anders werden, op de dag dat deze site dat zag.',
    en: 'Which reports came or went, and which indications became others, on the day that this site saw it.',
  },
} as const;
