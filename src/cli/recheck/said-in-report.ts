/** What a report holds that no message tells: what persons answered, and what messages were nearest to. */
import type { HumanAnswer } from '../../model/human-check.js';
import type { Report } from '../../model/report.js';
import type { RunEvent } from '../../model/run-event.js';
import type { Stray } from '../../model/stray.js';

/** By `<scenario>/<nr>`. */
export function answersIn({ scenarios }: Report): ReadonlyMap<string, HumanAnswer> {
  return new Map(
    confirmationsIn(scenarios).flatMap(([path, { stand, door, hoe, notitie }]) =>
      (stand === 'ja' || stand === 'nee') && hoe
        ? [[path, { answer: stand, how: hoe, by: door ?? '', ...(notitie !== undefined && { note: notitie }) }]]
        : [],
    ),
  );
}

/** By the id of the exchange. */
export function straysIn({ onverwacht = [] }: Report): ReadonlyMap<string, Stray> {
  return new Map(
    onverwacht.map(({ bewijs, lijktOp, verschil, pastBij }) => [
      bewijs,
      {
        ...(lijktOp !== undefined && { nearest: lijktOp }),
        ...(verschil && { differs: { what: verschil.wat, expected: verschil.verwacht, found: verschil.gevonden } }),
        ...(pastBij && { among: pastBij }),
      },
    ]),
  );
}

/** Events told at the moments that the report names: when is no verdict, and nobody can compute it again. */
export function atTheirTimes(events: readonly RunEvent[], { uitvoering, scenarios }: Report): readonly RunEvent[] {
  const asked = new Map(confirmationsIn(scenarios));
  return events.map((event) => {
    if (event.type === 'run-started') return { ...event, at: uitvoering.gestartOp };
    if (event.type === 'run-finished') return { ...event, at: uitvoering.beeindigdOp };
    if (event.type !== 'asked' && event.type !== 'answered') return event;
    const known = asked.get(`${event.scenario}/${event.step}`);
    return { ...event, at: (event.type === 'asked' ? known?.gevraagdOp : known?.beantwoordOp) ?? event.at };
  });
}

function confirmationsIn(scenarios: Report['scenarios']) {
  return scenarios.flatMap(({ id, stappen }) =>
    stappen.flatMap(({ nr, handmatigeBevestiging }) =>
      handmatigeBevestiging ? [[`${id}/${nr}`, handmatigeBevestiging] as const] : [],
    ),
  );
}
