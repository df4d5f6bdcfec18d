import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { FileLedger } from '../../../src/cli/state/file-ledger.js';

describe('a ledger in a file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-test-ledger-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has written a line before it says so, as long as somebody can find the file', () => {
    const file = join(folder, 'state');
    const ledger = FileLedger.open(file, 'w+');
    ledger.append('first');
    ledger.append('één');
    expect(readFileSync(file, 'utf8')).to.equal('first\néén\n');
    ledger.close();
  });

  it('gives back every line when nobody can find the file any more, whether it was written yet or not', function () {
    const ledger = FileLedger.open(join(folder, 'state'), 'w+');
    ledger.append('first');
    if (!ledger.vanish()) this.skip();
    const texts = Array.from({ length: 300 }, (_, at) => `${at} é ${'x'.repeat(at * 3)}`);
    const places = texts.map((text) => ({ at: ledger.append(text), bytes: Buffer.byteLength(text) }));
    const read = () => places.map(({ at, bytes }) => ledger.read(at, bytes));
    expect(read()).to.deep.equal(texts);
    const last = ledger.append('last');
    expect(ledger.read(last, 4)).to.equal('last');
    expect(read()).to.deep.equal(texts);
    expect(ledger.size).to.equal(last + 5);
    expect([...ledger.lines()].map(({ text }) => text)).to.deep.equal([...texts, 'last']);
    ledger.close();
  });
});
