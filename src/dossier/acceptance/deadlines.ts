/** What has to be done by which day, and what is late or will be. */
import type { Tekst } from '../../model/finding.js';
import { daysBetween, daysLater } from './days.js';
import { isOpen } from './requirements.js';
import type { Stand } from './state.js';

export interface Deadline {
  readonly soort: 'einde' | 'herstel' | 'voorwaarde' | 'vernietigen';
  readonly dag: string;
  /** From the day it is looked at; negative when it is over. */
  readonly dagen: number;
  readonly wat: Tekst;
  /** `te_laat`: the day is over. `na_fataal`: agreed for after the fatal date. */
  readonly alarm?: 'te_laat' | 'na_fataal';
  /** Id of the gebrek. */
  readonly over?: string;
}

/** How long a private part is kept after acceptance, when nobody agreed anything. */
export const PRIVATE_DAYS = 90;

/** In the order in which they come. */
export function deadlinesOf(stand: Stand, at: string): readonly Deadline[] {
  return [...endDate(stand, at), ...repairs(stand, at), ...conditions(stand, at), ...destructions(stand, at)].toSorted(
    (one, other) => (one.dag < other.dag ? -1 : Number(one.dag > other.dag)),
  );
}

/** Whether the end date has been reached in time by a decision. */
function endDate({ plan, besluiten }: Stand, at: string): readonly Deadline[] {
  const { einddatumImplementatie: dag, fataal } = plan;
  if (dag === undefined) return [];
  const last = besluiten.at(-1);
  const isDone = last?.uitkomst === 'geaccepteerd' && last.omvang === 'integraal' && last.datum <= dag;
  const wat: Tekst = fataal
    ? { nl: 'fatale einddatum van de implementatie', en: 'fatal end date of the implementation' }
    : { nl: 'einddatum van de implementatie', en: 'end date of the implementation' };
  return [{ soort: 'einde', dag, dagen: daysBetween(at, dag), wat, ...(at > dag && !isDone && { alarm: 'te_laat' }) }];
}

function repairs({ gebreken, plan }: Stand, at: string): readonly Deadline[] {
  const { einddatumImplementatie: end, fataal } = plan;
  return gebreken.flatMap(({ id, status, herstelAfgesproken: dag }): readonly Deadline[] => {
    if (dag === undefined || !isOpen(status)) return [];
    const isLate = at > dag && status !== 'hersteld_gemeld';
    const isAfter = fataal === true && end !== undefined && dag > end;
    const alarm = isLate ? 'te_laat' : isAfter ? 'na_fataal' : undefined;
    const wat = { nl: `herstel van ${id}`, en: `repair of ${id}` };
    return [{ soort: 'herstel', dag, dagen: daysBetween(at, dag), wat, over: id, ...(alarm && { alarm }) }];
  });
}

function conditions({ besluiten }: Stand, at: string): readonly Deadline[] {
  const last = besluiten.at(-1);
  if (last?.uitkomst !== 'voorwaardelijk_geaccepteerd') return [];
  return (last.voorwaarden ?? []).flatMap(({ tekst, uiterlijk: dag }): readonly Deadline[] => {
    if (dag === undefined) return [];
    const wat = { nl: `voorwaarde: ${tekst}`, en: `condition: ${tekst}` };
    return [{ soort: 'voorwaarde', dag, dagen: daysBetween(at, dag), wat, ...(at > dag && { alarm: 'te_laat' }) }];
  });
}

/** What was agreed to be destroyed; when nothing was, private parts some time after acceptance. */
function destructions({ privacy, besluiten, rapporten }: Stand, at: string): readonly Deadline[] {
  const done = new Set((privacy.vernietigd ?? []).map((each) => each.slice(11)));
  const last = besluiten.at(-1);
  const isAccepted = last?.uitkomst === 'geaccepteerd' || last?.uitkomst === 'geacht_geaccepteerd';
  const advised =
    privacy.vernietigen === undefined && isAccepted && rapporten.length > 0
      ? [`${daysLater(last.datum, PRIVATE_DAYS)} private delen van de rapporten (advies)`]
      : [];
  return [...(privacy.vernietigen ?? []), ...advised]
    .filter((each) => !done.has(each.slice(11)))
    .map((each): Deadline => {
      const dag = each.slice(0, 10);
      const wat = { nl: `vernietigen: ${each.slice(11)}`, en: `destroy: ${each.slice(11)}` };
      return { soort: 'vernietigen', dag, dagen: daysBetween(at, dag), wat, ...(at > dag && { alarm: 'te_laat' }) };
    });
}
