/** Two reports beside each other for a person: what fails now first, what needs nobody's attention last. */
import type { Tekst, Verdict } from '../../model/finding.js';
import type { ReportRule } from '../../model/report.js';
import { printable } from '../paint.js';
import { sentence, shownValue, wording } from '../step-names.js';
import { type Taal, VERDICT_WORDS } from '../words.js';
import type { Comparison, StepChange, ValueChange } from './compare.js';
import type { LinkChange } from './compare-chain.js';

const MENDED = '✓';

/** Of one value, in characters. */
const WIDEST = 200;

export function comparisonText(comparison: Comparison, taal: Taal): string {
  const of = printable(comparison);
  const { nieuwFout, hersteld, andereWaarde, veranderd, nogFout, omstandigheden, koppelingen = [] } = of;
  const counted = [
    ...[[nieuwFout, 'newFault'] as const, [hersteld, 'mended'] as const, [andereWaarde, 'otherValue'] as const],
    ...[[veranderd, 'changed'] as const, [nogFout, 'still'] as const],
  ].filter(([all]) => all.length > 0);
  const isSame = counted.every(([all]) => all === nogFout);
  const group = (name: keyof typeof TEXTS, lines: readonly string[], count: number) =>
    count === 0 ? [] : ['', `${TEXTS[name][taal]} (${count})`, ...lines];
  return [
    isSame ? TEXTS.same[taal] : counted.map(([all, name]) => `${TEXTS[name][taal]}: ${all.length}`).join(' · '),
    ...group(
      'links',
      koppelingen.map((each) => linkLine(each, taal)),
      koppelingen.length,
    ),
    ...group(
      'newFault',
      nieuwFout.flatMap((each) => changeLines(each, '✕', taal)),
      nieuwFout.length,
    ),
    ...group(
      'mended',
      hersteld.flatMap((each) => changeLines(each, MENDED, taal)),
      hersteld.length,
    ),
    ...group(
      'otherValue',
      andereWaarde.flatMap((each) => valueLines(each, taal)),
      andereWaarde.length,
    ),
    ...group(
      'changed',
      veranderd.flatMap((each) => changeLines(each, '?', taal)),
      veranderd.length,
    ),
    ...group(
      'still',
      nogFout.map((step) => `  ${step}`),
      nogFout.length,
    ),
    ...group(
      'runs',
      omstandigheden.map(({ veld, was, is }) => `  ${veld}: ${was || '–'} → ${is || '–'}`),
      omstandigheden.length,
    ),
  ].join('\n');
}

function linkLine({ koppeling, scenario, was, is, richting }: LinkChange, taal: Taal): string {
  const sign = { beter: MENDED, slechter: '✕', anders: '?' }[richting];
  const where = [koppeling, scenario].filter(Boolean).join(', ');
  const turned = TEXTS[richting][taal];
  return `  ${sign} ${where}: ${word(was, taal)} → ${word(is, taal)}${turned === '' ? '' : ` (${turned})`}`;
}

function changeLines({ stap, berichttype, was, is, gevolgVan, regels }: StepChange, sign: string, taal: Taal): readonly string[] {
  const follows = gevolgVan === undefined ? '' : `, ${TEXTS.follows[taal]} ${gevolgVan}`;
  const turned = was === is ? word(is, taal) : `${word(was, taal)} → ${word(is, taal)}`;
  return [
    `  ${stap} ${berichttype}: ${turned}${follows}`,
    ...regels.flatMap((rule) => [`    ${sign} ${title(rule, taal, sign === MENDED)}`, ...detailLines(rule, taal)]),
  ];
}

function valueLines({ stap, berichttype, was, is }: ValueChange, taal: Taal): readonly string[] {
  const lines = [
    ...(['verwacht', 'gevonden'] as const)
      .filter((name) => was[name] !== is[name])
      .map((name) => [name, was[name], is[name]] as const),
  ];
  return [
    `  ${stap} ${berichttype}`,
    `    ✕ ${title(is, taal)}`,
    ...(is.pad === undefined ? [] : [`      ${NAMES.pad[taal].padEnd(10)}${is.pad}`]),
    ...lines.map(([name, old, now]) => `      ${NAMES[name][taal].padEnd(10)}${short(old, taal)} → ${short(now, taal)}`),
  ];
}

/** What was mended is told as it is now. */
function title(rule: ReportRule, taal: Taal, isMended = false): string {
  const isSymptom = wording(rule, taal) === rule.melding[taal];
  const now = `${TEXTS[isSymptom ? 'gone' : 'holdsNow'][taal]}: ${rule.melding[taal]}`;
  return `${isMended ? now : sentence(rule, taal)} [${rule.id}]${rule.afwijking === undefined ? '' : ` (${TEXTS.known[taal]})`}`;
}

function detailLines(rule: ReportRule, taal: Taal): readonly string[] {
  return (['pad', 'verwacht', 'gevonden'] as const).flatMap((name) =>
    rule[name] === undefined ? [] : [`      ${NAMES[name][taal].padEnd(10)}${short(rule[name], taal)}`],
  );
}

function word(verdict: Verdict | undefined, taal: Taal): string {
  return verdict === undefined ? TEXTS.absent[taal] : VERDICT_WORDS[verdict][taal];
}

function short(value: string | undefined, taal: Taal): string {
  const shown = shownValue(value, taal) ?? '–';
  return shown.length > WIDEST ? `${shown.slice(0, WIDEST)}…` : shown;
}

const NAMES = {
  pad: { nl: 'plaats', en: 'place' },
  verwacht: { nl: 'verwacht', en: 'expected' },
  gevonden: { nl: 'gevonden', en: 'seen' },
} as const satisfies Record<string, Tekst>;

const TEXTS = {
  newFault: { nl: 'Nieuw fout', en: 'Newly failing' },
  mended: { nl: 'Hersteld', en: 'Mended' },
  otherValue: { nl: 'Zelfde fout, andere waarde', en: 'Same fault, another value' },
  changed: { nl: 'Anders', en: 'Otherwise' },
  still: { nl: 'Nog steeds fout', en: 'Still failing' },
  links: { nl: 'Koppelingen', en: 'Links' },
  beter: { nl: 'beter', en: 'better' },
  slechter: { nl: 'slechter', en: 'worse' },
  anders: { nl: '', en: '' },
  runs: { nl: 'De runs zelf verschillen in', en: 'The runs themselves differ in' },
  follows: { nl: 'volgt uit', en: 'follows from' },
  gone: { nl: 'Niet meer', en: 'No longer' },
  holdsNow: { nl: 'Geldt nu', en: 'Holds now' },
  known: { nl: 'bekende afwijking', en: 'known deviation' },
  absent: { nl: 'niet in deze run', en: 'not in this run' },
  same: {
    nl: 'Elke stap heeft hetzelfde oordeel, om dezelfde reden.',
    en: 'Every step has the same verdict, for the same reason.',
  },
} as const satisfies Record<string, Tekst>;
