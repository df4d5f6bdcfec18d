/**
 * Markup of which every value is escaped, unless it is markup itself: whatever a report says, it can only be text on a page.
 */
import { escapeHtml } from '../../report/bilingual.js';

const MARKUP: unique symbol = Symbol('markup');

/** Text that is safe to put on a page; only {@link html} and {@link trusted} make it. */
export interface Markup {
  readonly [MARKUP]: string;
}

/** What may stand between braces: of a list each one, of what is not there nothing. */
export type Filling = Markup | string | number | undefined | false | readonly Filling[];

/** A template whose values are escaped, for content and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: readonly Filling[]): Markup {
  return trusted(parts.map((part, index) => part + (index < values.length ? filled(values[index]) : '')).join(''));
}

/** @param text - markup that we made, and nobody else */
export function trusted(text: string): Markup {
  return { [MARKUP]: text };
}

export function textOf(markup: Markup): string {
  return markup[MARKUP];
}

function filled(value: Filling): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return MARKUP in value ? value[MARKUP] : value.map(filled).join('');
}
