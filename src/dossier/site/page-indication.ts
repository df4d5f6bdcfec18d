/** One version of a product in one role: what it amounts to, why, what would change that, and what to do with it in a catalogue. */
import type { Tekst } from '../../model/finding.js';
import { OTHER_WORDS } from '../../report/words.js';
import { badgeFacts } from '../badge/badge-facts.js';
import { badgeSvg } from '../badge/badge-svg.js';
import { type ExportField, g3Profile, WHO_WORDS } from '../feed/export-profile.js';
import type { FeedRecord } from '../feed/feed-record.js';
import { pasteText } from '../feed/paste-text.js';
import type { Indication } from '../indication/indication.js';
import { INDICATIE_WORDS } from '../indication/words.js';
import { badgeAddress, indicationAddress, landingAddress, productAddress, roleAddress, shieldsAddress } from './addresses.js';
import { html, type Markup } from './markup.js';
import type { Desk, PageOf } from './page.js';
import { day, facts, reasons, reportTable, TEXTS as WORDS } from './parts.js';
import { ASSURANCES, STATES } from './site-words.js';

export interface IndicationPage {
  readonly of: Indication;
  readonly record: FeedRecord;
  /** Where the site will stand; absent when nobody said so. */
  readonly baseUrl?: string;
}

export function indicationPage({ of, record, baseUrl }: IndicationPage, desk: Desk): PageOf {
  const { say } = desk;
  const { product, leverancier, standaard, rol } = of;
  const { betekent, toon } = STATES[of.indicatie];
  const standard = `${standaard.naam} ${standaard.versie}`;
  const inhoud = html`<section class="hero ${toon}"><p class="kicker">${standard} · ${rol}</p>
<h1>${product.pakketnaam} <span class="version">${product.versie}</span></h1><p class="kicker">${leverancier.naam}</p>
<p class="word">${say(INDICATIE_WORDS[of.indicatie])}</p><p class="mean">${say(betekent)}</p><p class="small">${say(of.geldigVoor)}</p></section>
${of.alarmen.length > 0 && html`<div class="alarm" role="note"><p><strong>${say(TEXTS.alarms)}</strong></p><ul>${of.alarmen.map(({ tekst }) => html`<li>${say(tekst)}</li>`)}</ul></div>`}
${facts(desk, [
  [WORDS.assurance, html`${of.zekerheid} <span class="sub">${say(ASSURANCES[of.zekerheid])}</span>`],
  [WORDS.day, of.datum === undefined ? undefined : day(of.datum)],
  [
    TEXTS.scope,
    of.omvang &&
      html`${say(OTHER_WORDS[of.omvang])}${of.alleenVoor && html` <span class="sub">${of.alleenVoor.join(', ')}</span>`}`,
  ],
  [TEXTS.attempts, attempts(desk, of)],
])}
<section aria-labelledby="waarom"><h2 id="waarom">${say(TEXTS.why)}</h2>${reasons(desk, of.waarom)}${of.opmerkingen.length > 0 && reasons(desk, of.opmerkingen)}</section>
${of.watNodig.length > 0 && html`<section aria-labelledby="nodig"><h2 id="nodig">${say(TEXTS.needed)}</h2>${reasons(desk, of.watNodig)}</section>`}
<section aria-labelledby="voorwaarden"><h2 id="voorwaarden">${say(TEXTS.conditions)}</h2>${conditions(desk, of)}</section>
<section aria-labelledby="rapporten"><h2 id="rapporten">${say(TEXTS.reports)}</h2>${of.rapporten.length === 0 ? html`<p>${say(TEXTS.none)}</p>` : reportTable(desk, of.rapporten)}</section>
${forCatalogue(desk, record)}
${forReadme(desk, of, baseUrl)}`;
  return {
    address: indicationAddress(of),
    titel: `${product.pakketnaam} ${product.versie} · ${standard} · ${rol}`,
    kruimels: [
      [product.pakketnaam, productAddress(of)],
      [standard, landingAddress(of)],
      [rol, roleAddress(standaard, rol)],
    ],
    inhoud,
  };
}

function attempts({ say }: Desk, { pogingen: { rapporten, hoogste, metTicket } }: Indication): Markup | undefined {
  if (rapporten === 0) return undefined;
  const onTicket = metTicket > 0 && { nl: `, ${metTicket} met een ticket`, en: `, ${metTicket} on a ticket` };
  return html`${say({ nl: rapporten === 1 ? '1 rapport' : `${rapporten} rapporten`, en: rapporten === 1 ? '1 report' : `${rapporten} reports` })}${onTicket && say(onTicket)} <span class="sub">${say({ nl: `hoogste poging die een rapport noemt: ${hoogste}`, en: `highest attempt that a report tells: ${hoogste}` })}</span>`;
}

function conditions({ say }: Desk, { voorwaarden }: Indication): Markup {
  return html`<table class="stack"><thead><tr><th scope="col">${say(TEXTS.condition)}</th><th scope="col">${say(TEXTS.met)}</th><th scope="col">${say(TEXTS.because)}</th></tr></thead><tbody>${voorwaarden.map(
    ({ nummer, wat, voldaan, waarom }) =>
      html`<tr><th scope="row">${nummer}. ${say(wat)}</th><td data-label="${say(TEXTS.met)}">${say(MET[voldaan])}</td><td data-label="${say(TEXTS.because)}">${waarom.map(({ tekst }) => say(tekst)).join(' ')}</td></tr>`,
  )}</tbody></table>`;
}

