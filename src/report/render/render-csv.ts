/**
 * The chain-test matrix as CSV (RFC 4180), for a spreadsheet: a row for each koppeling in each scenario. Names of columns are
 * those of the report, whatever the language; words in it are codes.
 */
import type { Report } from '../../model/report.js';
import type { MatrixRij } from '../../model/report-chain.js';
import { type Participant, participantsOf } from '../chain/chain-participants.js';

const COLUMNS = [
  ...[
    'koppeling',
    'koppeling_verplicht',
    'scenario',
    'titel',
    'scenario_verplicht',
    'berichttypen',
    'verwacht',
    'bij_a',
    'bij_b',
  ],
  ...['overkomst', 'omgezet', 'verdict', 'oorzaak', 'gevolg_van', 'a', 'a_echt', 'a_product', 'a_versie', 'a_leverancier'],
  ...['via', 'via_echt', 'via_versies', 'b', 'b_echt', 'b_product', 'b_versie', 'b_leverancier', 'bewijs_a', 'bewijs_b'],
  ...['sessie', 'gestart', 'beeindigd', 'standaard', 'testset', 'harnas'],
] as const;

/** @returns the header alone for a report that is of no chain */
export function renderCsv(report: Report): string {
  const rows = (report.keten?.matrix ?? []).map((row) => cellsOf(report, row));
  return [COLUMNS, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cellsOf(report: Report, row: MatrixRij): readonly string[] {
  const { rapport, uitvoering, standaard, testset, harnas, scenarios, keten } = report;
  const link = keten?.koppelingen.find(({ id }) => id === row.koppeling);
  const all = new Map(participantsOf(report).map((each) => [each.id, each]));
  const who = (id: string | undefined) => all.get(id ?? '');
  const via = (link?.via ?? []).flatMap((id) => who(id) ?? []);
  const { berichten } = row;
  const count = (name: 'bijA' | 'bijB') => String(berichten.reduce((sum, each) => sum + each[name].length, 0));
  const ids = (name: 'bijA' | 'bijB') => [...new Set(berichten.flatMap((each) => each[name]))].join(' ');
  const kinds = [...new Set(berichten.map(({ overkomst }) => overkomst))];
  const cameOver = kinds.map((kind) => `${berichten.filter(({ overkomst }) => overkomst === kind).length} ${kind}`);
  const titel = scenarios.find(({ id }) => id === row.scenario)?.titel ?? '';
  return [
    ...[row.koppeling, yesOrNo(link?.verplicht), row.scenario, titel, yesOrNo(row.verplicht)],
    ...[
      [...new Set(berichten.map(({ berichttype }) => berichttype))].join(' '),
      String(berichten.length),
      count('bijA'),
      count('bijB'),
    ],
    ...[cameOver.join('; '), [...new Set(berichten.flatMap(({ omgezet = [] }) => omgezet))].join(' ')],
    ...[row.verdict, row.oorzaak ?? '', row.gevolgVan ?? ''],
    ...end(link?.van, who(link?.van)),
    ...[via.map(({ id }) => id).join(' '), via.map(({ isReal }) => yesOrNo(isReal)).join(' ')],
    via.map(({ product, versie }) => `${product} ${versie}`.trim()).join('; '),
    ...end(link?.naar, who(link?.naar)),
    ...[ids('bijA'), ids('bijB'), rapport.nummer, uitvoering.gestartOp, uitvoering.beeindigdOp],
    ...[`${standaard.naam} ${standaard.versie}`, `${testset.id} ${testset.versie}`, `${harnas.naam} ${harnas.versie}`],
  ];
}

function end(id: string | undefined, of: Participant | undefined): readonly string[] {
  return [id ?? '', yesOrNo(of?.isReal), of?.product ?? '', of?.versie ?? '', of?.leverancier ?? ''];
}

function yesOrNo(of: boolean | undefined): string {
  return of === undefined ? '' : of ? 'ja' : 'nee';
}

/** A spreadsheet runs what begins as a formula: such a text gets a sign before it. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
