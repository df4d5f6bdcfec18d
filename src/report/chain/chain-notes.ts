/** What is said beside each message in the diagram of a chain: how it was judged there, and in what it is other than planned. */
import type { Tekst, Verdict } from '../../model/finding.js';
import type { Report, ReportRule, ReportScenario } from '../../model/report.js';
import type { EersteAfwijking } from '../../model/report-chain.js';
import { anchorOf, isNotable } from '../step-names.js';
import { VERDICT_SIGNS } from '../words.js';
import type { TrafficRow } from './chain-traffic.js';
import { disturbedText } from './disturbed.js';

export interface NotedRow extends TrafficRow {
  /** Of this message on this hop, whatever happened to it elsewhere. */
  readonly verdict: Verdict;
  /** Fragment of the step. */
  readonly anchor: string;
  /** Where it went wrong first. */
  readonly isFirst: boolean;
  /** Absent when all is as planned. */
  readonly note?: Note;
}

export interface Note {
  readonly sign: string;
  readonly tekst: Tekst;
}

/** The check that lays a message beside itself on the hop before. */
const CHANGED = 'KETEN-DOORGEGEVEN';

/** The check that tells what we did wrong ourselves, in the step whose message it was and in that of its answer. */
const DISTURBED = 'KETEN-VERSTORING';

export function notedRows({ keten }: Report, scenario: ReportScenario, rows: readonly TrafficRow[]): readonly NotedRow[] {
  const rules = scenario.stappen.flatMap(({ nr, regels }) => regels.map((rule) => ({ ...rule, nr })));
  return rows.map((row) => {
    const own = rules.filter((rule) =>
      row.seen ? rule.bericht === messageOf(row) : rule.nr === row.nr && rule.bericht === undefined && rule.hop === row.hop.id,
    );
    const verdict = row.seen ? verdictOf(own) : own.some(isFault) ? 'voldoet_niet' : 'niet_uitgevoerd';
    const note = disturbedNote(row, own) ?? noteOf(row, own, scenario);
    return {
      ...{ ...row, verdict, anchor: anchorOf(row.nr === 0 ? scenario.id : `${scenario.id}/${row.nr}`) },
      isFirst: keten?.eersteAfwijking !== undefined && isAt(keten.eersteAfwijking, row, scenario),
      ...(note && { note }),
    };
  });
}

function messageOf({ seen, side }: TrafficRow): string {
  return `${seen?.exchange.id}/${side}`;
}

function isAt({ stap, bericht, hop }: EersteAfwijking, row: TrafficRow, { id }: ReportScenario): boolean {
  if (bericht !== undefined) return bericht === messageOf(row);
  return stap === `${id}/${row.nr}` && hop === row.hop.id && !row.seen;
}

function isFault({ verdict, ernst }: ReportRule): boolean {
  return verdict === 'voldoet_niet' && ernst === 'fout';
}

function verdictOf(own: readonly ReportRule[]): Verdict {
  if (own.some(isFault)) return 'voldoet_niet';
  return own.length === 0 || own.some(({ verdict, verplicht }) => verdict === 'niet_beslist' && verplicht)
    ? 'niet_beslist'
    : 'voldoet';
}

/** What we did ourselves comes first; that nothing came back, or that it came once more, is then no news, but a finding is. */
function disturbedNote({ seen, side }: TrafficRow, own: readonly ReportRule[]): Note | undefined {
  const ours = seen && disturbedText(seen.exchange, side);
  if (!ours) return undefined;
  const note = findingNote(own);
  const also = (taal: 'nl' | 'en') => (note ? `; ${note.sign} ${note.tekst[taal]}` : '');
  return { sign: '↯', tekst: { nl: `${ours.nl}${also('nl')}`, en: `${ours.en}${also('en')}` } };
}

function noteOf(row: TrafficRow, own: readonly ReportRule[], scenario: ReportScenario): Note | undefined {
  if (!row.seen) return unseen(row, own, scenario);
  if (row.other === 'again') return { sign: '×2', tekst: { nl: 'nog eens gezien', en: 'seen once more' } };
  if (row.other === 'moved')
    return { sign: '⇅', tekst: { nl: 'op een ander moment dan gepland', en: 'at another moment than planned' } };
  if (row.other === 'extra') {
    const { scenario: meant, stap } = row.seen.exchange;
    const path = meant === '' ? undefined : `${meant}/${stap}`;
    const like = (word: string) => (path === undefined ? '' : `, ${word} ${path}`);
    return { sign: '+', tekst: { nl: `niet gepland${like('lijkt op')}`, en: `not planned${like('resembles')}` } };
  }
  const failure = row.side === 'vraag' && !row.seen.exchange.antwoord ? row.seen.exchange.storing : undefined;
  if (failure) return { sign: '✕', tekst: { nl: `geen antwoord: ${failure.kind}`, en: `no answer: ${failure.kind}` } };
  return findingNote(own);
}

function findingNote(own: readonly ReportRule[]): Note | undefined {
  return toldBy(
    own.find((rule) => isNotable(rule) && !rule.gevolg && (isFault(rule) || rule.verplicht)) ?? own.find(({ gevolg }) => gevolg),
  );
}

function toldBy(rule: ReportRule | undefined): Note | undefined {
  if (!rule) return undefined;
  if (rule.gevolg) return { sign: '↳', tekst: { nl: `gevolg van eerder: ${rule.id}`, en: `follows from before: ${rule.id}` } };
  const sign = VERDICT_SIGNS[rule.verdict];
  if (rule.id !== CHANGED) return { sign, tekst: { nl: rule.id, en: rule.id } };
  const what = rule.pad?.split('/').at(-1) ?? '';
  return { sign: '≠', tekst: { nl: `onderweg veranderd: ${what}`, en: `changed underway: ${what}` } };
}

function unseen(row: TrafficRow, own: readonly ReportRule[], { stappen }: ReportScenario): Note | undefined {
  if (row.other === 'moved') return { sign: '⇅', tekst: { nl: 'op een ander moment gezien', en: 'seen at another moment' } };
  if (own.some(isFault)) return { sign: '✕', tekst: { nl: 'niet gezien op deze hop', en: 'not seen on this hop' } };
  const step = stappen.find(({ nr }) => nr === row.nr);
  if (step?.regels.some(({ id, verdict }) => id === DISTURBED && verdict === 'voldoet'))
    return { sign: '–', tekst: { nl: 'niet gezien, door wat wij deden', en: 'not seen, by what we did' } };
  const follows = step?.gevolgVan;
  const from = (word: string) => (follows === undefined ? '' : `, ${word} ${follows}`);
  return { sign: '–', tekst: { nl: `niet gezien${from('volgt uit')}`, en: `not seen${from('follows from')}` } };
}
