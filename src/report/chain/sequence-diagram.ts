/**
 * Draws a scenario as inline SVG: harness on the left, product on the right, one arrow a message.
 * Colours come from the page's style sheet; shape and sign tell the same without colour.
 */
import { escapeHtml } from '../bilingual.js';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../words.js';
import { box, head, shortened } from './diagram-parts.js';
import type { Arrow } from './sequence-arrows.js';

export interface Diagram {
  /** Name of the harness's and of the product's life line. */
  readonly left: string;
  readonly right: string;
  readonly arrows: readonly Arrow[];
  /** Unique in the page; the description hangs on it. */
  readonly id: string;
  readonly title: { readonly nl: string; readonly en: string };
}

const WIDTH = 460;
const LEFT = 66;
const RIGHT = 394;
const TOP = 46;
const STEP = 36;

/** @returns an `<svg>` element as text; every text in it is escaped */
export function drawSequence({ left, right, arrows, id, title }: Diagram): string {
  const height = TOP + arrows.length * STEP + 14;
  return [
    `<svg class="seq" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-labelledby="${id}">`,
    `<title id="${id}">${escapeHtml(`${title.nl} / ${title.en}`)}</title>`,
    `<path class="life" d="M${LEFT} 32V${height}M${RIGHT} 32V${height}"/>`,
    box(LEFT, 62, left, 16),
    box(RIGHT, 62, right, 16),
    ...arrows.map((arrow, index) => drawArrow(arrow, TOP + (index + 1) * STEP - 8)),
    '</svg>',
  ].join('');
}

function drawArrow(arrow: Arrow, y: number): string {
  const [from, to] = arrow.direction === 'van_product' ? [RIGHT - 5, LEFT + 5] : [LEFT + 5, RIGHT - 5];
  const heads = [head(to, y, from < to), ...(arrow.direction === 'beide' ? [head(from, y, false)] : [])];
  const times = arrow.times > 1 ? ` ×${arrow.times}` : '';
  const words = VERDICT_WORDS[arrow.verdict];
  return [
    `<a href="#${arrow.anchor}" class="${arrow.kind} ${arrow.verdict}">`,
    `<title>${escapeHtml(`${arrow.label}: ${words.nl} / ${words.en}`)}</title>`,
    `<path class="line" d="M${from} ${y}H${to}"/>`,
    arrow.kind === 'absent' ? '' : `<path class="head" d="${heads.join('')}"/>`,
    `<text x="${(LEFT + RIGHT) / 2}" y="${y - 7}">${escapeHtml(shortened(arrow.label, 44))}${times}</text>`,
    `<text class="sign" x="${RIGHT + 24}" y="${y + 5}">${VERDICT_SIGNS[arrow.verdict]}</text>`,
    '</a>',
  ].join('');
}
