/**
 * Messages of the product that no step waited for: each with the step that it is nearest to, and the first thing in which
 * it differs. They are no step's evidence and count for nothing, but nobody should have to look for them.
 */
import type { Exchange } from '../model/exchange.js';
import type { Tekst } from '../model/finding.js';
import type { Onverwacht } from '../model/report.js';
import type { RunEvent } from '../model/run-event.js';

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
        ...(nearest !== undefined && { lijktOp: nearest }),
        ...(differs && { verschil: { wat: differs.what, verwacht: differs.expected, gevonden: differs.found } }),
        ...(among && { pastBij: among }),
      },
    ];
  });
}

function isStray({ id, part, purpose }: Exchange, told: ReadonlyMap<string, unknown>): boolean {
  return told.has(id) || (part === 'listener' && purpose.scenario === '');
}

/** Why nobody waited for it, in one sentence. */
export function whyUnexpected({ lijktOp, verschil, pastBij }: Onverwacht): Tekst {
  const differs = (instead: string) =>
    verschil ? `: ${verschil.wat} "${verschil.gevonden}" ${instead} "${verschil.verwacht}"` : '';
  if (pastBij) {
    const paths = pastBij.join(', ');
    return { nl: `past even goed bij ${paths}`, en: `fits ${paths} equally well` };
  }
  if (lijktOp === undefined) return { nl: 'lijkt op geen enkele stap', en: 'is near to no step' };
  return {
    nl: `lijkt het meest op ${lijktOp}${differs('in plaats van')}`,
    en: `is nearest to ${lijktOp}${differs('instead of')}`,
  };
}
