import { expect } from 'chai';
import { renderCsv } from '../../../src/report/render/render-csv.js';
import { chainSample } from '../chain-samples.js';
import { FLAWLESS } from '../samples.js';

/** Reads RFC 4180 as a spreadsheet does. */
function read(csv: string): readonly Readonly<Record<string, string>>[] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of cells) {
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  const [header = [], ...rows] = lines.slice(0, -1);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

describe('the chain-test matrix as CSV', () => {
  it('has a row for each koppeling in each scenario: expected, seen at both ends, how it came over, of whom and when', () => {
    const rows = read(renderCsv(chainSample({ changed: 'k.2/1 b1-z' }).report));
    expect(
      rows.map(({ scenario, verwacht, bij_a: a, bij_b: b, overkomst, omgezet, verdict }) => [
        scenario,
        verwacht,
        a,
        b,
        overkomst,
        omgezet,
        verdict,
      ]),
    ).to.deep.equal([
      ['k.1', '4', '4', '4', '4 omgezet', 'kenmerk', 'voldoet'],
      ['k.2', '4', '4', '4', '1 anders; 3 omgezet', 'kenmerk', 'voldoet_niet'],
    ]);
    expect(rows[1]).to.deep.include({
      ...{ koppeling: 'a-naar-z', koppeling_verplicht: 'ja', oorzaak: 'product', a: 'a', a_echt: 'nee', a_product: 'ketentest' },
      ...{ via: 'b1', via_echt: 'ja', via_versies: 'Doorgeefluik 3.1', b: 'z', b_echt: 'ja', b_product: '', b_versie: '' },
      ...{ sessie: '20260314-0001', bewijs_a: '0005 0007', bewijs_b: '0006 0008' },
    });
  });

  it('is read back as it was, and runs nothing in a spreadsheet', () => {
    const pakketnaam = '=HYPERLINK("http://x/";"klik")';
    const told = { z: { product: { pakketnaam, versie: '1, "twee"\r\n3' }, leverancier: { naam: '@som' } } };
    const [row] = read(renderCsv(chainSample({ scenarios: 1, run: { partijen: told } }).report));
    expect(row).to.deep.include({ b_product: `'${pakketnaam}`, b_versie: '1, "twee"\r\n3', b_leverancier: "'@som" });
  });

  it('has no rows for a report that is of no chain', () => {
    expect(renderCsv(FLAWLESS().report).trim().split('\r\n')).to.have.length(1);
  });
});
