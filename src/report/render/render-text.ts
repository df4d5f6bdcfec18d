import type { Report, VerdictCount } from '../../model/report.js';
import { confirmationCounts } from '../confirmation-texts.js';
import { countsOfDeviations, reasonOf, standText } from '../deviation-texts.js';
import { dutchTime } from '../dutch-time.js';
import { whyUnexpected } from '../fold/unexpected.js';
import { limitsOf, OWN_REFERENCE } from '../limits.js';
import { type Paint, painter, printable } from '../paint.js';
import { OTHER_WORDS, type Taal, TOTAL_MEANINGS, TOTAL_WORDS, VERDICT_WORDS, VERDICTS_FOR_READERS } from '../words.js';
import { chainLines } from './render-text-chain.js';
import { failures } from './render-text-failures.js';

export interface TextOptions {
  readonly taal?: Taal;
  /** Colour codes of a terminal; off when not asked for. */
  readonly colour?: boolean;
  /** Failing and undecided steps that are written out; the others are only counted. */
  readonly most?: number;
}

/** @returns the text, with a line end at its end */
export function renderText(from: Report, options: TextOptions = {}): string {
  const report = printable(from);
  const taal = options.taal ?? report.rapport.taal;
  const paint = painter(options.colour ?? false);
  const lines = [
    ...(report.product.eigenReferentie ? [paint('yellow', `! ${OWN_REFERENCE[taal]}`), ''] : []),
    ...heading(report, taal, paint),
    '',
    ...tally(report, taal),
    ...chainLines(report, taal, paint),
    ...failures(report, taal, paint, options.most ?? 5),
    '',
    paint('bold', taal === 'nl' ? 'Wat dit niet bewijst' : 'What this does not prove'),
    ...limitsOf(report).map((limit) => `- ${limit[taal]}`),
  ];
  return `${lines.join('\n')}\n`;
}

function heading(report: Report, taal: Taal, paint: Paint): readonly string[] {
  const { product, leverancier, standaard, testset, schemabasis, resultaat } = report;
  const colour = ({ foutloos: 'green', met_fouten: 'red', niet_vastgesteld: 'yellow' } as const)[resultaat.totaal];
  const origin = `${OTHER_WORDS[testset.bron][taal]}, ${OTHER_WORDS[testset.omvang][taal]}`;
  const role = taal === 'nl' ? 'rol' : 'role';
  return [
    ...(report.keten?.titel === undefined ? [] : [paint('bold', report.keten.titel)]),
    `${paint('bold', `${product.pakketnaam} ${product.versie}`)} · ${leverancier.naam}`,
    `${standaard.naam} ${standaard.versie} · ${role} ${standaard.rol}`,
    `testset ${testset.id} ${testset.versie} (${origin}) · schema ${schemabasis.naam} (${OTHER_WORDS[schemabasis.soort][taal]})`,
    paint(
      'dim',
      `${report.rapport.nummer} · ${dutchTime(report.uitvoering.gestartOp)} · ${report.harnas.naam} ${report.harnas.versie}`,
    ),
    '',
    paint(colour, TOTAL_WORDS[resultaat.totaal][taal].toUpperCase()),
    TOTAL_MEANINGS[resultaat.totaal][taal],
  ];
}

function tally(report: Report, taal: Taal): readonly string[] {
  const { scenarios, stappen, regels } = report.resultaat.tellingen;
  const names = taal === 'nl' ? ['scenario’s', 'stappen', 'controles'] : ['scenarios', 'steps', 'checks'];
  const lines = [scenarios, stappen, regels].map(
    (counts, index) => `${(names[index] ?? '').padEnd(12)}${countsLine(counts, taal)}`,
  );
  const asked = confirmationCounts(report);
  return [
    ...lines,
    ...(asked ? [`${taal === 'nl' ? 'vragen aan een persoon' : 'questions to a person'}: ${asked[taal]}`] : []),
    ...deviations(report, taal),
    ...unexpected(report, taal),
  ];
}

/** Those that somebody has to do something about; what they explain stands with each fault. */
function deviations(report: Report, taal: Taal): readonly string[] {
  const counts = countsOfDeviations(report);
  if (!counts) return [];
  const open = (report.afwijkingen ?? []).filter(({ stand }) => stand !== 'verklaart');
  return [
    `${taal === 'nl' ? 'bekende afwijkingen' : 'known deviations'}: ${counts[taal]}`,
    ...open.map((each) => `  ${each.stap} ${each.regel}: ${standText(each)[taal]} (${reasonOf(each)[taal]})`),
  ];
}

function unexpected({ onverwacht = [] }: Report, taal: Taal): readonly string[] {
  if (onverwacht.length === 0) return [];
  const title = `${taal === 'nl' ? 'berichten waarop niemand wachtte' : 'messages that nobody waited for'}: ${onverwacht.length}`;
  const most = onverwacht.slice(0, 5);
  const rest = onverwacht.length - most.length;
  return [
    title,
    ...most.map(
      (each) => `  ${[each.bewijs, each.dienst, whyUnexpected(each)[taal]].filter((part) => part !== undefined).join(' ')}`,
    ),
    ...(rest > 0 ? [taal === 'nl' ? `  … en nog ${rest}; zie rapport.html` : `  … and ${rest} more; see rapport.html`] : []),
  ];
}

function countsLine(counts: VerdictCount, taal: Taal): string {
  const said = VERDICTS_FOR_READERS.filter((each) => (counts[each] ?? 0) > 0).map(
    (each) => `${counts[each]} ${VERDICT_WORDS[each][taal]}`,
  );
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return `${String(total).padStart(5)}  ${said.join(', ')}`;
}
