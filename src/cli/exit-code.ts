/**
 * The exit codes, in one place: 1 faults of the product; else 2 usage, configuration, suite or harness to blame;
 * else 3 could not be established; else 0.
 */
import type { ErrorCode } from '../model/harness-error.js';
import type { Report } from '../model/report.js';

export const EXIT = { ok: 0, productFault: 1, ours: 2, notEstablished: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a finished run tells a shell script. */
export function exitCodeOf(report: Pick<Report, 'resultaat' | 'scenarios'>): ExitCode {
  if (report.resultaat.totaal === 'met_fouten') return EXIT.productFault;
  const causes = report.scenarios.flatMap(({ stappen }) => stappen.map((step) => step.oorzaak));
  if (causes.includes('configuratie') || causes.includes('harnas')) return EXIT.ours;
  return report.resultaat.totaal === 'foutloos' ? EXIT.ok : EXIT.notEstablished;
}

/** The worst of several runs, as a script wants to know it: a product's fault first. */
export function worstExit(codes: readonly ExitCode[]): ExitCode {
  return [EXIT.productFault, EXIT.ours, EXIT.notEstablished].find((code) => codes.includes(code)) ?? EXIT.ok;
}

/** What one of our own errors tells a shell script. */
export function exitCodeOfError(code: ErrorCode): ExitCode {
  return code === 'TRANSPORT_FAILED' || code === 'CANCELLED' ? EXIT.notEstablished : EXIT.ours;
}
