/** What every page of a site has: a head that lets nothing in, a way around, and at the foot what none of this proves. */
import { createHash } from 'node:crypto';
import type { Tekst } from '../../model/finding.js';
import { dutchTime } from '../../report/dutch-time.js';
import { ATOM, CHANGES, EXPLANATION, FEED, INDEX, JSON_FEED, relative } from './addresses.js';
import { type Filling, html, type Markup, textOf, trusted } from './markup.js';
import type { SiteFile, SiteInput } from './published.js';
import { SITE_STYLES } from './site-style.js';
import { NOT_PROVEN } from './site-words.js';

export type Language = SiteInput['language'];

/** A page while it is written: in which language, and how it calls what stands elsewhere. */
export interface Desk {
  readonly language: Language;
  /** In this language. */
  say(tekst: Tekst): string;
  /** @param address - a page, which there is in each language */
  page(address: string): string;
  /** @param path - a file that there is once: a badge, a package, a feed */
  file(path: string): string;
}

export interface PageOf {
  /** Folder of the page, as in `addresses.ts`. */
  readonly address: string;
  readonly titel: string;
  /** From the outside to the inside, without the page itself. */
  readonly kruimels?: readonly (readonly [text: string, address: string])[];
  readonly inhoud: Markup;
}

type Site = Pick<SiteInput, 'language' | 'harness' | 'baseUrl'> & { readonly indications: { readonly peildatum: string } };

/** Writes a page in both languages: in the first at its own address, in the other in a folder of that language. */
export function inBothLanguages(site: Site, write: (desk: Desk) => PageOf): readonly SiteFile[] {
  return (['nl', 'en'] as const).map((language) => {
    const prefix = (of: Language) => (of === site.language ? '' : `${of}/`);
    const folder = prefix(language);
    // The address is the same in each language, so that it is known before what depends on it.
    const { address } = write(deskAt('', language, folder));
    const desk = deskAt(`${folder}${address}`, language, folder);
    const other: Language = language === 'nl' ? 'en' : 'nl';
    const elsewhere = relative(`${folder}${address}`, `${prefix(other)}${address}`);
    return { path: `${folder}${address}index.html`, text: whole(site, desk, write(desk), { other, elsewhere }) };
  });
}

function deskAt(folder: string, language: Language, prefix: string): Desk {
  return {
    language,
    say: (tekst) => tekst[language],
    page: (address) => relative(folder, `${prefix}${address}`),
    file: (path) => relative(folder, path),
  };
}

interface OtherLanguage {
  readonly other: Language;
  readonly elsewhere: string;
}

function whole(site: Site, desk: Desk, { address, titel, kruimels = [], inhoud }: PageOf, { other, elsewhere }: OtherLanguage) {
  const { say, page, file, language } = desk;
  const item = (to: string, text: Tekst): Filling =>
    html`<a href="${page(to)}"${to === address && html` aria-current="page"`}>${say(text)}</a>`;
  const at = dutchTime(site.indications.peildatum);
  return `<!DOCTYPE html>\n${textOf(html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${titel}</title>
<link rel="alternate" type="application/feed+json" title="${say(TEXTS.changes)}" href="${file(JSON_FEED)}">
<link rel="alternate" type="application/atom+xml" title="${say(TEXTS.changes)}" href="${file(ATOM)}">
<link rel="alternate" hreflang="${other}" href="${elsewhere}">
<style>${trusted(SITE_STYLES)}</style>
</head>
<body>
<a class="skip" href="#inhoud">${say(TEXTS.skip)}</a>
<header class="top">
<p class="brand"><a href="${page(INDEX)}"><strong>${say(TEXTS.brand)}</strong></a></p>
<nav aria-label="${say(TEXTS.navigation)}">${item(INDEX, TEXTS.index)} ${item(CHANGES, TEXTS.changes)} ${item(EXPLANATION, TEXTS.explanation)}</nav>
<a class="other" lang="${other}" hreflang="${other}" href="${elsewhere}">${OWN_NAMES[other]}</a>
</header>
<main id="inhoud">
${kruimels.length > 0 && html`<nav aria-label="${say(TEXTS.crumbs)}"><ol class="crumbs">${kruimels.map(([text, to]) => html`<li><a href="${page(to)}">${text}</a></li>`)}</ol></nav>`}
${inhoud}
</main>
<footer>
<section class="limits" aria-labelledby="grens"><h2 id="grens">${say(TEXTS.limits)}</h2><ul>${NOT_PROVEN.map((each) => html`<li>${say(each)}</li>`)}</ul></section>
<p>${say(TEXTS.at)} <time datetime="${site.indications.peildatum}">${at}</time>. ${say(TEXTS.recomputed)}</p>
<p><a href="${file(FEED)}">compliancy-feed.json</a> · <a href="${file(JSON_FEED)}">JSON Feed</a> · <a href="${file(ATOM)}">Atom</a> · ${site.harness.naam} ${site.harness.versie}</p>
</footer>
</body>
</html>
`)}`;
}

const CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(SITE_STYLES).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;

const OWN_NAMES: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English' };

const TEXTS = {
  brand: { nl: 'Testrapporten', en: 'Test reports' },
  navigation: { nl: 'Hoofdmenu', en: 'Main menu' },
  crumbs: { nl: 'U bent hier', en: 'You are here' },
  skip: { nl: 'Naar de inhoud', en: 'Skip to content' },
  index: { nl: 'Overzicht', en: 'Overview' },
  changes: { nl: 'Wijzigingen', en: 'Changes' },
  explanation: { nl: 'Uitleg', en: 'Explanation' },
  limits: { nl: 'Wat dit niet bewijst', en: 'What this does not prove' },
  at: { nl: 'Stand van', en: 'As of' },
  recomputed: {
    nl: 'Wat hier staat is uit de rapporten berekend, en door niemand ingevuld.',
    en: 'What stands here was computed from the reports, and filled in by nobody.',
  },
} as const;
