/** What the diagrams of a page are drawn with: who stands there, the head of an arrow, a text that fits. */
import { escapeHtml } from './bilingual.js';

/** A box with a name; `half` is half its width. */
export function box(x: number, half: number, text: string, most: number): string {
  return `<rect class="who" x="${x - half}" y="4" width="${half * 2}" height="28" rx="3"/><text class="who" x="${x}" y="22">${escapeHtml(shortened(text, most))}</text>`;
}

/** Path of the head of an arrow. */
export function head(x: number, y: number, pointsRight: boolean): string {
  const back = pointsRight ? -8 : 8;
  return `M${x} ${y}l${back} -4v8z`;
}

export function shortened(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}
