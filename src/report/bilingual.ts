/**
 * A text in both languages as markup; the page's style sheet shows one of the two.
 */
import type { Tekst } from '../model/finding.js';

/** Each language marked as what it is; one text when they are the same. Escapes what it is given. */
export function both({ nl, en }: Tekst): string {
  if (nl === en) return escapeHtml(nl);
  return `<span class="nl" lang="nl">${escapeHtml(nl)}</span><span class="en" lang="en">${escapeHtml(en)}</span>`;
}

/** Escapes for content and for attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
