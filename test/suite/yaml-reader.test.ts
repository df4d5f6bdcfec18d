import { expect } from 'chai';
import { z } from 'zod';
import { HarnessError } from '../../src/model/harness-error.js';
import { readYaml } from '../../src/suite/yaml-reader.js';

const shape = z.strictObject({ naam: z.string(), steps: z.array(z.strictObject({ nr: z.number() })) });

function refused(text: string): HarnessError {
  try {
    readYaml(text, 'suites/boot/standard.yaml', shape);
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('reading YAML', () => {
  it('gives the value and the places in it', () => {
    const read = readYaml('naam: x\nsteps:\n  - nr: 1\n', 'a.yaml', shape);
    expect(read.value).to.deep.equal({ naam: 'x', steps: [{ nr: 1 }] });
    expect(read.place(['steps', 0, 'nr'])).to.deep.equal({ file: 'a.yaml', line: 3, column: 5 });
  });

  it('names file, line and column of a value of the wrong kind', () => {
    const error = refused('naam: x\nsteps:\n  - nr: een\n');
    expect(error.code).to.equal('SUITE_INVALID');
    expect(error.message).to.equal('suites/boot/standard.yaml:3:5: steps.0.nr: expected number, received string');
  });

  it('points at an unknown key', () => {
    expect(refused('naam: x\nsteps: []\nnaan: y\n').message).to.equal(
      'suites/boot/standard.yaml:3:1: this file: unknown key "naan"',
    );
  });

  it('points at the parent of a key that is absent', () => {
    expect(refused('naam: x\nsteps:\n  - {}\n').message).to.match(
      /^suites\/boot\/standard\.yaml:3:5: steps\.0\.nr: expected number/,
    );
  });

  it('refuses broken YAML with its place', () => {
    expect(refused('naam: [x\n').message).to.match(/^suites\/boot\/standard\.yaml:2:1: /);
  });

  it('refuses a key that comes twice', () => {
    expect(refused('naam: x\nnaam: y\nsteps: []\n').message).to.match(/standard\.yaml:2:1: Map keys must be unique/);
  });

  it('refuses an alias bomb', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`;
    expect(() => readYaml(bomb, 'a.yaml', z.unknown())).to.throw(HarnessError);
  });
});
