/** A named tolerance in plain words: what it softens, why, who does so, and that it only holds in the profile praktijk. */
import type { Bron, Tekst } from '../../model/finding.js';
import type { Tolerance } from '../../model/tolerance.js';
import { ERNST_WORDS } from '../../report/words.js';
import type { KnownTolerance } from '../all-tolerances.js';
import { type Language, say } from '../settings/language.js';

export function toleranceText({ tolerance, about, rule }: KnownTolerance, language: Language): string {
  const t = (text: Tekst) => say(text, language);
  const documents = Object.assign({}, ...(rule?.standards ?? []).map((each) => each.documents));
  return [
    `${tolerance.id}  (${t(TEXTS.kind)})`,
    `${t(TEXTS.about)}\n  ${about.id}: ${t(about.melding)}`,
    `${t(TEXTS.strict)}\n  ${t(ERNST_WORDS[about.ernst])}`,
    `${t(TEXTS.practice)}\n  ${t(ERNST_WORDS.aandachtspunt)}: ${toleranceReason(tolerance, language)}`,
    `${t(TEXTS.source)}\n  ${sourceText(tolerance.bron, documents)}`,
    t(TEXTS.next),
  ].join('\n\n');
}

/** The reason, and what stays a fault where not every way of breaking the rule is tolerated. */
export function toleranceReason({ reden, only }: Tolerance, language: Language): string {
  return only ? `${say(reden, language)} (${say(TEXTS.only, language)} ${only.join(', ')})` : say(reden, language);
}

function sourceText({ document, plaats }: Bron, documents: Readonly<Record<string, { readonly titel: string }>>): string {
  const title = documents[document]?.titel ?? say(TEXTS.observed, 'nl');
  return plaats === undefined ? title : `${title}, ${plaats}`;
}

const TEXTS = {
  kind: { nl: 'tolerantie van het profiel praktijk', en: 'tolerance of the profile praktijk' },
  about: { nl: 'Hoort bij', en: 'Belongs to' },
  strict: { nl: 'In het profiel strict', en: 'In the profile strict' },
  practice: { nl: 'In het profiel praktijk', en: 'In the profile praktijk' },
  source: { nl: 'Wie dit waarnam', en: 'Who observed it' },
  observed: { nl: 'Waargenomen gedrag van open koppelingen; beschrijft de praktijk en niet de norm', en: '' },
  only: { nl: 'alleen:', en: 'only:' },
  next: {
    nl: 'De norm verandert niet: met --profile strict is dit weer een schending. Alleen precies dit geval wordt geduld.',
    en: 'The norm does not change: with --profile strict it breaks the rule again. Only exactly this case is tolerated.',
  },
} as const satisfies Record<string, Tekst>;
