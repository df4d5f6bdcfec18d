/** A dossier as one page: self-contained, without script, both languages in it; for a screen, a phone and paper. */
import { createHash } from 'node:crypto';
import type { Tekst } from '../../../model/finding.js';
import { escapeHtml } from '../../../report/bilingual.js';
import type { DossierView } from '../view.js';
import { chainPart } from './page-chain.js';
import { changesPart } from './page-changes.js';
import { contractPart } from './page-contract.js';
import { decisionsPart, testverslagPart } from './page-decision.js';
import { reportsPart } from './page-evidence.js';
import { findingsPart, roundsPart } from './page-findings.js';
import { normsPart } from './page-norms.js';
import { type Html, section, shown } from './page-pieces.js';
import { requirementsPart } from './page-requirements.js';
import { DOSSIER_STYLES } from './page-style.js';
import { notices, summary } from './page-summary.js';
import { deadlinesPart, paymentPart, privacyPart } from './page-terms.js';

const CONTENTS: readonly (readonly [id: string, text: Tekst])[] = [
  ['samenvatting', { nl: 'Samenvatting', en: 'Summary' }],
  ['meldingen', { nl: 'Advies', en: 'Advice' }],
  ['contract', { nl: 'Contract', en: 'Contract' }],
  ['eisen', { nl: 'Eisen', en: 'Requirements' }],
  ['rapporten', { nl: 'Tests', en: 'Tests' }],
  ['keten', { nl: 'Keten', en: 'Chain' }],
  ['gebreken', { nl: 'Gebreken', en: 'Gebreken' }],
  ['testverslag', { nl: 'Testverslag', en: 'Testverslag' }],
  ['besluit', { nl: 'Besluit', en: 'Decision' }],
  ['betaling', { nl: 'Betaling', en: 'Payment' }],
  ['termijnen', { nl: 'Termijnen', en: 'Deadlines' }],
  ['wijzigingen', { nl: 'Wijzigingen', en: 'Changes' }],
];

/** @returns the same text for the same view, always @param version - of ketentest */
export function renderDossier(
  view: DossierView,
  { taal, version }: { readonly taal: keyof Tekst; readonly version: string },
): string {
  const { product, contract } = view.stand;
  const title = [
    taal === 'nl' ? 'Acceptatiedossier' : 'Acceptance dossier',
    product.pakketnaam,
    product.versie,
    contract.opdrachtgever,
  ];
  const checked = (lang: keyof Tekst) => (lang === taal ? ' checked' : '');
  return `<!DOCTYPE html>
<html lang="${taal}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title.filter((each) => each !== undefined).join(' · '))}</title>
<style>${DOSSIER_STYLES}</style>
</head>
<body>
<a class="skip" href="#samenvatting">${shown({ nl: 'Naar de samenvatting', en: 'To the summary' })}</a>
<header class="top">
<p class="brand"><strong>ketentest</strong> <span>${shown({ nl: 'acceptatiedossier', en: 'acceptance dossier' })}</span></p>
<nav class="contents" aria-label="${taal === 'nl' ? 'Inhoud' : 'Contents'}">${CONTENTS.map(([id, text]) => `<a href="#${id}">${shown(text)}</a>`).join('')}</nav>
<fieldset class="languages"><legend class="visually-hidden">${shown({ nl: 'Taal', en: 'Language' })}</legend><input class="lang" type="radio" name="taal" id="taal-nl"${checked('nl')}><label for="taal-nl" lang="nl">Nederlands</label><input class="lang" type="radio" name="taal" id="taal-en"${checked('en')}><label for="taal-en" lang="en">English</label></fieldset>
</header>
<main>
${parts(view).join('\n')}
</main>
<footer><p>${shown(TEXTS.law)}</p><p class="small">${shown(TEXTS.numbers)}</p><p class="small">ketentest ${escapeHtml(version)} · ${escapeHtml(view.at)}</p></footer>
</body>
</html>
`;
}

function parts(view: DossierView): readonly Html[] {
  const advice = section('meldingen', { nl: 'Advies', en: 'Advice' }, [notices(view.meldingen, view.stand)]);
  const agreed = [contractPart(view), requirementsPart(view)];
  const tested = [reportsPart(view), chainPart(view), roundsPart(view), findingsPart(view), testverslagPart(view)];
  const after = [
    decisionsPart(view),
    paymentPart(view),
    deadlinesPart(view),
    privacyPart(view),
    normsPart(view),
    changesPart(view),
  ];
  return [summary(view), advice, ...agreed, ...tested, ...after];
}

const STYLE_HASH = createHash('sha256').update(DOSSIER_STYLES).digest('base64');

const TEXTS = {
  law: {
    nl: 'Dit dossier adviseert en verwijst naar de voorwaarden; het geeft geen juridisch oordeel.',
    en: 'This dossier advises and refers to the terms; it gives no legal judgement.',
  },
  numbers: {
    nl: 'Artikelnummers: GIBIT 2023 volgens de Toelichting van 19-02-2024; van 2016 en 2020 alleen het artikel. Controleer ze in uw overeenkomst.',
    en: 'Numbers of articles: GIBIT 2023 by its explanation of 19-02-2024; of 2016 and 2020 the article only. Check them in your agreement.',
  },
} as const;
