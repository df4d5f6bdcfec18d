/**
 * One row of a message as markup. Written out here and not in a template, since a report has thousands of them.
 */
import type { Tekst, Verdict } from '../../model/finding.js';
import { both, escapeHtml } from '../bilingual.js';
import type { Row } from '../message-rows.js';
import { CUT_SIGN } from '../shortener.js';
import { VERDICT_SIGNS } from '../words.js';
import { HTML_TEXTS } from './html-texts.js';

/** What a finding says of a row. */
export interface RowMark {
  readonly id: string;
  readonly verdict: Verdict;
  readonly text: Tekst;
}

/** Deeper than this, more indent only takes room. */
const DEEPEST = 20;

const PIECES = new RegExp(`(<[^>]*>|${CUT_SIGN}\\d+${CUT_SIGN})`);

/** Line number, text with its tags set apart, and what was found there. */
export function rowHtml(row: Row, marks: readonly RowMark[]): string {
  const worst = marks.find((each) => each.verdict === 'voldoet_niet') ?? marks[0];
  const look = worst === undefined ? 'r' : `r m ${worst.verdict}`;
  const text = row.text.split(PIECES).map(pieceHtml).join('');
  return `<div class="${look}"><b>${row.line ?? ''}</b><code>${'  '.repeat(Math.min(row.indent, DEEPEST))}${text}</code>${marks.map(markHtml).join('')}</div>`;
}

function pieceHtml(piece: string): string {
  if (piece.startsWith('<')) return `<i>${escapeHtml(piece)}</i>`;
  if (!piece.startsWith(CUT_SIGN)) return escapeHtml(piece);
  return `<em class="cut">… ${thousands(Number(piece.replaceAll(CUT_SIGN, '')))} ${both(HTML_TEXTS.leftOut)}</em>`;
}

function markHtml({ id, verdict, text }: RowMark): string {
  return `<span class="mark">${VERDICT_SIGNS[verdict]} ${both(text)} <code>${escapeHtml(id)}</code></span>`;
}

/** `12.345`, as in Dutch. */
export function thousands(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.');
}
