/**
 * Judged files for a person at a terminal, as a good compiler tells it: where, the line with a mark, which rule, what was
 * expected, what to do next; and a summary.
 */
import type { Verdict } from '../../model/finding.js';
import type { FileRule, JudgedFile } from '../../model/judged-file.js';
import { painter, printable } from '../paint.js';
import { isNotable, nextStep, shownValue, sourceOf, wording } from '../step-names.js';
import { ERNST_WORDS, VERDICT_SIGNS, VERDICT_WORDS, VERDICTS_FOR_READERS } from '../words.js';
import type { FilesTeller, TellerOptions, Totals } from './files-teller.js';

/** More findings than this in one file are counted, not written out. */
const WRITTEN_OUT = 25;

const COLOURS = { fout: 'red', waarschuwing: 'yellow', aandachtspunt: 'dim' } as const;

export function filesText(options: TellerOptions): FilesTeller {
  let unserved = 0;
  return {
    begin: () => undefined,
    each(file) {
      if (file.standaard !== null && file.berichttype !== null && file.dienst === undefined) unserved++;
      return fileLines(printable(file), options).join('\n');
    },
    end: (totals) => [`\n${summary(totals, options)}`, ...(unserved > 0 ? [ofNoService(unserved, options)] : [])].join('\n'),
  };
}

/** A message element may belong to several services; their own rules are then held against nothing, and nobody should think they were. */
function ofNoService(count: number, { taal }: TellerOptions): string {
  return taal === 'nl'
    ? `Van ${count} ${count === 1 ? 'bericht' : 'berichten'} is niet te zien bij welke dienst het hoort: regels van een dienst zijn er niet op gehouden. Noem de dienst met --soap-action.`
    : `Of ${count} ${count === 1 ? 'message' : 'messages'} the service cannot be told: rules of a service were not held against them. Name it with --soap-action.`;
}

function fileLines(file: JudgedFile, options: TellerOptions): readonly string[] {
  const paint = painter(options.colour);
  const notable = file.regels.filter(isNotable);
  const rest = notable.length - WRITTEN_OUT;
  const known = [file.standaard, file.berichttype, file.dienst].filter((each) => each).join(' ');
  const colour = file.verdict === 'voldoet' ? 'green' : file.verdict === 'voldoet_niet' ? 'red' : 'yellow';
  const head = `${VERDICT_SIGNS[file.verdict]} ${file.bestand}`;
  const held = file.regels.reduce((sum, rule) => sum + (rule.gehouden?.length ?? 0), 0);
  const schema = file.schema.basis && `schema ${file.schema.basis.naam}`;
  const rules = held > 0 && (options.taal === 'nl' ? `${held} regels gehouden` : `${held} rules held`);
  return [
    `${paint(colour, head)}  ${paint('dim', [known, schema, rules].filter((each) => each).join(' · '))}`.trimEnd(),
    ...notable.slice(0, WRITTEN_OUT).flatMap((rule) => ['', ...ruleLines(rule, file.bestand, options)]),
    ...(rest > 0 ? ['', options.taal === 'nl' ? `  … en nog ${rest}` : `  … and ${rest} more`] : []),
    ...(notable.length > 0 ? [''] : []),
  ];
}

function ruleLines(rule: FileRule, file: string, options: TellerOptions): readonly string[] {
  const { taal } = options;
  const paint = painter(options.colour);
  const place = [file, rule.regelnummer, rule.kolom].filter((part) => part !== undefined).join(':');
  const level = rule.verdict === 'niet_beslist' ? VERDICT_WORDS.niet_beslist[taal] : ERNST_WORDS[rule.ernst][taal];
  const words = WORDS[taal];
  const details = [
    [words.place, rule.fragment === undefined ? rule.pad : undefined],
    [words.expected, shownValue(rule.verwacht, taal)],
    [words.seen, shownValue(rule.gevonden, taal)],
    [words.next, nextStep(rule, taal)],
    [words.source, sourceOf(rule, options.bronnen)],
  ] as const;
  return [
    `${paint('bold', place)}: ${paint(COLOURS[rule.ernst], level)} ${paint('dim', `[${rule.id}]`)} ${wording(rule, taal)}`,
    ...fragmentLines(rule, options),
    ...details.flatMap(([word, text]) => (text === undefined ? [] : [`     ${word.padEnd(10)}${text}`])),
  ];
}

function fragmentLines({ fragment, regelnummer, ernst }: FileRule, { colour }: TellerOptions): readonly string[] {
  if (!fragment) return [];
  const paint = painter(colour);
  const number = String(regelnummer ?? '');
  const line = `  ${paint('dim', `${number} |`)} ${fragment.tekst}`;
  if (fragment.vanaf === undefined) return [line];
  const mark = `${' '.repeat(fragment.vanaf)}${'^'.repeat(fragment.lengte ?? 1)}`;
  return [line, `  ${paint('dim', `${' '.repeat(number.length)} |`)} ${paint(COLOURS[ernst], mark)}`];
}

function summary({ files, faults, warnings, remarks, bases }: Totals, { taal, colour }: TellerOptions): string {
  const paint = painter(colour);
  const total = Object.values(files).reduce((sum, each) => sum + each, 0);
  const said = VERDICTS_FOR_READERS.filter((each) => (files[each] ?? 0) > 0).map(
    (each) => `${files[each]} ${VERDICT_WORDS[each][taal]}`,
  );
  const counts = [
    number(faults, { nl: ['fout', 'fouten'], en: ['fault', 'faults'] }[taal]),
    number(warnings, { nl: ['waarschuwing', 'waarschuwingen'], en: ['warning', 'warnings'] }[taal]),
    number(remarks, { nl: ['aandachtspunt', 'aandachtspunten'], en: ['point of attention', 'points of attention'] }[taal]),
  ];
  const schema = bases.length > 0 ? ` · schema ${bases.join(', ')}` : '';
  const worst: Verdict | undefined = VERDICTS_FOR_READERS.find((each) => (files[each] ?? 0) > 0);
  const tone = worst === 'voldoet' ? 'green' : worst === 'voldoet_niet' ? 'red' : 'yellow';
  const many = number(total, { nl: ['bestand', 'bestanden'], en: ['file', 'files'] }[taal]);
  return paint(tone, `${many}: ${said.join(', ')} · ${counts.join(', ')}${schema}`);
}

function number(count: number, [one, more]: readonly string[]): string {
  return `${count} ${count === 1 ? one : more}`;
}

const WORDS = {
  nl: { place: 'plaats', expected: 'verwacht', seen: 'gevonden', next: 'volgende', source: 'bron' },
  en: { place: 'place', expected: 'expected', seen: 'seen', next: 'next', source: 'source' },
} as const;
