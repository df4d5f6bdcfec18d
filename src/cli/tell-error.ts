/**
 * Tells an error of ours to a person: what happened, where, what to do next; a stack only with --debug.
 */
import { formatPlace, HarnessError, inLanguage } from '../model/harness-error.js';
import { type Language, say } from './settings/language.js';

/** @param debug - adds the stack and the causes */
export function errorText(error: unknown, debug: boolean, language: Language): string {
  const told = error instanceof HarnessError ? harnessErrorText(error, language) : unexpectedText(error, language);
  return debug ? `${told}\n${stackOf(error)}` : told;
}

/** What went wrong beside the work, while it goes on: no code and no stack, but the next step. */
export function failureText(error: unknown, language: Language): string {
  if (!(error instanceof HarnessError)) return error instanceof Error ? error.message : String(error);
  const { hint } = error.options;
  return [`? ${inLanguage(error.text, language)}`, ...(hint ? [`  ${inLanguage(hint, language)}`] : [])].join('\n');
}

function harnessErrorText(error: HarnessError, language: Language): string {
  const text = inLanguage(error.text, language);
  const { hint } = error.options;
  const where = error.place ? formatPlace(error.place) : undefined;
  const isPlaced = where === undefined || text.includes(error.place?.file ?? where);
  return [`${error.code}: ${isPlaced ? '' : `${where}: `}${text}`, ...(hint ? [inLanguage(hint, language)] : [])].join('\n');
}

function unexpectedText(error: unknown, language: Language): string {
  const message = error instanceof Error ? error.message : String(error);
  return `INTERNAL: ${message}\n${say(TEXTS.ours, language)}`;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

const TEXTS = {
  ours: {
    nl: 'Dit is een fout van ketentest zelf. Draai het nog eens met --debug en meld wat er staat.',
    en: 'This is a fault of ketentest itself. Run again with --debug and report what it says.',
  },
} as const;
