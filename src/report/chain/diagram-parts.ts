/** What the diagrams of a page are drawn with: who stands there, the head of an arrow, a text that fits. */
import type { Tekst } from '../../model/finding.js';
import { escapeHtml } from '../bilingual.js';

/** A box with a name; `half` is half its width. */
export function box(x: number, half: number, text: string, most: number): string {
  return `<rect class="who" x="${x - half}" y="4" width="${half * 2}" height="28" rx="3"/><text class="who" x="${x}" y="22">${escapeHtml(shortened(text, most))}</text>`;
}

/** Path of the head of an arrow. */
export function head(x: number, y: number, pointsRight: boolean): string {
  const back = pointsRight ? -8 : 8;
  return `M${x} ${y}l${back} -4v8z`;
}

/** A text in both languages; the style sheet shows one of them. */
export function textIn({ nl, en }: Tekst, attributes: string): string {
  if (nl === en) return `<text ${attributes}>${escapeHtml(nl)}</text>`;
  return one('nl', nl, attributes) + one('en', en, attributes);
}

/** A name over at most two lines, in the middle of a box. */
export function inTwo({ nl, en }: Tekst, most: number, x: number): string {
  const lines = (text: string) => {
    const all = twoLines([...text], most);
    return all.map((line, index) => ({ line, at: `class="who" x="${x}" y="${all.length === 1 ? 22 : 15 + index * 13}"` }));
  };
  if (nl === en)
    return lines(nl)
      .map(({ line, at }) => `<text ${at}>${escapeHtml(line)}</text>`)
      .join('');
  const said = (lang: 'nl' | 'en', text: string) =>
    lines(text)
      .map(({ line, at }) => one(lang, line, at))
      .join('');
  return said('nl', nl) + said('en', en);
}

/** Cut at a space, or else within the word. */
function twoLines(signs: readonly string[], most: number): readonly string[] {
  const text = signs.join('');
  if (signs.length <= most) return [text];
  const before = text.lastIndexOf(' ', most);
  const at = before > 0 ? before : text.indexOf(' ');
  if (at > 0 && at <= most) return [text.slice(0, at), shortened(text.slice(at + 1), most)];
  return [`${signs.slice(0, most - 1).join('')}-`, shortened(signs.slice(most - 1).join(''), most)];
}

function one(lang: 'nl' | 'en', text: string, attributes: string): string {
  return `<text lang="${lang}" ${attributes.replace('class="', `class="${lang} `)}>${escapeHtml(text)}</text>`;
}

export function shortened(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}
