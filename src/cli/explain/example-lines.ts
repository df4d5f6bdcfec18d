/** What an example shows: some lines of a file, with the place that matters marked. */
export interface Example {
  /** Path below the package. */
  readonly file: string;
  readonly lines: readonly ExampleLine[];
}

export interface ExampleLine {
  readonly number: number;
  readonly text: string;
  readonly isMarked: boolean;
}

export interface Examples {
  readonly bad?: Example;
  readonly good?: Example;
}

/** Lines before and after the marked one. */
const AROUND = 2;

/** Where the place is not known, so many lines of the beginning are shown. */
const BEGINNING = 12;

/** @param marked - line from 1; without it the beginning is shown */
export function linesOf(bytes: Uint8Array, marked: number | undefined): readonly ExampleLine[] {
  const all = new TextDecoder().decode(bytes).trimEnd().split(/\r?\n/);
  const [from, to] = marked === undefined ? [0, BEGINNING] : [Math.max(0, marked - 1 - AROUND), marked + AROUND];
  return all.slice(from, to).map((text, index) => ({ number: from + index + 1, text, isMarked: from + index + 1 === marked }));
}
