/** A badge as one SVG file: no script, no font of elsewhere, nothing to fetch. The same facts give the same bytes. */
import type { Tekst } from '../../model/finding.js';
import { xmlText } from '../../report/render/xml-text.js';
import { BADGE_FACES, LABEL_COLOUR } from './badge-face.js';
import { type BadgeOf, badgeFacts } from './badge-facts.js';
import { widthOf } from './text-width.js';

const HEIGHT = 22;
const PAD = 8;
const SIGN = 10;

export function badgeSvg(of: BadgeOf, language: keyof Tekst): string {
  const { label, message, sentence, indicatie } = badgeFacts(of, language);
  const { colour, sign } = BADGE_FACES[indicatie];
  const [left, right] = [widthOf(label), widthOf(message)];
  const split = left + 2 * PAD;
  const width = split + PAD + SIGN + 6 + right + PAD;
  const text = (x: number, length: number, value: string) =>
    `<text x="${x}" y="15" textLength="${length}" lengthAdjust="spacingAndGlyphs">${xmlText(value)}</text>`;
  // Nothing in it has an id: several stand in one page.
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${xmlText(sentence)}" lang="${language}">`,
    `<title>${xmlText(sentence)}</title>`,
    `<path fill="${LABEL_COLOUR}" d="M4 0H${split}V${HEIGHT}H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z"/>`,
    `<path fill="${colour}" d="M${split} 0H${width - 4}a4 4 0 0 1 4 4V${HEIGHT - 4}a4 4 0 0 1-4 4H${split}z"/>`,
    `<path transform="translate(${split + PAD} 6)" d="${sign}" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" aria-hidden="true">`,
    text(PAD, left, label),
    text(split + PAD + SIGN + 6, right, message),
    '</g></svg>',
  ].join('');
}
