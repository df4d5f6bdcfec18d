/**
 * A message as a listing for the page: rows with line numbers, marks beside the rows that findings speak of, and the
 * stretches in between folded away.
 */
import type { Tekst } from '../../model/finding.js';
import type { ReportRule } from '../../model/report.js';
import type { Evidence, ShownMessage } from '../evidence.js';
import type { Side } from '../manifest.js';
import { findMark, type Mark } from '../marks.js';
import type { Row } from '../message-rows.js';
import { type RowMark, rowHtml, thousands } from './html-row.js';

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
  /** Its rows. */
  readonly html: string;
}

/** A listing no longer than this is shown whole. */
const WHOLE = 26;
/** Rows that stay beside a mark, and at the beginning. */
const AROUND = 4;
/** Rows that stay at the beginning of a listing without marks. */
const HEAD = 14;

/** Of an expected value this much stands beside a mark. */
const MARK_CHARS = 120;

/** Lays out one side of an exchange; undefined when that message never was. */
export function listingOf(evidence: Evidence, id: string, side: Side, rules: readonly ReportRule[]): Listing | undefined {
  const shown = evidence.open(id, side);
  const exchange = evidence.exchanges.find((each) => each.id === id);
  if (shown === undefined || exchange === undefined) return undefined;
  return {
    isVraag: side === 'vraag',
    file: shown.message.bestand ?? `bewijs/${id}-${side}`,
    bytes: thousands(shown.message.grootte),
    head: side === 'vraag' ? `${exchange.methode} ${exchange.url}` : `HTTP ${exchange.status ?? ''}`,
    headers: shown.message.koppen,
    notes: shown.notes,
    chunks: chunksOf(shown.rows, marksOf(shown, rules)),
  };
}

function marksOf({ rows }: ShownMessage, rules: readonly ReportRule[]): ReadonlyMap<number, readonly RowMark[]> {
  const marks = new Map<number, RowMark[]>();
  for (const rule of rules) {
    const mark = findMark(rows, rule);
    if (mark === undefined) continue;
    marks.set(mark.row, [...(marks.get(mark.row) ?? []), { id: rule.id, verdict: rule.verdict, text: markText(rule, mark) }]);
  }
  return marks;
}

/** What belongs here, since the row shows what is here; without that, what the check is about. */
function markText({ pad, verwacht, melding }: ReportRule, { isMissing }: Mark): Tekst {
  const name = pad?.split('/').at(-1) ?? '';
  if (isMissing) return { nl: `hierin ontbreekt ${name}`, en: `${name} is missing in here` };
  if (verwacht === undefined || verwacht === '') return melding;
  const short = verwacht.length > MARK_CHARS ? `${verwacht.slice(0, MARK_CHARS)}…` : verwacht;
  return { nl: `verwacht: ${short}`, en: `expected: ${short}` };
}

/** Folds what is far from any mark; a stretch of a row or two is not worth folding. */
function chunksOf(rows: readonly Row[], marks: ReadonlyMap<number, readonly RowMark[]>): readonly Chunk[] {
  const marked = [...marks.keys()];
  const above = new Set(marked.flatMap((mark) => ancestorsOf(rows, mark)));
  const stays = (index: number) =>
    rows.length <= WHOLE ||
    (marked.length === 0 ? index < HEAD : above.has(index) || marked.some((mark) => Math.abs(mark - index) <= AROUND));
  const chunks: { isFolded: boolean; rows: string[] }[] = [];
  rows.forEach((row, index) => {
    const html = rowHtml(row, marks.get(index) ?? []);
    const isFolded = !stays(index);
    const last = chunks.at(-1);
    if (last?.isFolded === isFolded) last.rows.push(html);
    else chunks.push({ isFolded, rows: [html] });
  });
  return chunks.map(({ isFolded, rows: own }) => ({
    isFolded: isFolded && own.length > 2,
    count: own.length,
    html: own.join(''),
  }));
}

/** The rows in which the elements around a row begin. */
function ancestorsOf(rows: readonly Row[], row: number): readonly number[] {
  let path = rows[row]?.paths[0] ?? [];
  const found: number[] = [];
  for (let index = row - 1; index >= 0 && path.length > 1; index -= 1) {
    const parent = path.slice(0, -1).join('/');
    if (!rows[index]?.paths.some((each) => each.join('/') === parent)) continue;
    found.push(index);
    path = path.slice(0, -1);
  }
  return found;
}
