/** Gebreken for other tools: a table, and issues as GitHub and GitLab take them. */
import type { Tekst } from '../../model/finding.js';
import { writeCsv } from './csv.js';
import { cite } from './gibit.js';
import { isOpen } from './requirements.js';
import type { Gebrek, Stand } from './state.js';
import { ATTRIBUTION_WORDS, FINDING_WORDS } from './words.js';

export const EXPORT_FORMATS = ['csv', 'github', 'gitlab'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * @returns for `csv` all gebreken; for `github` one JSON object a line, each the body of `POST /repos/{owner}/{repo}/issues`; for
 *   `gitlab` the CSV of its import of issues (title, description, due_date); of the last two only what is still open
 */
export function exportFindings(stand: Stand, format: ExportFormat, language: keyof Tekst): string {
  const open = stand.gebreken.filter(({ status }) => isOpen(status));
  if (format === 'csv') return asTable(stand.gebreken);
  if (format === 'gitlab') return asGitLab(open, stand, language);
  return open
    .map((each) => `${JSON.stringify({ title: titleOf(each), body: bodyOf(each, stand, language), labels: labelsOf(each) })}\n`)
    .join('');
}

const COLUMNS = [
  ...['id', 'status', 'omschrijving', 'eis', 'blokkeert_productie', 'toerekenbaar_aan', 'ronde', 'zichtbaar_in_ronde_1'],
  ...['herstel_afgesproken', 'afspraak', 'hertest_op', 'hertest_rapport', 'rapport', 'regel', 'stappen', 'oorzaak', 'partij'],
] as const;

function asTable(gebreken: readonly Gebrek[]): string {
  const yesNo = (value: boolean | undefined) => (value === undefined ? '' : value ? 'ja' : 'nee');
  const rows = gebreken.map((each) => {
    const { herkomst, hertest } = each;
    return [
      ...[each.id, each.status, each.omschrijving, each.eis ?? '', yesNo(each.blokkeertProductie), each.toerekenbaarAan],
      ...[
        each.ronde === undefined ? '' : String(each.ronde),
        yesNo(each.zichtbaarInRonde1),
        each.herstelAfgesproken ?? '',
        each.afspraak ?? '',
      ],
      ...[
        hertest?.op ?? '',
        hertest?.rapport ?? '',
        herkomst?.rapport ?? '',
        herkomst?.regel ?? '',
        herkomst?.stappen.join(' ') ?? '',
      ],
      ...[herkomst?.oorzaak ?? '', herkomst?.partij ?? ''],
    ];
  });
  return writeCsv([COLUMNS, ...rows]);
}

/** A line that begins with `/` would be an order to GitLab: only ours are. */
function asGitLab(gebreken: readonly Gebrek[], stand: Stand, language: keyof Tekst): string {
  const rows = gebreken.map((each) => {
    const labels = labelsOf(each).map((label) => `~"${label}"`);
    const body = bodyOf(each, stand, language).replaceAll(/^\//gm, ' /');
    return [titleOf(each), `${body}\n\n/label ${labels.join(' ')}`, each.herstelAfgesproken ?? ''];
  });
  return writeCsv([['title', 'description', 'due_date'], ...rows]);
}

/** Both have room for 255 characters. */
function titleOf({ id, omschrijving }: Gebrek): string {
  const whole = `${id}: ${omschrijving.replaceAll(/\s+/g, ' ')}`;
  return whole.length > 200 ? `${whole.slice(0, 199)}…` : whole;
}

function labelsOf({ blokkeertProductie, toerekenbaarAan }: Gebrek): readonly string[] {
  return [
    'acceptatie',
    ...(blokkeertProductie ? ['blokkeert productie'] : []),
    ...(toerekenbaarAan === 'onbekend' ? [] : [toerekenbaarAan]),
  ];
}

/** What a report says came from a stranger: it stands in a block in which nothing is read as markup. */
function bodyOf(gebrek: Gebrek, { rapporten, contract, product }: Stand, language: keyof Tekst): string {
  const { omschrijving, eis, blokkeertProductie: blocks, toerekenbaarAan, status, ronde, herstelAfgesproken, herkomst } = gebrek;
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en);
  const kept = rapporten.find(({ id }) => id === herkomst?.rapport);
  const lines = [
    ...(product.pakketnaam === undefined ? [] : [[say('Product', 'Product'), `${product.pakketnaam} ${product.versie ?? ''}`]]),
    ...(eis === undefined ? [] : [[say('Eis', 'Requirement'), eis]]),
    [
      say('Belet productief gebruik', 'Keeps from productive use'),
      blocks === undefined ? say('nog te zeggen', 'to be said') : blocks ? say('ja', 'yes') : say('nee', 'no'),
    ],
    [say('Ligt aan', 'Doing of'), ATTRIBUTION_WORDS[toerekenbaarAan][language]],
    [say('Stand', 'State'), FINDING_WORDS[status][language]],
    ...(ronde === undefined ? [] : [[say('Testronde', 'Test round'), String(ronde)]]),
    ...(herstelAfgesproken === undefined ? [] : [[say('Herstel afgesproken voor', 'Repair agreed for'), herstelAfgesproken]]),
    ...(herkomst
      ? [
          [say('Regel', 'Rule'), herkomst.regel],
          [say('Stappen', 'Steps'), herkomst.stappen.join(', ')],
        ]
      : []),
    ...(kept ? [[say('Rapport', 'Report'), `${kept.nummer} (sha256 ${kept.digest})`]] : []),
    ['GIBIT', cite(blocks === false ? 'geenGrond' : 'testverslag', contract.gibit)],
  ];
  const fence = '`'.repeat(Math.max(3, ...[...omschrijving.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return [
    fence,
    omschrijving,
    fence,
    '',
    ...lines.map(([label, value]) => `- ${label}: ${value?.replaceAll(/[\r\n]+/g, ' ')}`),
  ].join('\n');
}
