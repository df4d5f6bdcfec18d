/**
 * Tells an error of ours to a person: what happened, where, what to do next; a stack only with --debug.
 */
import { formatPlace, HarnessError } from '../model/harness-error.js';

/** @param debug - adds the stack and the causes */
export function errorText(error: unknown, debug: boolean): string {
  const told = error instanceof HarnessError ? harnessErrorText(error) : unexpectedText(error);
  return debug ? `${told}\n${stackOf(error)}` : told;
}

function harnessErrorText(error: HarnessError): string {
  const where = error.place ? formatPlace(error.place) : undefined;
  const isPlaced = where === undefined || error.message.includes(error.place?.file ?? where);
  return [`${error.code}: ${isPlaced ? '' : `${where}: `}${error.message}`, ...(error.hint ? [error.hint] : [])].join('\n');
}

function unexpectedText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `INTERNAL: ${message}\nThis is a fault of ketentest itself. Run again with --debug and report what it says.`;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
