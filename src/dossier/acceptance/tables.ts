/** Requirements and results of a test round as somebody keeps them in a spreadsheet. */
import { nearest } from '../../model/nearest.js';
import { type CsvRow, invalid, readCsv } from './csv.js';
import type { Eis, Stand, Uitslag } from './state.js';
import { RESULTS } from './words.js';

export type Table = { readonly eisen: readonly Eis[] } | { readonly uitslagen: readonly Uitslag[] };

/**
 * A table with a column `verdict` holds results; any other requirements.
 * @throws {HarnessError} `CONFIG_INVALID` with the line for what cannot be taken; then nothing is
 */
export function readTable(text: string, file: string, { eisen }: Pick<Stand, 'eisen'>): Table {
  const rows = readCsv(text, file);
  const [first] = rows;
  if (!first) throw invalid(file, 1, { nl: 'er staan geen regels in', en: 'there are no rows' });
  return first.has('verdict') || first.has('uitslag')
    ? { uitslagen: resultsIn(rows, file, eisen) }
    : { eisen: requirementsIn(rows, file) };
}

function requirementsIn(rows: readonly CsvRow[], file: string): readonly Eis[] {
  const seen = new Set<string>();
  return rows.map((row, index): Eis => {
    const at = (...names: readonly string[]) =>
      names.map((name) => row.get(name)).find((value) => value !== undefined && value !== '');
    const [id, eis] = [at('id', 'nr', 'nummer'), at('eis', 'requirement', 'omschrijving', 'tekst')];
    const line = index + 2;
    if (id === undefined || eis === undefined) throw invalid(file, line, TEXTS.incomplete);
    if (seen.has(id)) throw invalid(file, line, { nl: `${id} staat er tweemaal`, en: `${id} is there twice` });
    seen.add(id);
    const [bron, norm, standaard] = [at('bron', 'source', 'pve'), at('norm'), at('standaard', 'standard')];
    const [versie, rol] = [at('versie', 'version'), at('rol', 'role')];
    return {
      ...{ id, eis },
      ...(bron !== undefined && { bron }),
      ...(norm !== undefined && { norm }),
      ...(standaard !== undefined && { standaard }),
      ...(versie !== undefined && { versie }),
      ...(rol !== undefined && { rol }),
      verplicht: isMandatory(at('verplicht', 'mandatory'), file, line),
    };
  });
}

function isMandatory(word: string | undefined, file: string, line: number): boolean {
  if (word === undefined || /^(ja|j|yes|y|x|1|true|verplicht)$/i.test(word)) return true;
  if (/^(nee|n|no|0|false|wens)$/i.test(word)) return false;
  throw invalid(file, line, { nl: `verplicht: "${word}" is geen ja of nee`, en: `verplicht: "${word}" is neither ja nor nee` });
}

function resultsIn(rows: readonly CsvRow[], file: string, eisen: readonly Eis[]): readonly Uitslag[] {
  const known = eisen.map(({ id }) => id);
  return rows.map((row, index): Uitslag => {
    const at = (...names: readonly string[]) =>
      names.map((name) => row.get(name)).find((value) => value !== undefined && value !== '');
    const [eis = '', word = ''] = [at('eis', 'id', 'requirement'), at('verdict', 'uitslag')];
    const uitleg = at('uitleg', 'note', 'opmerking');
    const line = index + 2;
    if (!known.includes(eis)) {
      const near = nearest(eis, known);
      const more = near === undefined ? { nl: '', en: '' } : { nl: `; bedoelt u "${near}"?`, en: `; did you mean "${near}"?` };
      throw invalid(file, line, { nl: `er is geen eis "${eis}"${more.nl}`, en: `there is no requirement "${eis}"${more.en}` });
    }
    const verdict = RESULTS.find((each) => each === word.toLowerCase().replaceAll(' ', '_'));
    if (verdict === undefined) {
      const list = RESULTS.join(', ');
      throw invalid(file, line, { nl: `"${word}" is geen uitslag: ${list}`, en: `"${word}" is no result: ${list}` });
    }
    return { eis, verdict, ...(uitleg !== undefined && { uitleg }) };
  });
}

const TEXTS = {
  incomplete: {
    nl: 'een eis heeft een id en een tekst nodig (kolommen id en eis)',
    en: 'a requirement needs an id and a text (columns id and eis)',
  },
} as const;
