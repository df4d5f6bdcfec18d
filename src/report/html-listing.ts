/**
 * A message as a listing for the page: rows with line numbers, marks beside the rows that findings speak of, and the
 * stretches in between folded away.
 */
import type { Tekst, Verdict } from '../model/finding.js';
import type { ReportRule } from '../model/report.js';
import type { Evidence, ShownMessage } from './evidence.js';
import type { Side } from './manifest.js';
import { findMark } from './marks.js';
import type { Row } from './message-rows.js';
import { CUT_SIGN } from './shortener.js';
import { VERDICT_SIGNS } from './words.js';

export interface Listing {
  readonly isVraag: boolean;
  readonly file: string;
  readonly bytes: string;
  /** Request line or status. */
  readonly head: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly notes: readonly Tekst[];
  readonly chunks: readonly Chunk[];
}

export interface Chunk {
  readonly isFolded: boolean;
  readonly count: number;
  readonly rows: readonly ListingRow[];
}

export interface ListingRow {
  readonly line: string;
  readonly indent: string;
  readonly pieces: readonly Piece[];
  readonly marks: readonly RowMark[];
  /** The worst of its marks, for the colour. */
  readonly verdict?: Verdict;
}

/** A tag, content, or the number of characters that are missing. */
export interface Piece {
  readonly isTag: boolean;
  readonly isCut: boolean;
  readonly text: string;
}

export interface RowMark {
  readonly id: string;
  readonly sign: string;
  readonly verdict: Verdict;
  readonly isMissing: boolean;
  readonly melding: Tekst;
}

/** A listing no longer than this is shown whole. */
const WHOLE = 26;
/** Rows that stay beside a mark, and at the beginning. */
const AROUND = 4;
/** Rows that stay at the beginning of a listing without marks. */
const HEAD = 14;

/** Lays out one side of an exchange; undefined when that message never was. */
export function listingOf(evidence: Evidence, id: string, side: Side, rules: readonly ReportRule[]): Listing | undefined {
  const shown = evidence.open(id, side);
  const exchange = evidence.exchanges.find((each) => each.id === id);
  if (shown === undefined || exchange === undefined) return undefined;
  return {
    isVraag: side === 'vraag',
    file: shown.message.bestand,
    bytes: thousands(shown.message.grootte),
    head: side === 'vraag' ? `${exchange.methode} ${exchange.url}` : `HTTP ${exchange.status ?? ''}`,
    headers: shown.message.koppen,
    notes: shown.notes,
    chunks: chunksOf(rowsWithMarks(shown, rules)),
  };
}

function rowsWithMarks(shown: ShownMessage, rules: readonly ReportRule[]): readonly ListingRow[] {
  const marks = new Map<number, RowMark[]>();
  for (const rule of rules) {
    const mark = findMark(shown.rows, rule);
    if (mark === undefined) continue;
    const { id, verdict, melding } = rule;
    const found: RowMark = { id, verdict, melding, sign: VERDICT_SIGNS[verdict], isMissing: mark.isMissing };
    marks.set(mark.row, [...(marks.get(mark.row) ?? []), found]);
  }
  return shown.rows.map((row, index) => asListingRow(row, marks.get(index) ?? []));
}

function asListingRow(row: Row, marks: readonly RowMark[]): ListingRow {
  const worst = marks.find((each) => each.verdict === 'voldoet_niet') ?? marks[0];
  return {
    line: row.line === undefined ? '' : String(row.line),
    indent: '  '.repeat(Math.min(row.indent, 20)),
    pieces: row.text
      .split(PIECES)
      .filter((text) => text !== '')
      .map(asPiece),
    marks,
    ...(worst === undefined ? {} : { verdict: worst.verdict }),
  };
}

const PIECES = new RegExp(`(<[^>]*>|${CUT_SIGN}\\d+${CUT_SIGN})`);

function asPiece(text: string): Piece {
  const isCut = text.startsWith(CUT_SIGN);
  return { isTag: text.startsWith('<'), isCut, text: isCut ? thousands(Number(text.replaceAll(CUT_SIGN, ''))) : text };
}

/** Folds what is far from any mark; a stretch of a row or two is not worth folding. */
function chunksOf(rows: readonly ListingRow[]): readonly Chunk[] {
  const marked = rows.flatMap((row, index) => (row.marks.length > 0 ? [index] : []));
  const stays = (index: number) =>
    rows.length <= WHOLE ||
    (marked.length === 0 ? index < HEAD : index < 2 || marked.some((mark) => Math.abs(mark - index) <= AROUND));
  const chunks: { isFolded: boolean; rows: ListingRow[] }[] = [];
  rows.forEach((row, index) => {
    const isFolded = !stays(index);
    const last = chunks.at(-1);
    if (last?.isFolded === isFolded) last.rows.push(row);
    else chunks.push({ isFolded, rows: [row] });
  });
  return chunks.map(({ isFolded, rows: own }) => ({ isFolded: isFolded && own.length > 2, count: own.length, rows: own }));
}

/** `12.345`, as in Dutch. */
export function thousands(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.');
}
