import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { HarnessError } from '../../src/model/harness-error.js';
import { checkShape } from '../../src/suite/yaml-check.js';
import { kindOf } from '../../src/suite/yaml-files.js';
import { readAnyYaml, readYaml } from '../../src/suite/yaml-reader.js';
import { basisFile } from '../../src/suite/yaml-shapes.js';
import { packageRoot } from '../package-root.js';

const shape = z.strictObject({ naam: z.string(), steps: z.array(z.strictObject({ nr: z.number() })) });

function read(text: string, file = 'suites/boot/standard.yaml') {
  const { value, place } = readAnyYaml(text, file, 'SUITE_INVALID');
  return { value: checkShape(value, shape, place, 'SUITE_INVALID'), place };
}

function refused(text: string): HarnessError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('reading YAML', () => {
  it('gives the value and the places in it', () => {
    const { value, place } = read('naam: x\nsteps:\n  - nr: 1\n', 'a.yaml');
    expect(value).to.deep.equal({ naam: 'x', steps: [{ nr: 1 }] });
    expect(place(['steps', 0, 'nr'])).to.deep.equal({ file: 'a.yaml', line: 3, column: 5 });
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
    expect(() => readAnyYaml(bomb, 'a.yaml', 'SUITE_INVALID')).to.throw(HarnessError);
  });

  it('checks a file that did not come with the package', async () => {
    const error = await readYaml('naam: x\n', 'suites/boot/standard.yaml', 'standard').then(
      () => undefined,
      (cause: unknown) => cause,
    );
    expect(error).to.be.instanceOf(HarnessError);
    expect((error as HarnessError).message).to.match(/^suites\/boot\/standard\.yaml:1:1: versie: expected string/);
  });

  it('gives every reader of a file that came with the package a value of its own', async () => {
    const file = join(packageRoot, 'suites', '_basis', 'stuf-0301', 'basis.yaml');
    const text = readFileSync(file, 'utf8');
    const [one, other] = [await readYaml(text, file, 'basis'), await readYaml(text, file, 'basis')];
    expect(one.value).to.deep.equal(other.value);
    expect(one.value).not.to.equal(other.value);
    expect(one.value).to.deep.equal(
      checkShape(readAnyYaml(text, file, 'SUITE_INVALID').value, basisFile, one.place, 'SUITE_INVALID'),
    );
  });

  it('knows of which kind every file of the package is', () => {
    const suites = join(packageRoot, 'suites');
    const all = readdirSync(suites, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
    // Wrong consumers are read by the self-test alone, which checks them itself.
    const names = all.filter((name) => name.endsWith('.yaml') && !name.endsWith('/selftest/consumers.yaml'));
    expect(names.filter((name) => kindOf(name) === undefined)).to.deep.equal([]);
  });
});
