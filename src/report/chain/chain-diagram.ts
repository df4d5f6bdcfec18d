/**
 * Draws the messages of a chain as inline SVG, a life line for each actor and an arrow for each message on each hop: once as
 * they were planned and once as they were seen, with every message at the same height in both. Colours come from the page's
 * style sheet; lines, signs and words tell the same without colour.
 */
import type { Tekst } from '../../model/finding.js';
import { escapeHtml } from '../bilingual.js';
import { VERDICT_WORDS } from '../words.js';
import type { NotedRow } from './chain-notes.js';
import { head, inTwo, shortened, textIn } from './diagram-parts.js';

export interface DrawnActor {
  readonly id: string;
  readonly naam: Tekst;
  /** Whether it was a real system. */
  readonly isReal: boolean;
}

export interface ChainDrawing {
  /** In the order in which they stand. */
  readonly actors: readonly DrawnActor[];
  readonly rows: readonly NotedRow[];
  /** Unique in the page; the description hangs on it. */
  readonly id: string;
  readonly title: Tekst;
}

const [TOP, BAND, ARROW, NOTE] = [58, 21, 19, 17];
const MONO = 6.7;

/** @returns an `<svg>` element as text; every text in it is escaped */
export function drawPlanned(drawing: ChainDrawing): string {
  return draw(drawing, 'planned', (row, y, xOf) => (row.isPlanned ? arrowOf(row, y, xOf, 'plan') : ''));
}

/** What was seen, with what was not seen where it was due. */
export function drawSeen(drawing: ChainDrawing): string {
  return draw(drawing, 'seen', (row, y, xOf, width) => {
    const words = VERDICT_WORDS[row.verdict];
    const said = row.note ? `, ${row.note.tekst.nl} / ${row.note.tekst.en}` : '';
    const kind = `${row.seen ? row.side : 'missed'} ${row.verdict}${row.note ? ' noted' : ''}`;
    return [
      row.isFirst
        ? `<rect class="first" x="1" y="${y - ARROW + 4}" width="${width - 2}" height="${ARROW + NOTE - 1}" rx="3"/>`
        : '',
      `<a href="#${row.anchor}" class="${kind}"><title>${escapeHtml(`${row.from} → ${row.to}: ${row.berichttype}: ${words.nl} / ${words.en}${said}`)}</title>`,
      arrowOf(row, y, xOf, ''),
      tookOf(row, y, xOf),
      row.note ? noteText(row, y + NOTE - 4, width) : '',
      '</a>',
    ].join('');
  });
}

type DrawRow = (row: NotedRow, y: number, xOf: ReadonlyMap<string, number>, width: number) => string;

function draw({ actors, rows, id, title }: ChainDrawing, kind: 'planned' | 'seen', drawRow: DrawRow): string {
  const between = actors.length <= 3 ? 112 : actors.length === 4 ? 104 : 94;
  const edge = between / 2 - 2;
  const width = edge * 2 + between * Math.max(0, actors.length - 1);
  const xOf = new Map(actors.map((actor, index) => [actor.id, edge + index * between]));
  let y = TOP;
  let band = '';
  const drawn = rows.map((row) => {
    const name = `${row.nr === 0 ? '+' : row.nr} ${row.berichttype}`;
    const isNew = name !== band;
    band = name;
    const title = isNew ? bandText(name, y + 15, width) : '';
    y += (isNew ? BAND : 0) + ARROW;
    const one = title + drawRow(row, y - 5, xOf, width);
    y += row.note ? NOTE : 0;
    return one;
  });
  const lives = [...xOf.values()].map((x) => `M${x} 50V${y + 6}`).join('');
  const role = kind === 'seen' ? 'group' : 'img';
  return [
    `<svg class="seq chain ${kind}" viewBox="0 0 ${width} ${y + 8}" width="${width}" height="${y + 8}" role="${role}" aria-labelledby="${id}">`,
    `<title id="${id}">${escapeHtml(`${title.nl} / ${title.en}`)}</title>`,
    `<path class="life" d="${lives}"/>`,
    ...actors.map((actor) => actorBox(actor, xOf.get(actor.id) ?? 0, between / 2 - 4)),
    ...drawn,
    '</svg>',
  ].join('');
}

/** Who is real has a whole line around it, whom we play a broken one. */
function actorBox({ naam, isReal }: DrawnActor, x: number, half: number): string {
  const most = Math.floor((half * 2 - 4) / 6.6);
  return [
    `<rect class="who ${isReal ? 'real' : 'played'}" x="${x - half}" y="1" width="${half * 2}" height="48" rx="3"/>`,
    inTwo(naam, most, x),
    textIn(isReal ? REAL : PLAYED, `class="stand" x="${x}" y="43"`),
  ].join('');
}

function bandText(name: string, y: number, width: number): string {
  return `<rect class="band" x="0" y="${y - 13}" width="${width}" height="17"/><text class="name" x="4" y="${y}">${escapeHtml(shortened(name, Math.floor((width - 8) / MONO)))}</text>`;
}

function arrowOf(row: NotedRow, y: number, xOf: ReadonlyMap<string, number>, kind: string): string {
  const [start, end] = [xOf.get(row.from) ?? 0, xOf.get(row.to) ?? 0];
  const isRight = start < end;
  const [from, to] = isRight ? [start + 4, end - 4] : [start - 4, end + 4];
  const line = `<path class="line${kind === 'plan' ? ` ${row.side}` : ''}" d="M${from} ${y}H${to}"/>`;
  if (kind !== 'plan' && !row.seen)
    return `${line}<text class="gap" x="${(from + to) / 2}" y="${y + 5}">${row.verdict === 'voldoet_niet' ? '✕' : '–'}</text>`;
  return `${line}<path class="head" d="${head(to, y, isRight)}"/>`;
}

/** How long a hop took as a whole, at its answer. */
function tookOf({ seen, side, from, to }: NotedRow, y: number, xOf: ReadonlyMap<string, number>): string {
  const millis = side === 'antwoord' ? seen?.exchange.tijden?.replyInMillis : undefined;
  if (millis === undefined) return '';
  return `<text class="took" x="${((xOf.get(from) ?? 0) + (xOf.get(to) ?? 0)) / 2}" y="${y - 4}">${millis} ms</text>`;
}

function noteText({ note, isFirst }: NotedRow, y: number, width: number): string {
  if (!note) return '';
  const most = Math.floor((width - 12) / 6.5);
  const said = (text: string) => shortened(`${isFirst ? '① ' : ''}${note.sign} ${text}`, most);
  return textIn({ nl: said(note.tekst.nl), en: said(note.tekst.en) }, `class="note" x="6" y="${y}"`);
}

const REAL: Tekst = { nl: 'echt', en: 'real' };
const PLAYED: Tekst = { nl: 'gesimuleerd', en: 'simulated' };
