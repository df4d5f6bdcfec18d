/**
 * Where a store writes what it took over, so that it need not hold everything in memory, and so that it survives where
 * somebody keeps the ledger.
 */

export interface Ledger {
  /**
   * Writes a line, which holds no line end.
   * @returns the place of its first byte
   * @throws {HarnessError} `OUTPUT_FAILED`; then nothing of the line counts
   */
  append(line: string): number;
  /** Bytes that were written. */
  read(at: number, bytes: number): string;
  /** Every line that is there, in order. */
  lines(): Iterable<LedgerLine>;
}

export interface LedgerLine {
  readonly text: string;
  /** The place of its first byte. */
  readonly at: number;
  readonly bytes: number;
}

/** Where something stands in a ledger. */
export interface Place {
  readonly at: number;
  readonly bytes: number;
}
