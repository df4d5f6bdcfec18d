/**
 * Messages of the product that no step waited for: each with the step that it is nearest to, and the first thing in which
 * it differs. They are no step's evidence and count for nothing, but nobody should have to look for them.
 */
import type { Exchange } from '../../model/exchange.js';
import type { Tekst } from '../../model/finding.js';
import type { Onverwacht } from '../../model/report.js';
import type { RunEvent } from '../../model/run-event.js';
import type { Stray } from '../../model/stray.js';

/** In the order in which they came. A run that was cut off may not have told of one; then it is there without a reason. */
export function unexpectedIn(events: readonly RunEvent[]): readonly Onverwacht[] {
  const told = new Map(events.flatMap((each) => (each.type === 'unmatched' ? [[each.exchange, each] as const] : [])));
  return events.flatMap((event) => {
    if (event.type !== 'exchanged' || !isStray(event.exchange, told)) return [];
    const { id, purpose, startedAt } = event.exchange;
    const { nearest, differs, among } = told.get(id) ?? {};
    return [
      {
        ...{ bewijs: id, ontvangenOp: startedAt },
        ...(purpose.service !== '' && { dienst: purpose.service }),
        ...asToldInReport({ nearest, differs, among }),
      },
    ];
  });
}

/** Why nobody waits for a message, as a report tells it. */
export function asToldInReport({
  nearest,
  differs,
  among,
}: Partial<ExplicitlyAbsent<Stray>>): Omit<Onverwacht, 'bewijs' | 'ontvangenOp'> {
  return {
    ...(nearest !== undefined && { lijktOp: nearest }),
    ...(differs && { verschil: { wat: differs.what, verwacht: differs.expected, gevonden: differs.found } }),
    ...(among && { pastBij: among }),
  };
}

type ExplicitlyAbsent<T> = { readonly [K in keyof T]: T[K] | undefined };

function isStray({ id, part, purpose }: Exchange, told: ReadonlyMap<string, unknown>): boolean {
  return told.has(id) || (part === 'listener' && purpose.scenario === '');
}

/** Why nobody waited for it, in one sentence. */
export function whyUnexpected({ lijktOp, verschil, pastBij }: Partial<Onverwacht>): Tekst {
  return {
    nl: reason({ near: lijktOp, differs: verschil, among: pastBij }, 'nl'),
    en: reason({ near: lijktOp, differs: verschil, among: pastBij }, 'en'),
  };
}

interface Why {
  readonly near: string | undefined;
  readonly differs: Onverwacht['verschil'];
  readonly among: readonly string[] | undefined;
}

function reason({ near, differs, among }: Why, taal: 'nl' | 'en'): string {
  const { instead, nothing, fits, awaited, nearest, what } = WORDS[taal];
  const differing = differs && `${what[differs.wat] ?? differs.wat} "${differs.gevonden}" ${instead} "${differs.verwacht}"`;
  const after = differing ? `: ${differing}` : '';
  if (among) return fits.replace('{paths}', among.join(', '));
  if (near === undefined) return differing ?? nothing;
  // What is no message at all is near to nothing; but this is what was waited for.
  return differs && NO_MESSAGE.has(differs.wat) ? `${differing}; ${awaited} ${near}` : `${nearest} ${near}${after}`;
}

const NO_MESSAGE: ReadonlySet<string> = new Set(['methode', 'Content-Type', 'inhoud']);

interface Words {
  readonly instead: string;
  readonly nothing: string;
  readonly fits: string;
  readonly awaited: string;
  readonly nearest: string;
  readonly what: Readonly<Record<string, string>>;
}

const WORDS: Readonly<Record<'nl' | 'en', Words>> = {
  nl: {
    instead: 'in plaats van',
    nothing: 'lijkt op geen enkele stap',
    fits: 'past even goed bij {paths}',
    awaited: 'gewacht werd op',
    nearest: 'lijkt het meest op',
    what: { methode: 'HTTP-methode' },
  },
  en: {
    instead: 'instead of',
    nothing: 'is near to no step',
    fits: 'fits {paths} equally well',
    awaited: 'what was waited for is',
    nearest: 'is nearest to',
    what: { methode: 'HTTP method', inhoud: 'body' },
  },
};
