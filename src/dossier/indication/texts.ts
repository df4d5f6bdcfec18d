/** Writes texts down in two languages, beside each other. */
import type { Tekst } from '../../model/finding.js';

export function texts<Code extends string>(
  of: Readonly<Record<Code, readonly [nl: string, en: string]>>,
): Readonly<Record<Code, Tekst>> {
  const entries = Object.entries<readonly [nl: string, en: string]>(of);
  return Object.fromEntries(entries.map(([code, [nl, en]]) => [code, { nl, en }])) as unknown as Readonly<Record<Code, Tekst>>;
}
