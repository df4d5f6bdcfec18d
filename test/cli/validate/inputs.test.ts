import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { inputsOf } from '../../../src/cli/validate/inputs.js';

describe('the files that an operand names', () => {
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-inputs-'));
    mkdirSync(join(cwd, 'in', 'diep'), { recursive: true });
    mkdirSync(join(cwd, '.git'));
    mkdirSync(join(cwd, 'leeg'));
    for (const name of ['b.xml', 'a.xml', 'c.txt', 'in/1.XML', 'in/diep/2.xml', '.git/x.xml'])
      writeFileSync(join(cwd, name), name);
    symlinkSync(cwd, join(cwd, 'in', 'rond'));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  const names = (...operands: string[]) =>
    inputsOf(operands, cwd).map(({ bestand, problem }) => (problem ? `${bestand}: ${problem.kind}` : bestand));

  it('are the file itself, whatever it is called', () => {
    expect(names('c.txt', 'a.xml')).to.deep.equal(['c.txt', 'a.xml']);
    expect(inputsOf(['a.xml'], cwd)[0]?.size).to.equal(5);
  });

  it('are everything in a folder that ends in .xml, in order, links to folders and hidden folders left out', () => {
    expect(names('.')).to.deep.equal(['a.xml', 'b.xml', 'in/1.XML', 'in/diep/2.xml']);
    expect(names('in')).to.deep.equal(['in/1.XML', 'in/diep/2.xml']);
  });

  it('are what a pattern matches', () => {
    expect(names('*.xml')).to.deep.equal(['a.xml', 'b.xml']);
    expect(names('?.txt')).to.deep.equal(['c.txt']);
    expect(names('in/**')).to.deep.equal(['in/1.XML', 'in/diep/2.xml']);
    expect(names('**/*.xml')).to.deep.equal(['a.xml', 'b.xml', 'in/diep/2.xml']);
  });

  it('are standard input for -', () => expect(names('-', 'a.xml')).to.deep.equal(['-', 'a.xml']));

  it('are told one by one when they are not there', () => {
    expect(names('nee.xml', 'a.xml', 'leeg', '*.zip')).to.deep.equal([
      'nee.xml: absent',
      'a.xml',
      'leeg: no-files',
      '*.zip: no-files',
    ]);
  });

  it('are told when a folder cannot be looked into', function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') return this.skip();
    chmodSync(join(cwd, 'leeg'), 0);
    expect(names('leeg')).to.deep.equal(['leeg: unreadable']);
    chmodSync(join(cwd, 'leeg'), 0o755);
  });
});
