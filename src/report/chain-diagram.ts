/**
 * Draws a scenario of a chain as inline SVG: a life line for each actor, an arrow for each message on each hop. Colours come
 * from the page's style sheet; shape and sign tell the same without colour.
 */
import { escapeHtml } from './bilingual.js';
import type { ChainArrow } from './chain-arrows.js';
import { box, head, shortened } from './diagram-parts.js';
import { VERDICT_SIGNS, VERDICT_WORDS } from './words.js';

export interface ChainDiagram {
  /** In the order in which they stand, with the name that is shown. */
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly arrows: readonly ChainArrow[];
  /** Unique in the page; the description hangs on it. */
  readonly id: string;
  readonly title: { readonly nl: string; readonly en: string };
}

const BETWEEN = 190;
const EDGE = 80;
const TOP = 46;
const STEP = 30;

/** @returns an `<svg>` element as text; every text in it is escaped */
export function drawChain({ actors, arrows, id, title }: ChainDiagram): string {
  const width = EDGE * 2 + BETWEEN * Math.max(0, actors.length - 1);
  const height = TOP + arrows.length * STEP + 14;
  const xOf = new Map(actors.map((actor, index) => [actor.id, EDGE + index * BETWEEN]));
  const lives = [...xOf.values()].map((x) => `M${x} 32V${height}`).join('');
  return [
    `<svg class="seq" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}">`,
    `<title id="${id}">${escapeHtml(`${title.nl} / ${title.en}`)}</title>`,
    `<path class="life" d="${lives}"/>`,
    ...actors.map((actor) => box(xOf.get(actor.id) ?? 0, 68, actor.name, 18)),
    ...arrows.map((arrow, index) => draw(arrow, xOf, TOP + (index + 1) * STEP - 8)),
    '</svg>',
  ].join('');
}

function draw(arrow: ChainArrow, xOf: ReadonlyMap<string, number>, y: number): string {
  const [start, end] = [xOf.get(arrow.from), xOf.get(arrow.to)];
  if (start === undefined || end === undefined) return '';
  const isRight = start < end;
  const [from, to] = isRight ? [start + 5, end - 5] : [start - 5, end + 5];
  const words = VERDICT_WORDS[arrow.verdict];
  const kind = { vraag: 'step', antwoord: 'read-back', gemist: 'absent' }[arrow.kind];
  const took = arrow.millis === undefined ? '' : ` · ${arrow.millis} ms`;
  const sign = arrow.verdict === 'voldoet' ? '' : ` ${VERDICT_SIGNS[arrow.verdict]}`;
  return [
    `<a href="#${arrow.anchor}" class="${kind} ${arrow.verdict}">`,
    `<title>${escapeHtml(`${arrow.from} → ${arrow.to}: ${arrow.label}: ${words.nl} / ${words.en}`)}</title>`,
    `<path class="line" d="M${from} ${y}H${to}"/>`,
    arrow.kind === 'gemist' ? '' : `<path class="head" d="${head(to, y, isRight)}"/>`,
    `<text x="${(start + end) / 2}" y="${y - 6}">${escapeHtml(shortened(arrow.label, 20))}${took}${sign}</text>`,
    '</a>',
  ].join('');
}
