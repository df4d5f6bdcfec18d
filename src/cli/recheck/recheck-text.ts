/** What a person reads of a package that was computed again. */
import type { Tekst } from '../../model/finding.js';
import { type Language, say } from '../settings/language.js';
import type { Rechecked, Remark } from './rechecked.js';

/** More differences than this are counted, not shown: they follow from the first. */
const SHOWN = 20;

/** Of one value, in characters. */
const WIDEST = 300;

/** @param against - what it was held against, when not its own test set */
export function recheckText(of: Rechecked, language: Language, against: string | undefined): string {
  const { map, klopt, byteGelijk, bron, uitwisselingen, verschillen, totaal } = of;
  const words = (text: Tekst) => say(text, language);
  const head = against === undefined ? (klopt ? TEXTS.holds : TEXTS.differs) : klopt ? TEXTS.sameVerdicts : TEXTS.otherVerdicts;
  const from = `${uitwisselingen} ${words(TEXTS.exchanges)}, ${words(bron === 'prive' ? TEXTS.originals : TEXTS.publicCopies)}`;
  const bytes = against === undefined && byteGelijk ? `; ${words(TEXTS.sameBytes)}` : '';
  const rest = verschillen.length - SHOWN;
  return [
    `${klopt ? '✓' : '✗'} ${map}: ${words(head)} (${from}${bytes})`,
    ...(totaal.vastgelegd === totaal.herberekend ? [] : [`  ${totaal.vastgelegd} → ${totaal.herberekend}`]),
    ...verschillen
      .slice(0, SHOWN)
      .flatMap(({ waar, vastgelegd, herberekend }) => [
        `  ${waar}`,
        `    ${words(TEXTS.recorded)} ${shortened(vastgelegd)}`,
        `    ${words(TEXTS.computed)} ${shortened(herberekend)}`,
      ]),
    ...(rest > 0 ? [`  ${words(TEXTS.more).replace('{rest}', String(rest))}`] : []),
    ...undecidedText(of, words),
    ...of.opmerkingen.map((remark) => `  ${words(remarkText(remark))}`),
  ].join('\n');
}

/** Each rule once, with how often. */
function undecidedText({ nietBeslist }: Rechecked, words: (text: Tekst) => string): readonly string[] {
  if (nietBeslist.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { waar } of nietBeslist) {
    const id = waar.slice(waar.indexOf(' ') + 1);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const list = [...counts].map(([id, count]) => (count > 1 ? `${id} (${count}×)` : id)).join(', ');
  return [`  ${words(TEXTS.undecided).replace('{count}', String(nietBeslist.length))} ${list}`];
}

function shortened(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}

function remarkText(remark: Remark): Tekst {
  switch (remark.soort) {
    case 'andere-bytes': {
      const list = remark.berichten.join(', ');
      return { nl: `Let op: andere bytes dan vastgelegd in ${list}.`, en: `Note: other bytes than were recorded in ${list}.` };
    }
    case 'schemabasis-ontbreekt':
      return {
        nl: `Let op: de officiële schema’s met digest ${remark.digest} zijn hier niet; het ingebouwde schema besliste. Noem ze met --schemas.`,
        en: `Note: the official schemas with digest ${remark.digest} are not here; the built-in schema decided. Name them with --schemas.`,
      };
    case 'andere-versie':
      return {
        nl: `Let op: het rapport is van ketentest ${remark.versie}; een andere versie kan anders oordelen.`,
        en: `Note: the report is of ketentest ${remark.versie}; another version may judge otherwise.`,
      };
    case 'afgebroken':
      return {
        nl: 'Let op: de run is afgebroken; waarmee hij toen bezig was is niet opnieuw berekend.',
        en: 'Note: the run was stopped; what it was doing at that moment was not computed again.',
      };
  }
}

const TEXTS = {
  holds: { nl: 'komt opnieuw zo uit', en: 'comes out the same' },
  differs: { nl: 'komt anders uit', en: 'comes out otherwise' },
  sameVerdicts: { nl: 'elk oordeel blijft gelijk', en: 'every verdict stays the same' },
  otherVerdicts: { nl: 'oordelen veranderen', en: 'verdicts change' },
  exchanges: { nl: 'uitwisselingen', en: 'exchanges' },
  originals: { nl: 'originelen uit prive/', en: 'originals from prive/' },
  publicCopies: { nl: 'openbare kopieën', en: 'public copies' },
  sameBytes: { nl: 'rapport.json byte voor byte gelijk', en: 'rapport.json byte for byte the same' },
  recorded: { nl: 'vastgelegd: ', en: 'recorded:' },
  computed: { nl: 'herberekend:', en: 'computed:' },
  undecided: {
    nl: '{count} controles berusten op wat niet openbaar is en zijn hier niet beslist:',
    en: '{count} checks rest on what is not public, and were not decided here:',
  },
  more: {
    nl: 'en {rest} verschillen meer; --format json noemt ze alle',
    en: 'and {rest} differences more; --format json tells them all',
  },
} as const satisfies Record<string, Tekst>;
