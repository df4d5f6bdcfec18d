/** Pieces of the page: text in both languages, facts, tables that become cards on a phone. Everything is escaped here. */
import type { Tekst } from '../../../model/finding.js';
import { both, escapeHtml } from '../../../report/bilingual.js';
import { dutchDate } from '../days.js';
import { cite, type GibitPlaats } from '../gibit.js';
import type { GibitEditie } from '../words.js';

/** Markup that is safe already: only functions of this room make it. */
export interface Html {
  readonly markup: string;
  toString(): string;
}

/** A value in a page: text is escaped, absent is a dash. */
export type Cell = Tekst | Html | string | number | boolean | undefined;

export function raw(markup: string): Html {
  return { markup, toString: () => markup };
}

export function shown(cell: Cell): Html {
  if (cell === undefined || cell === '') return raw('<span class="none">–</span>');
  if (typeof cell === 'boolean') return raw(both(cell ? YES : NO));
  if (typeof cell === 'object') return 'markup' in cell ? cell : raw(both(cell));
  return raw(escapeHtml(String(cell)));
}

export interface Column<T> {
  readonly head: Tekst;
  readonly cell: (row: T) => Html;
  readonly isNumber?: boolean;
}

/** The first column names the row. */
export function table<T>(caption: Tekst, columns: readonly Column<T>[], rows: readonly T[]): Html {
  if (rows.length === 0) return raw('');
  const heads = columns
    .map(({ head, isNumber }) => `<th scope="col"${isNumber ? ' class="num"' : ''}>${both(head)}</th>`)
    .join('');
  const body = rows.map((row) => {
    const cells = columns.map(({ head, cell, isNumber }, at) => {
      const label = `<span class="th">${both(head)}</span>`;
      const name = isNumber ? ' class="num"' : '';
      return at === 0
        ? `<th scope="row"${name}>${cell(row)}</th>`
        : `<td${name}>${label}<span class="v">${cell(row)}</span></td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return raw(
    `<table class="rows"><caption class="visually-hidden">${both(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`,
  );
}

export function facts(rows: readonly (readonly [label: Tekst, value: Html])[]): Html {
  if (rows.length === 0) return raw('');
  return raw(
    `<dl class="facts">${rows.map(([label, value]) => `<div><dt>${both(label)}</dt><dd>${value}</dd></div>`).join('')}</dl>`,
  );
}

export function section(id: string, title: Tekst, content: readonly Html[], place?: Html): Html {
  return raw(
    `<section id="${id}"><h2>${both(title)}${place ? ` <small>${place}</small>` : ''}</h2>${content.join('')}</section>`,
  );
}

/** A word with a sign beside the colour. */
export function chip(tone: Tone, text: Cell): Html {
  return raw(`<span class="chip ${tone}"><b aria-hidden="true">${SIGNS[tone]}</b> ${shown(text)}</span>`);
}

export type Tone = 'good' | 'bad' | 'warn' | 'plain';

const SIGNS: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', warn: '!', plain: '–' };

export function date(day: string | undefined): Html {
  return day === undefined ? shown(undefined) : raw(`<time datetime="${escapeHtml(day)}">${escapeHtml(dutchDate(day))}</time>`);
}

export function article(place: GibitPlaats, edition: GibitEditie | undefined): Html {
  return raw(`<span class="cite">${escapeHtml(cite(place, edition))}</span>`);
}

export function code(text: string): Html {
  return raw(`<code>${escapeHtml(text)}</code>`);
}

export function list(items: readonly Html[], name = ''): Html {
  return items.length === 0
    ? raw('')
    : raw(`<ul${name === '' ? '' : ` class="${name}"`}>${items.map((each) => `<li>${each}</li>`).join('')}</ul>`);
}

export function paragraph(text: Cell, name = ''): Html {
  return raw(`<p${name === '' ? '' : ` class="${name}"`}>${shown(text)}</p>`);
}

export function joined(parts: readonly Html[], between = ' '): Html {
  return raw(parts.join(between));
}

const YES: Tekst = { nl: 'ja', en: 'yes' };
const NO: Tekst = { nl: 'nee', en: 'no' };
