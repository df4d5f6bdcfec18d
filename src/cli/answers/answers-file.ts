/** Reads what `--answers` names: answers of persons that were given beforehand, as YAML or JSON. */
import type { Tekst } from '../../model/finding.js';
import { formatPlace, HarnessError, type Place } from '../../model/harness-error.js';
import { HUMAN_ANSWERS, type HumanAnswer } from '../../model/human-check.js';
import { readAnyYaml } from '../../suite/yaml-reader.js';
import { readGivenFile } from '../settings/given-file.js';

/** An answer with the name of its step, as it stands there. */
export interface GivenAnswer {
  /** `<scenario>/<nr>`, with the suite before it or not. */
  readonly name: string;
  readonly place: Place;
  readonly answer: HumanAnswer;
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** @throws {HarnessError} `CONFIG_INVALID` with file:line:column for what cannot be read or is no answer */
export function readAnswersFile(cwd: string, file: string): readonly GivenAnswer[] {
  const { value, place } = readAnyYaml(readGivenFile(cwd, file, HINT), file, 'CONFIG_INVALID');
  const whole = namesOf(value, place([]), { nl: 'by en answers', en: 'by and answers' });
  for (const name of Object.keys(whole)) {
    if (name !== 'by' && name !== 'answers') throw invalid(place([name]), unknown(name, 'by, answers'));
  }
  const answers = namesOf(whole.answers, place(['answers']), {
    nl: 'answers met stappen en antwoorden',
    en: 'answers with steps and answers',
  });
  return Object.entries(answers).map(([name, each]) => ({
    name,
    place: place(['answers', name]),
    answer: answerOf(name, each, whole.by, place),
  }));
}

function answerOf(step: string, value: unknown, everybody: unknown, place: PlaceOf): HumanAnswer {
  const at = place(['answers', step]);
  const given: Readonly<Record<string, unknown>> = typeof value === 'string' ? { answer: value } : namesOf(value, at, WORDS);
  for (const name of Object.keys(given)) {
    if (!['answer', 'note', 'by'].includes(name))
      throw invalid(place(['answers', step, name]), unknown(name, 'answer, note, by'));
  }
  const answer = HUMAN_ANSWERS.find((word) => word === given.answer);
  if (answer === undefined) throw invalid(at, expected(WORDS, given.answer));
  const by = textIn(given.by ?? everybody, at, { nl: 'by: wie dit antwoord geeft', en: 'by: who gives this answer' });
  if (given.note === undefined) return { answer, how: 'bestand', by };
  return { answer, how: 'bestand', by, note: textIn(given.note, at, { nl: 'note: een tekst', en: 'note: a text' }) };
}

function textIn(value: unknown, at: Place, what: Tekst): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw invalid(at, expected(what, value));
}

function namesOf(value: unknown, at: Place, what: Tekst): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw invalid(at, expected(what, value));
}

function expected(what: Tekst, value: unknown): Tekst {
  const seen = value === undefined ? { nl: 'niets', en: 'nothing' } : { nl: JSON.stringify(value), en: JSON.stringify(value) };
  return { nl: `verwacht: ${what.nl}; er staat ${seen.nl}`, en: `expected ${what.en}; found ${seen.en}` };
}

function unknown(name: string, known: string): Tekst {
  return { nl: `onbekende naam "${name}"; bekend zijn ${known}`, en: `unknown name "${name}"; known are ${known}` };
}

function invalid(at: Place, what: Tekst): HarnessError {
  const where = formatPlace(at);
  return new HarnessError('CONFIG_INVALID', { nl: `${where}: ${what.nl}`, en: `${where}: ${what.en}` }, { place: at });
}

const WORDS = { nl: 'ja of nee', en: 'ja or nee' };

const HINT: Tekst = {
  nl: 'Noem bij --answers een bestand met antwoorden; docs/consumers.md toont er een.',
  en: 'Name a file with answers with --answers; docs/consumers.md shows one.',
};
