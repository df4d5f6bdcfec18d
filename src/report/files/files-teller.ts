/**
 * How judged message files are told: file by file as they come, so that a hundred thousand of them fit in memory.
 */
import type { Verdict } from '../../model/finding.js';
import type { JudgedFile } from '../../model/judged-file.js';
import type { Report } from '../../model/report.js';
import type { Taal } from '../words.js';

export interface FilesTeller {
  /** What to print before the first file; undefined for nothing. */
  begin(): string | undefined;
  each(file: JudgedFile): string | undefined;
  end(totals: Totals): string | undefined;
}

export interface TellerOptions {
  readonly taal: Taal;
  readonly harnas: Report['harnas'];
  /** Documents that rules refer to. */
  readonly bronnen: Report['bronnen'];
  readonly colour: boolean;
}

/** Files and findings, counted. */
export interface Totals {
  readonly files: Readonly<Partial<Record<Verdict, number>>>;
  readonly faults: number;
  readonly warnings: number;
  readonly remarks: number;
  /** Names of the schema bases that decided. */
  readonly bases: readonly string[];
}

/** Counts as files come by. */
export function openTotals(): { add(file: JudgedFile): void; totals(): Totals } {
  const files: Partial<Record<Verdict, number>> = {};
  const broken = { fout: 0, waarschuwing: 0, aandachtspunt: 0 };
  const bases = new Set<string>();
  return {
    add({ verdict, regels, schema }) {
      files[verdict] = (files[verdict] ?? 0) + 1;
      for (const rule of regels) if (rule.verdict === 'voldoet_niet') broken[rule.ernst] += 1;
      if (schema.basis) bases.add(schema.basis.naam);
    },
    totals: () => ({
      files,
      faults: broken.fout,
      warnings: broken.waarschuwing,
      remarks: broken.aandachtspunt,
      bases: [...bases].sort(),
    }),
  };
}
