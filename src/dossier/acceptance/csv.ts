/** Tables as CSV (RFC 4180): reading what spreadsheets write, and writing what they may open safely. */
import { HarnessError } from '../../model/harness-error.js';

/** One row, by the names in the first line, in small letters. */
export type CsvRow = ReadonlyMap<string, string>;

/**
 * Commas, semicolons or tabs, whichever the first line has most of; quotes may hold line ends.
 * @throws {HarnessError} `CONFIG_INVALID` with the line when quotes do not close or a row has too many values
 */
export function readCsv(text: string, file: string): readonly CsvRow[] {
  const plain = text.replace(/^\uFEFF/, '');
  const [first = ''] = plain.split(/\r?\n/, 1);
  const separator = [';', ',', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ',';
  const [head, ...rows] = linesOf(plain, separator, file);
  const names = (head?.cells ?? []).map((each) => each.trim().toLowerCase());
  return rows
    .filter(({ cells }) => cells.some((each) => each.trim() !== ''))
    .map(({ cells, line }) => {
      if (cells.slice(names.length).some((each) => each.trim() !== '')) throw invalid(file, line, TEXTS.many);
      return new Map(names.map((name, at) => [name, (cells[at] ?? '').trim()]));
    });
}

/** With CRLF at the end of every line. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** A value that a spreadsheet would take for a formula gets a mark before it. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function linesOf(text: string, separator: string, file: string) {
  const rows: { readonly cells: string[]; readonly line: number }[] = [];
  let cells: string[] = [];
  let value = '';
  let isQuoted = false;
  let line = 1;
  let began = 1;
  const endRow = () => {
    rows.push({ cells: [...cells, value], line: began });
    cells = [];
    value = '';
    began = line + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (isQuoted && char === '"' && text[at + 1] === '"') value += text[at++];
    else if (char === '"' && (isQuoted || value === '')) isQuoted = !isQuoted;
    else if (!isQuoted && char === separator) {
      cells.push(value);
      value = '';
    } else if (!isQuoted && char === '\n') endRow();
    else if (isQuoted || char !== '\r') value += char;
    if (char === '\n') line++;
  }
  if (isQuoted) throw invalid(file, began, TEXTS.open);
  if (value !== '' || cells.length > 0) endRow();
  return rows;
}

/** A refusal that names the line. */
export function invalid(file: string, line: number, text: { readonly nl: string; readonly en: string }): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `${file}:${line}: ${text.nl}`, en: `${file}:${line}: ${text.en}` },
    {
      place: { file, line },
      hint: { nl: 'Er is niets overgenomen. Zie docs/dossier.md.', en: 'Nothing was taken. See docs/dossier.md.' },
    },
  );
}

const TEXTS = {
  many: { nl: 'meer waarden dan kolommen', en: 'more values than columns' },
  open: { nl: 'een aanhalingsteken wordt niet gesloten', en: 'a quotation mark is not closed' },
} as const;
