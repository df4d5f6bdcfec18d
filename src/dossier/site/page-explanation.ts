/** What the words on the site mean, how sure something is, and how anybody computes it again; and what counts for nothing, by name. */

import { INDICATIES } from '../indication/indication.js';
import { EXPLANATION, FEED, FEED_SEAL } from './addresses.js';
import { html } from './markup.js';
import type { Desk, PageOf } from './page.js';
import { state } from './parts.js';
import type { SiteInput } from './published.js';
import { ASSURANCES, STATES } from './site-words.js';

export function explanationPage({ indications }: SiteInput, desk: Desk): PageOf {
  const { say, file } = desk;
  const levels = Object.entries(ASSURANCES);
  const inhoud = html`<h1>${say(TEXTS.title)}</h1><p class="lead">${say(TEXTS.lead)}</p>
<section aria-labelledby="standen"><h2 id="standen">${say(TEXTS.states)}</h2><table class="stack"><thead><tr><th scope="col">${say(TEXTS.state)}</th><th scope="col">${say(TEXTS.meaning)}</th></tr></thead><tbody>${INDICATIES.toReversed().map((each) => html`<tr><th scope="row">${state(desk, each)}</th><td>${say(STATES[each].betekent)}</td></tr>`)}</tbody></table></section>
<section aria-labelledby="zekerheid"><h2 id="zekerheid">${say(TEXTS.assurance)}</h2><p>${say(TEXTS.assuranceLead)}</p><table class="stack"><thead><tr><th scope="col">${say(TEXTS.level)}</th><th scope="col">${say(TEXTS.meaning)}</th></tr></thead><tbody>${levels.map(([level, what]) => html`<tr><th scope="row">${level}</th><td>${say(what)}</td></tr>`)}</tbody></table></section>
<section aria-labelledby="narekenen"><h2 id="narekenen">${say(TEXTS.again)}</h2><ol class="plain"><li>${say(TEXTS.fetch)}</li><li>${say(TEXTS.verify)} <code>ketentest verify pakket --trust public.pem</code></li><li>${say(TEXTS.recheck)} <code>ketentest recheck pakket</code></li></ol>
<p><a href="${file(FEED)}">${FEED}</a> ${say(TEXTS.feed)} <code>${FEED_SEAL}</code>.</p></section>
${indications.teltNiet.length > 0 && html`<section aria-labelledby="teltniet"><h2 id="teltniet">${say(TEXTS.nothing)}</h2><ul class="plain">${indications.teltNiet.map(({ naam, waarom }) => html`<li><code>${naam}</code>: ${waarom.map(({ tekst }) => say(tekst)).join('; ')}</li>`)}</ul></section>`}`;
  return { address: EXPLANATION, titel: say(TEXTS.title), inhoud };
}

const TEXTS = {
  title: { nl: 'Uitleg', en: 'Explanation' },
  lead: {
    nl: 'Een indicatie is berekend uit verzegelde testrapporten en ondertekende verklaringen, op een peildatum. Niemand kan haar invullen.',
    en: 'An indication is computed from sealed test reports and signed statements, at a date. Nobody can fill it in.',
  },
  states: { nl: 'Wat de indicaties betekenen', en: 'What the indications mean' },
  state: { nl: 'Indicatie', en: 'Indication' },
  meaning: { nl: 'Betekenis', en: 'Meaning' },
  assurance: { nl: 'Hoe zeker een rapport is', en: 'How sure a report is' },
  assuranceLead: {
    nl: 'Het niveau volgt uit wie ondertekende, en uit wie de maker van deze site vertrouwt. Wie het zelf controleert kan anderen vertrouwen, en een ander niveau vinden.',
    en: 'The level follows from who signed, and from whom the maker of this site trusts. Whoever verifies may trust others, and find another level.',
  },
  level: { nl: 'Niveau', en: 'Level' },
  again: { nl: 'Zelf narekenen', en: 'Compute it yourself' },
  fetch: { nl: 'Haal bij een rapport het pakket op en pak het uit.', en: 'Fetch the package at a report, and unpack it.' },
  verify: { nl: 'Controleer het zegel en elk bestand:', en: 'Check the seal and every file:' },
  recheck: {
    nl: 'Reken elk oordeel na uit de opgenomen berichten:',
    en: 'Compute every verdict again from the recorded messages:',
  },
  feed: {
    nl: 'bevat hetzelfde voor computers. Is het ondertekend, dan staat de handtekening ernaast:',
    en: 'holds the same for computers. When it was signed, the signature stands beside it:',
  },
  nothing: { nl: 'Wat nergens voor telt', en: 'What counts for nothing' },
} as const;
