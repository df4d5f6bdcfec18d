/**
 * `rapport.json`: the report as bytes and back. The only source of all renditions.
 */
import { HarnessError } from '../model/harness-error.js';
import type { Report } from '../model/report.js';
import { canonicalJson } from './canonical-json.js';
import { REPORT_SCHEMA } from './fold/fold.js';

/** Larger is no report of ours: one with a hundred thousand checks is smaller. */
export const MAX_REPORT_BYTES = 256 * 1024 * 1024;

/** Writes a report in RFC 8785 form. */
export function writeReport(report: Report): string {
  return canonicalJson(report);
}

/**
 * Reads a report that was written by `writeReport`.
 * @param file - its name, for the message
 * @throws {HarnessError} `REPORT_INVALID` when it is no report, or of a form that we do not know
 */
export function readReport(text: string, file = 'rapport.json'): Report {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new HarnessError('REPORT_INVALID', `${file} is not JSON`, { place: { file }, cause });
  }
  return reportIn(value, file);
}

/** The same of what was parsed already. @throws {HarnessError} `REPORT_INVALID` when it is no report, or of a form that we do not know */
export function reportIn(value: unknown, file = 'rapport.json'): Report {
  const found = typeof value === 'object' && value !== null && '$schema' in value ? value.$schema : undefined;
  if (found !== REPORT_SCHEMA) {
    throw new HarnessError('REPORT_INVALID', `${file} does not name the schema ${REPORT_SCHEMA}`, {
      place: { file },
      hint: 'Use the version of ketentest that wrote this report.',
    });
  }
  return value as Report;
}
