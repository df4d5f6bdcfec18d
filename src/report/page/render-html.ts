/**
 * `rapport.html`: one file with everything in it, for people. No network, no server, no script needed.
 * Two languages stand in the page side by side; the style sheet shows one of them.
 */
import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import type { Tekst, Verdict } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Report } from '../../model/report.js';
import { both } from '../bilingual.js';
import type { Evidence } from '../evidence.js';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../words.js';
import { SCRIPT } from './html-script.js';
import { STYLES } from './html-style.js';
import { PAGE } from './html-template.js';
import { CHAIN_PARTIALS } from './html-template-chain.js';
import { SECTION_PARTIALS } from './html-template-sections.js';
import { STEP_PARTIALS } from './html-template-steps.js';
import { WATCHED_PARTIALS } from './html-template-watched.js';
import { HTML_TEXTS } from './html-texts.js';
import { pageView } from './html-view.js';

/**
 * Renders the page. Everything that came from a message is escaped.
 * @returns the same text for the same report and evidence, always
 */
export function renderHtml(report: Report, evidence: Evidence): string {
  const { product, standaard, rapport } = report;
  page ??= preparePage();
  return page({
    ...pageView(report, evidence),
    taal: rapport.taal,
    isNl: rapport.taal === 'nl',
    title: `${product.pakketnaam} ${product.versie} · ${standaard.naam} ${standaard.versie} · ${rapport.nummer}`,
    styles: STYLES,
    script: SCRIPT,
    csp: `default-src 'none'; style-src '${sourceHash(STYLES)}'; script-src '${sourceHash(SCRIPT)}'; base-uri 'none'; form-action 'none'`,
  });
}

/** Compiled at first use, so that a command that renders nothing does not pay for it. */
let page: Handlebars.TemplateDelegate | undefined;

function preparePage(): Handlebars.TemplateDelegate {
  const engine = Handlebars.create();
  engine.registerPartial({ ...SECTION_PARTIALS, ...CHAIN_PARTIALS, ...WATCHED_PARTIALS, ...STEP_PARTIALS });
  engine.registerHelper({
    t: (key: string) => markup(both(textFor(key))),
    tekst: (tekst: Tekst) => markup(both(tekst)),
    word: (verdict: Verdict) => markup(both(VERDICT_WORDS[verdict])),
    sign: (verdict: Verdict) => VERDICT_SIGNS[verdict],
    chip: (verdict: Verdict) =>
      markup(
        `<span class="chip ${verdict}"><b aria-hidden="true">${VERDICT_SIGNS[verdict]}</b> ${both(VERDICT_WORDS[verdict])}</span>`,
      ),
  });
  return engine.compile(PAGE, { preventIndent: true });
}

function markup(html: string): Handlebars.SafeString {
  return new Handlebars.SafeString(html);
}

function textFor(key: string): Tekst {
  const found = (HTML_TEXTS as Readonly<Record<string, Tekst>>)[key];
  if (found === undefined) throw new HarnessError('INTERNAL', `the page has no text "${key}"`);
  return found;
}

/** The value by which a Content-Security-Policy knows one inline block. */
function sourceHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
