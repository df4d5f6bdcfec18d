/**
 * A message file and what was said of it: what `ketentest validate` tells. Dutch field names, as in the report.
 */
import type { Oorzaak, Verdict } from './finding.js';
import type { Report, ReportRule } from './report.js';

export interface JudgedFile {
  /** As given or found; `-` for standard input. */
  readonly bestand: string;
  /** Id of the standard it was judged by; null when it could not be recognised. */
  readonly standaard: string | null;
  /** Prefixed name of the message element. */
  readonly berichttype: string | null;
  /** Id of the service, where only one has this message. */
  readonly dienst?: string;
  readonly verdict: Verdict;
  readonly oorzaak?: Oorzaak;
  readonly schema: { readonly verdict: Verdict; readonly basis: Report['schemabasis'] | null };
  readonly regels: readonly FileRule[];
}

export interface FileRule extends ReportRule {
  /** From 1. */
  readonly kolom?: number;
  /** The line that it is about. */
  readonly fragment?: Fragment;
}

/** A line of a file, shortened where it is long, and what is to be marked in it. */
export interface Fragment {
  readonly tekst: string;
  /** Index of the first marked character; absent when only the line is known. */
  readonly vanaf?: number;
  /** Marked characters. */
  readonly lengte?: number;
}
