/**
 * Lays a recorded message out in rows for reading, each with its line in the recorded bytes and the elements that begin
 * there, so that a finding's place can be marked. A message on one endless line is broken up; one that is laid out
 * already stays as it is; one that is no XML is shown as it came.
 */

import { type Token, tokensOf } from './privacy/xml-tokens.js';
import type { ShownText } from './shown-text.js';

export interface Row {
  /** Line in the recorded message, from 1; absent when the row above is on the same line. */
  readonly line?: number;
  /** Levels of indent that we added. */
  readonly indent: number;
  /** With `CUT_SIGN`, the number of characters left out, and `CUT_SIGN` again where something is missing. */
  readonly text: string;
  /** Local names from the root, one list for each element that begins in this row. */
  readonly paths: readonly (readonly string[])[];
}

export interface Layout {
  readonly rows: readonly Row[];
  /** Line ends and indents are ours. */
  readonly isBrokenUp: boolean;
}

/** More tags than this on one line, and nobody reads it. */
const TAGS_ON_A_LINE = 6;

/** Lays out a message. */
export function rowsOf(shown: ShownText): Layout {
  const tokens = tokensOf(shown);
  const isDense = shown.text.split('\n').some((line) => line.split('<').length - 1 > TAGS_ON_A_LINE);
  if (tokens === undefined || !isDense) return { rows: asRecorded(shown, tokens ?? []), isBrokenUp: false };
  return { rows: brokenUp(tokens), isBrokenUp: true };
}

interface Draft {
  line: number;
  indent: number;
  text: string;
  paths: (readonly string[])[];
}

function asRecorded(shown: ShownText, tokens: readonly Token[]): readonly Row[] {
  const opens = tokens.filter((each) => each.kind === 'open');
  const rows: Draft[] = [];
  let [line, offset, nextOpen, nextCut] = [1, 0, 0, 0];
  for (const text of shown.text.trimEnd().split('\n')) {
    const end = offset + text.length;
    const row: Draft = { line, indent: 0, text: text.replace(/\r$/, ''), paths: [] };
    line += 1;
    for (let cut = shown.cuts[nextCut]; cut !== undefined && cut.at <= end; cut = shown.cuts[++nextCut]) {
      line += cut.lines;
    }
    for (let token = opens[nextOpen]; token !== undefined && token.at <= end; token = opens[++nextOpen])
      row.paths.push(token.path);
    rows.push(row);
    offset = end + 1;
  }
  return finished(rows);
}

/** One row an element; an element that holds only text stays on one row. */
function brokenUp(tokens: readonly Token[]): readonly Row[] {
  const rows: Draft[] = [];
  let previous: Token | undefined;
  for (const token of tokens) {
    const row = rows.at(-1);
    const isAfter = token.kind === 'text' ? previous?.kind === 'open' : token.kind === 'close' && row?.paths.length === 1;
    if (row !== undefined && isAfter && row.indent === token.path.length - 1 && previous?.isEmpty === false) {
      row.text += token.text;
    } else {
      const isTag = token.kind === 'open' || token.kind === 'close';
      rows.push({
        line: token.line,
        indent: token.path.length - (isTag ? 1 : 0),
        text: token.text,
        paths: token.kind === 'open' ? [token.path] : [],
      });
    }
    previous = token;
  }
  return finished(rows);
}

function finished(rows: readonly Draft[]): readonly Row[] {
  return rows.map((row, index) => ({
    ...(rows[index - 1]?.line === row.line ? {} : { line: row.line }),
    indent: row.indent,
    text: row.text,
    paths: row.paths,
  }));
}