function forCatalogue(desk: Desk, record: FeedRecord): Markup {
  const { say } = desk;
  const row = ({ veld, waarde, wie, uitleg }: ExportField) => html`<tr><th scope="row"><code class="nowrap">${veld}</code></th>
<td data-label="${say(TEXTS.value)}">${waarde === undefined ? '–' : html`<code>${waarde}</code>`}</td><td data-label="${say(TEXTS.who)}">${say(WHO_WORDS[wie])} <span class="sub">${say(uitleg)}</span></td></tr>`;
  return html`<section aria-labelledby="catalogus"><h2 id="catalogus">${say(TEXTS.catalogue)}</h2><p>${say(TEXTS.paste)}</p>
<p class="paste">${pasteText(record)[desk.language]}</p>
<details><summary>${say(TEXTS.fields)}</summary><table class="stack"><thead><tr><th scope="col">${say(TEXTS.field)}</th><th scope="col">${say(TEXTS.value)}</th><th scope="col">${say(TEXTS.who)}</th></tr></thead><tbody>${g3Profile(record).map(row)}</tbody></table></details></section>`;
}

/** With whole addresses when it is known where the site will stand: what is pasted elsewhere has no use for others. */
function forReadme({ say, file, language }: Desk, of: Indication, baseUrl: string | undefined): Markup {
  const picture = html`<img class="badge" alt="${badgeFacts(of, language).sentence}" src="data:image/svg+xml;base64,${Buffer.from(badgeSvg(of, language)).toString('base64')}">`;
  const head = html`<section aria-labelledby="badge"><h2 id="badge">${say(TEXTS.badge)}</h2>${picture}<p>${say(TEXTS.follows)}</p>`;
  if (baseUrl === undefined) {
    return html`${head}<p><a href="${file(badgeAddress(of))}">badge.svg</a> · <a href="${file(shieldsAddress(of))}">badge.json</a></p><p class="small">${say(TEXTS.noBase)}</p></section>`;
  }
  const at = `${baseUrl}${indicationAddress(of)}`;
  const alt = `${of.standaard.naam} ${of.standaard.versie}`.replaceAll(/[[\]()\\]/g, '');
  return html`${head}<h3>Markdown</h3><code class="code">[![${alt}](${baseUrl}${badgeAddress(of)})](${at})</code>
<h3>shields.io</h3><code class="code">https://img.shields.io/endpoint?url=${encodeURIComponent(`${baseUrl}${shieldsAddress(of)}`)}</code></section>`;
}

const MET: Readonly<Record<'J' | 'N' | 'onbekend', Tekst>> = {
  J: { nl: 'ja', en: 'yes' },
  N: { nl: 'nee', en: 'no' },
  onbekend: { nl: 'niet bekend', en: 'not known' },
};

const TEXTS = {
  alarms: { nl: 'Let op', en: 'Take note' },
  scope: { nl: 'Omvang', en: 'Scope' },
  attempts: { nl: 'Pogingen', en: 'Attempts' },
  why: { nl: 'Waarom', en: 'Why' },
  needed: { nl: 'Wat dit zou veranderen', en: 'What would change this' },
  conditions: { nl: 'De vijf officiële voorwaarden', en: 'The five official conditions' },
  condition: { nl: 'Voorwaarde', en: 'Condition' },
  met: { nl: 'Voldaan', en: 'Met' },
  because: { nl: 'Omdat', en: 'Because' },
  reports: { nl: 'Rapporten over deze versie', en: 'Reports about this version' },
  none: { nl: 'Er is geen rapport van deze versie in deze rol.', en: 'There is no report of this version in this role.' },
  catalogue: { nl: 'Voor de catalogus', en: 'For the catalogue' },
  paste: {
    nl: 'Tekst om bij het product te plakken. Of het product in de catalogus als compliant gemeld wordt, beslist de leverancier.',
    en: 'Text to paste at the product. Whether the catalogue says that the product is compliant is for the supplier to decide.',
  },
  fields: { nl: 'Alle velden van de catalogus, en wie ze invult', en: 'All fields of the catalogue, and who fills them in' },
  field: { nl: 'Veld', en: 'Field' },
  value: { nl: 'Waarde', en: 'Value' },
  who: { nl: 'Wie', en: 'Who' },
  badge: { nl: 'Badge', en: 'Badge' },
  follows: {
    nl: 'Het adres blijft gelijk; de afbeelding volgt verlopen, intrekking en nieuwe rapporten, telkens als deze site opnieuw gemaakt wordt.',
    en: 'The address stays the same; the picture follows lapse, withdrawal and new reports, each time that this site is made again.',
  },
  noBase: {
    nl: 'Met --base-url staan hier ook hele adressen om in een README te plakken.',
    en: 'With --base-url whole addresses to paste into a README stand here too.',
  },
} as const;
