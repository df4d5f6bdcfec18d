/** One scenario of a chain on the page: planned and seen beside each other, drawn and as a table, with where the time went. */
import type { Tekst, Verdict } from '../../model/finding.js';
import type { Report, ReportScenario } from '../../model/report.js';
import type { Keten, Partij } from '../../model/report-chain.js';
import { type DrawnActor, drawPlanned, drawSeen } from '../chain/chain-diagram.js';
import { type NotedRow, notedRows } from '../chain/chain-notes.js';
import { exchangesIn } from '../chain/chain-passages.js';
import { trafficOf } from '../chain/chain-traffic.js';
import { type HopTime, timesOfMessages } from '../chain/hop-times.js';
import type { Evidence } from '../evidence.js';
import { anchorOf } from '../step-names.js';

export interface TrafficView {
  readonly titel: string;
  /** Each with as many rows as stay readable in one picture, also on paper. */
  readonly parts: readonly { readonly planned: string; readonly seen: string }[];
  /** Nothing at all passed. */
  readonly isUnseen: boolean;
  readonly rows: readonly TrafficLine[];
}

interface TrafficLine {
  readonly bericht: string;
  readonly anchor: string;
  readonly weg: string;
  readonly isPlanned: boolean;
  /** Since the first message of the scenario. */
  readonly gezien?: string;
  readonly transfer?: string;
  readonly process?: string;
  readonly wait?: string;
  readonly whole?: string;
  readonly verdict: Verdict;
  readonly note?: Tekst;
}

/** More arrows than these do not stand in one picture. */
const MOST = 44;

export function trafficView(report: Report, keten: Keten, evidence: Evidence, scenario: ReportScenario): TrafficView {
  const exchanges = exchangesIn(report.scenarios, scenario, evidence.exchanges);
  const rows = notedRows(report, scenario, trafficOf(keten, scenario, exchanges));
  const actors = drawnActors(keten.partijen);
  const anchor = `d${anchorOf(scenario.id).slice(1)}`;
  const parts = inParts(rows);
  return {
    titel: scenario.titel,
    isUnseen: exchanges.length === 0,
    parts: parts.map((own, index) => {
      const part = parts.length === 1 ? '' : ` (${index + 1}/${parts.length})`;
      const drawing = (kind: 'p' | 's', nl: string, en: string) => ({
        ...{ actors, rows: own, id: `${anchor}-${kind}${index}` },
        title: { nl: `${nl} verloop van ${scenario.titel}${part}`, en: `${en} sequence of ${scenario.titel}${part}` },
      });
      return {
        planned: drawPlanned(drawing('p', 'Gepland', 'Planned')),
        seen: exchanges.length === 0 ? '' : drawSeen(drawing('s', 'Gezien', 'Seen')),
      };
    }),
    rows: linesOf(rows, timesOfMessages(rows.flatMap(({ seen }) => seen ?? []))),
  };
}

/** Who asks stands left, who answers right. */
export function drawnActors(partijen: readonly Partij[]): readonly DrawnActor[] {
  const rank = { vrager: 0, tussenstation: 1, aanbieder: 2 };
  return partijen
    .toSorted((one, other) => rank[one.rol] - rank[other.rol])
    .map(({ id, naam, echt }) => ({ id, naam, isReal: echt }));
}

function linesOf(rows: readonly NotedRow[], times: ReadonlyMap<string, HopTime>): readonly TrafficLine[] {
  const began = Math.min(...rows.flatMap(({ seen }) => seen?.at ?? []));
  return rows.map(({ nr, berichttype, from, to, seen, side, isPlanned, verdict, note, anchor }) => {
    const time = side === 'antwoord' && seen ? times.get(seen.exchange.id) : undefined;
    const millis = (name: 'transfer' | 'process' | 'wait' | 'whole') =>
      time?.[name] === undefined ? {} : { [name]: String(time[name]) };
    return {
      ...{ bericht: `${nr === 0 ? '+' : nr} ${berichttype}`, anchor, weg: `${from} → ${to}`, isPlanned, verdict },
      ...(seen && { gezien: `+${seen.at - began} ms` }),
      ...{ ...millis('transfer'), ...millis('process'), ...millis('wait'), ...millis('whole') },
      ...(note && { note: { nl: `${note.sign} ${note.tekst.nl}`, en: `${note.sign} ${note.tekst.en}` } }),
    };
  });
}

/** Cut between two messages. */
function inParts(rows: readonly NotedRow[]): readonly (readonly NotedRow[])[] {
  const parts: NotedRow[][] = [[]];
  for (const [index, row] of rows.entries()) {
    const current = parts.at(-1);
    const isNew = rows[index - 1]?.nr !== row.nr;
    if (current && !(isNew && current.length >= MOST)) current.push(row);
    else parts.push([row]);
  }
  return parts;
}
