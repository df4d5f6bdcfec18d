/**
 * Judged files as JUnit XML: a case for each file.
 */
import type { FileRule, JudgedFile } from '../../model/judged-file.js';
import { xmlText } from '../render/xml-text.js';
import { isNotable, nextStep, shownValue, sourceOf, wording } from '../step-names.js';
import { VERDICT_WORDS } from '../words.js';
import type { FilesTeller, TellerOptions } from './files-teller.js';

export function filesJunit(options: TellerOptions): FilesTeller {
  const cases: string[] = [];
  const counts = { failures: 0, errors: 0 };
  return {
    begin: () => undefined,
    each(file) {
      if (file.verdict === 'voldoet_niet') counts.failures += 1;
      else if (file.verdict !== 'voldoet') counts.errors += 1;
      cases.push(testCase(file, options));
      return undefined;
    },
    end() {
      const numbers = `tests="${cases.length}" failures="${counts.failures}" errors="${counts.errors}"`;
      return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="ketentest validate" ${numbers}>`,
        `  <testsuite name="ketentest validate" ${numbers} skipped="0">`,
        ...cases,
        '  </testsuite>',
        '</testsuites>',
      ].join('\n');
    },
  };
}

function testCase(file: JudgedFile, options: TellerOptions): string {
  const { taal } = options;
  const kind = [file.standaard, file.berichttype].filter((each) => each).join(' ');
  const open = `    <testcase classname="${xmlText(kind === '' ? '?' : kind)}" name="${xmlText(file.bestand)}"`;
  const rules = file.regels.filter(isNotable);
  if (file.verdict === 'voldoet') {
    if (rules.length === 0) return `${open}/>`;
    return `${open}><system-out>${xmlText(rules.map((rule) => describe(rule, options)).join('\n\n'))}</system-out></testcase>`;
  }
  const element = file.verdict === 'voldoet_niet' ? 'failure' : 'error';
  const first = rules.find((rule) => rule.verdict === file.verdict) ?? rules[0];
  const message = first ? `${first.id}: ${wording(first, taal)}` : VERDICT_WORDS[file.verdict][taal];
  const text = rules.map((rule) => describe(rule, options)).join('\n\n');
  return `${open}><${element} type="${xmlText(file.oorzaak ?? file.verdict)}" message="${xmlText(message)}">${xmlText(text)}</${element}></testcase>`;
}

function describe(rule: FileRule, { taal, bronnen }: TellerOptions): string {
  const words =
    taal === 'nl'
      ? ['plaats', 'verwacht', 'gevonden', 'volgende stap', 'bron']
      : ['place', 'expected', 'seen', 'next step', 'source'];
  const place = [
    rule.pad,
    rule.regelnummer === undefined ? undefined : `${rule.regelnummer}${rule.kolom === undefined ? '' : `:${rule.kolom}`}`,
  ];
  const values = [
    place.filter((part) => part !== undefined).join(' · ') || undefined,
    shownValue(rule.verwacht, taal),
    shownValue(rule.gevonden, taal),
    nextStep(rule, taal),
    sourceOf(rule, bronnen),
  ];
  const lines = words.flatMap((word, index) => (values[index] === undefined ? [] : [`${word}: ${values[index]}`]));
  return [`${rule.id} ${VERDICT_WORDS[rule.verdict][taal]}: ${rule.melding[taal]}`, ...lines].join('\n');
}
