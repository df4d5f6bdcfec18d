/**
 * Our own errors: suite, configuration, network, bug. A supplier's wrong message is never an error but a Finding.
 */

import type { Tekst } from './finding.js';

/** Every code a HarnessError can carry; `ketentest explain CODE` tells more. */
export type ErrorCode =
  | 'USAGE'
  | 'CONFIG_INVALID'
  | 'CONSTANT_UNSET'
  | 'SUITE_INVALID'
  | 'SUITE_UNKNOWN'
  | 'PATTERN_UNMATCHED'
  | 'OPERATION_UNKNOWN'
  | 'TEMPLATE_INVALID'
  | 'VARIABLE_UNKNOWN'
  | 'VARIABLE_UNSET'
  | 'EXPECTATION_UNKNOWN'
  | 'PATH_INVALID'
  | 'PATH_UNKNOWN'
  | 'SHAPE_INVALID'
  | 'SCHEMA_INVALID'
  | 'SCHEMA_MISSING'
  | 'STANDARDS_INVALID'
  | 'MESSAGE_MALFORMED'
  | 'MESSAGE_TOO_LARGE'
  | 'TRANSPORT_FAILED'
  | 'LISTEN_FAILED'
  | 'OUTPUT_FAILED'
  | 'REPORT_INVALID'
  | 'RUN_BUSY'
  | 'PRIVACY_BLOCKED'
  | 'MODEL_INVALID'
  | 'PLAN_UNCONFIRMED'
  | 'HANDOVER_INVALID'
  | 'DOSSIER_INVALID'
  | 'CANCELLED'
  | 'INTERNAL';

/** Where in a file somebody has to look; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * An error that says what happened, where, and what to do next. What users meet is said in both languages; `message` and
 * `hint` are then the English ones.
 */
export class HarnessError extends Error {
  override readonly name = 'HarnessError';

  constructor(
    readonly code: ErrorCode,
    readonly text: string | Tekst,
    readonly options: { readonly place?: Place; readonly cause?: unknown; readonly hint?: string | Tekst } = {},
  ) {
    super(inLanguage(text, 'en'), options.cause === undefined ? undefined : { cause: options.cause });
  }

  get place(): Place | undefined {
    return this.options.place;
  }

  get hint(): string | undefined {
    return this.options.hint === undefined ? undefined : inLanguage(this.options.hint, 'en');
  }
}

/** What somebody reads: a text that was written in one language only is read as it is. */
export function inLanguage(text: string | Tekst, language: keyof Tekst): string {
  return typeof text === 'string' ? text : text[language];
}

/** `file:line:column`, as far as it is known. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}
